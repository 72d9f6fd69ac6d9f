// Package reconcile holds reconcilers of controller-runtime, which logs the
// error that Reconcile returns, and calls it again.
package reconcile

import (
	"context"
	"fmt"
	"time"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	ctrl "sigs.k8s.io/controller-runtime"
	"sigs.k8s.io/controller-runtime/pkg/client"
	"sigs.k8s.io/controller-runtime/pkg/log"
	"sigs.k8s.io/controller-runtime/pkg/reconcile"
)

type Site struct{ name string }

func (s *Site) GetName() string { return s.name }

// A Good reconciler returns what fails.
type Good struct{ client.Client }

// Reconcile (good): an object that is gone is no error.
func (r *Good) Reconcile(ctx context.Context, req ctrl.Request) (ctrl.Result, error) {
	var site Site
	if err := r.Get(ctx, req.NamespacedName, &site); err != nil {
		return ctrl.Result{}, client.IgnoreNotFound(err)
	}
	if err := r.Update(ctx, &site); err != nil {
		return ctrl.Result{}, fmt.Errorf("update site: %w", err)
	}
	return ctrl.Result{RequeueAfter: time.Minute}, nil
}

// A Lossy reconciler drops what fails.
type Lossy struct{ client.Client }

// Reconcile (bad): any failure counts as an object that is gone, and one to
// update is tried again in silence.
func (r *Lossy) Reconcile(ctx context.Context, req ctrl.Request) (ctrl.Result, error) {
	var site Site
	if err := r.Get(ctx, req.NamespacedName, &site); err != nil { // want `error from client\.Reader\.Get is dropped: the path returning .*\(dropped\)`
		return ctrl.Result{}, nil
	}
	if err := r.Update(ctx, &site); err != nil { // want `error from client\.Writer\.Update is dropped: the path returning .*\(dropped\)`
		return ctrl.Result{RequeueAfter: time.Minute}, nil
	}
	return ctrl.Result{}, nil
}

// A Careful reconciler knows what it lets go.
type Careful struct{ client.Client }

// Reconcile (good): an object that is gone, or has changed meanwhile, is no
// failure; of all else there is a line or an error.
func (r *Careful) Reconcile(ctx context.Context, req ctrl.Request) (ctrl.Result, error) {
	var site Site
	err := r.Get(ctx, req.NamespacedName, &site)
	if apierrors.IsNotFound(err) {
		return ctrl.Result{}, nil
	}
	if err != nil {
		log.FromContext(ctx).Error(err, "get site")
		return ctrl.Result{RequeueAfter: time.Minute}, nil
	}
	if err := r.Update(ctx, &site); err != nil {
		if apierrors.IsConflict(err) {
			return ctrl.Result{Requeue: true}, nil
		}
		return ctrl.Result{}, reconcile.TerminalError(err)
	}
	return ctrl.Result{}, nil
}

// A Guarded reconciler asks what is left without what is not found.
type Guarded struct{ client.Client }

// Reconcile (good): nil is returned only for an object that is gone.
func (r *Guarded) Reconcile(ctx context.Context, req ctrl.Request) (ctrl.Result, error) {
	var site Site
	if err := r.Get(ctx, req.NamespacedName, &site); err != nil {
		if client.IgnoreNotFound(err) != nil {
			ctrl.LoggerFrom(ctx).Error(err, "get site")
			return ctrl.Result{}, err
		}
		return ctrl.Result{}, nil
	}
	return ctrl.Result{}, nil
}

// A Bare reconciler writes a line that lacks the error.
type Bare struct{ client.Client }

// Reconcile (bad): the line does not say why.
func (r *Bare) Reconcile(ctx context.Context, req ctrl.Request) (ctrl.Result, error) {
	var site Site
	if err := r.Get(ctx, req.NamespacedName, &site); err != nil {
		log.FromContext(ctx).Info("cannot get site", "name", req.Name) // want `error from client\.Reader\.Get is missing from the line logged for it.*\(novalue\)`
		return ctrl.Result{}, nil
	}
	return ctrl.Result{}, nil
}
