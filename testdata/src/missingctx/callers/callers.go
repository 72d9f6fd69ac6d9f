// Package callers has functions whose parameter ctx is, by their callers, of
// no request.
package callers

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	ctrl "sigs.k8s.io/controller-runtime"
	"sigs.k8s.io/controller-runtime/pkg/client"
	"sigs.k8s.io/controller-runtime/pkg/event"
	"sigs.k8s.io/controller-runtime/pkg/reconcile"
)

type Store interface {
	Sweep(ctx context.Context) error
}

type Server struct{ store Store }

var noContext = context.Background()

// Start (good): begins what runs beside all requests.
func (s *Server) Start() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	s.sweep(ctx)
	s.sweep(noContext)
	s.sweepRequests(ctx)
	defer s.sweepAny(ctx)
}

// handle (good): a request has its line.
func (s *Server) handle(w http.ResponseWriter, r *http.Request) {
	slog.InfoContext(r.Context(), "sweep was asked for")
	s.sweepRequests(r.Context())
	call(r.Context(), s.sweepAny)
}

func call(ctx context.Context, f func(context.Context)) { f(ctx) }

// sweep (good): nobody calls it for a request.
func (s *Server) sweep(ctx context.Context) {
	if err := s.store.Sweep(ctx); err != nil {
		slog.Error("sweep", "err", err)
	}
	s.sweepOn(ctx, 1)
}

// sweepOn (good): nor this, though it calls itself.
func (s *Server) sweepOn(ctx context.Context, depth int) {
	slog.Info("swept", "depth", depth)
	if depth < 3 {
		s.sweepOn(ctx, depth+1)
	}
}

// sweepRequests (bad): some call is made for one.
func (s *Server) sweepRequests(ctx context.Context) {
	if err := s.store.Sweep(ctx); err != nil {
		slog.Error("sweep", "err", err) // want `slog\.Error does not carry the request's context: slog\.ErrorContext with ctx would \(nocontext\)`
	}
}

// sweepAny (bad): it is handed on, and whoever calls it then is not seen.
func (s *Server) sweepAny(ctx context.Context) {
	if err := s.store.Sweep(ctx); err != nil {
		slog.Error("sweep", "err", err) // want `slog\.Error does not carry the request's context: slog\.ErrorContext with ctx would \(nocontext\)`
	}
}

// Sweep (bad): other packages may call it for one.
func (s *Server) Sweep(ctx context.Context) {
	slog.Info("sweep") // want `slog\.Info does not carry the request's context: slog\.InfoContext with ctx would \(nocontext\)`
}

// reconciler is told of events in the context of the program.
type reconciler struct{ server *Server }

// create (good): an event is no request.
func (r *reconciler) create(ctx context.Context, e event.TypedCreateEvent[client.Object]) {
	slog.Info("created")
	r.count(ctx)
}

// count (good): only what is told of events calls it.
func (r *reconciler) count(ctx context.Context) { slog.Info("counted", "err", ctx.Err()) }

// all (good): finds out what there is to do.
func (r *reconciler) all(ctx context.Context, obj client.Object) []reconcile.Request {
	slog.Info("all are to be reconciled")
	return nil
}

// Reconcile (bad): is called for one piece of work.
func (r *reconciler) Reconcile(ctx context.Context, req ctrl.Request) (ctrl.Result, error) {
	slog.Info("reconcile") // want `slog\.Info does not carry the request's context: slog\.InfoContext with ctx would \(nocontext\)`
	return ctrl.Result{}, nil
}
