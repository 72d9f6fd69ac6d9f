// Package reconcile holds reconcilers of controller-runtime, whose logger is
// had from the context and names the object.
package reconcile

import (
	"context"

	"github.com/go-logr/logr"
	ctrl "sigs.k8s.io/controller-runtime"
	"sigs.k8s.io/controller-runtime/pkg/log"
)

type Reconciler struct{ logger logr.Logger }

// Reconcile (good): the logger is that of the object.
func (r *Reconciler) Reconcile(ctx context.Context, req ctrl.Request) (ctrl.Result, error) {
	logger := log.FromContext(ctx)
	logger.Info("reconciling")
	r.scale(ctx)
	r.scaleFrom(ctx)
	r.scaleShared(ctx)
	return ctrl.Result{}, nil
}

// scale (good): so with a value added.
func (r *Reconciler) scale(ctx context.Context) {
	log.FromContext(ctx).WithValues("replicas", 3).Info("scaling")
}

// scaleFrom (good): under its other name.
func (r *Reconciler) scaleFrom(ctx context.Context) {
	ctrl.LoggerFrom(ctx).Info("scaling")
}

// scaleShared (bad): the line could be any object's.
func (r *Reconciler) scaleShared(ctx context.Context) {
	r.logger.Info("scaling") // want `Logger\.Info does not carry the request's context: the logger of log\.FromContext\(ctx\) would \(nocontext\)`
}
