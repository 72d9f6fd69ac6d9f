// Package logr holds lines written with logr and klog, which take the error as
// an argument of its own.
package logr

import (
	"context"

	"github.com/go-logr/logr"
	"k8s.io/klog/v2"
)

type Pod struct{ Name string }

type Client interface {
	Delete(ctx context.Context, p Pod) error
}

type Reaper struct {
	client Client
	logger logr.Logger
	reaped int
}

// reap (good): the error is the first argument.
func (r *Reaper) reap(ctx context.Context, p Pod) {
	if err := r.client.Delete(ctx, p); err != nil {
		r.logger.Error(err, "delete pod", "pod", p.Name)
	}
}

// reapNil (bad): the first argument is nil.
func (r *Reaper) reapNil(ctx context.Context, p Pod) {
	if err := r.client.Delete(ctx, p); err != nil {
		r.logger.Error(nil, "delete pod", "pod", p.Name) // want `error from Client\.Delete is missing from the line logged for it.*\(novalue\)`
	}
}

// reapInfo (good): a value of an info line has it.
func (r *Reaper) reapInfo(ctx context.Context, p Pod) {
	if err := r.client.Delete(ctx, p); err != nil {
		logr.FromContextOrDiscard(ctx).Info("pod not deleted", "err", err)
	}
}

// reapInfoBare (bad): the line does not have it.
func (r *Reaper) reapInfoBare(ctx context.Context, p Pod) {
	if err := r.client.Delete(ctx, p); err != nil {
		logr.FromContextOrDiscard(ctx).Info("pod not deleted", "pod", p.Name) // want `error from Client\.Delete is missing from the line logged for it.*\(novalue\)`
	}
}

// reapValues (good): the logger's values have it.
func (r *Reaper) reapValues(ctx context.Context, p Pod) {
	if err := r.client.Delete(ctx, p); err != nil {
		r.logger.WithValues("err", err).Info("pod not deleted")
	}
}

// reapKlog (good): so with klog.
func (r *Reaper) reapKlog(ctx context.Context, p Pod) {
	if err := r.client.Delete(ctx, p); err != nil {
		klog.ErrorS(err, "delete pod", "pod", p.Name)
		klog.FromContext(ctx).Error(err, "delete pod")
	}
}

// reapKlogBare (bad): klog's line does not have it.
func (r *Reaper) reapKlogBare(ctx context.Context, p Pod) {
	if err := r.client.Delete(ctx, p); err != nil {
		klog.Warningf("pod %s not deleted", p.Name) // want `error from Client\.Delete is missing from the line logged for it.*\(novalue\)`
	}
}

// reapUnused (bad): a logger that has it, and writes nothing.
func (r *Reaper) reapUnused(ctx context.Context, p Pod) {
	if err := r.client.Delete(ctx, p); err != nil { // want `error from Client\.Delete is dropped: .*\(dropped\)`
		_ = r.logger.WithValues("err", err)
		return
	}
	r.reaped++
}
