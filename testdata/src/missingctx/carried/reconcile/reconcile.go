// Package reconcile has a reconciler of controller-runtime, which puts a logger into the
// context of each round.
package reconcile

import (
	"context"

	"github.com/go-logr/logr"
	ctrl "sigs.k8s.io/controller-runtime"
	"sigs.k8s.io/controller-runtime/pkg/log"
	"sigs.k8s.io/controller-runtime/pkg/manager"
)

type Reconciler struct{ logger logr.Logger }

func (r *Reconciler) SetUp(m manager.Manager) { ctrl.NewControllerManagedBy(m).Named("notes") }

// Reconcile (good): the logger is that of the object.
func (r *Reconciler) Reconcile(ctx context.Context, req ctrl.Request) (ctrl.Result, error) {
	log.FromContext(ctx).Info("reconciling")
	r.scale(ctx)
	return ctrl.Result{}, nil
}

// scale (bad): the line could be any object's.
func (r *Reconciler) scale(ctx context.Context) {
	r.logger.Info("scaling") // want `the logger of log\.FromContext\(ctx\) would; controllerruntime\.NewControllerManagedBy puts a logger with controller, namespace and name into it \(nocontext\)`
}
