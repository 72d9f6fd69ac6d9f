// Package callers has functions that are only called for requests, and with
// their context: their lines are to carry it as those of the handlers are.
package callers

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	ctrl "sigs.k8s.io/controller-runtime"
)

type Store interface {
	Find(ctx context.Context, id string) (string, error)
}

type Server struct{ store Store }

// show (good): the line has the request's context, and what it calls is given it.
func (s *Server) show(w http.ResponseWriter, r *http.Request) {
	slog.InfoContext(r.Context(), "show")
	ctx, cancel := context.WithTimeout(r.Context(), time.Second)
	defer cancel()
	s.find(ctx, r.PathValue("id"))
	s.findAgain(ctx, r.PathValue("id"))
	s.findAny(ctx, r.PathValue("id"))
	s.Find(ctx, r.PathValue("id"))
}

// prefetch (good): has no request.
func (s *Server) prefetch() {
	s.findAny(context.Background(), "first")
}

// find (bad): only the handler calls it.
func (s *Server) find(ctx context.Context, id string) string {
	note, err := s.store.Find(ctx, id)
	if err != nil {
		slog.Error("find", "err", err) // want `slog\.Error does not carry the request's context: slog\.ErrorContext with ctx would \(nocontext\)`
	}
	return note
}

// findAgain (good): hands the context on to what it calls.
func (s *Server) findAgain(ctx context.Context, id string) string {
	for i := range 3 {
		if note := s.try(ctx, id, i); note != "" {
			return note
		}
	}
	return ""
}

// try (bad): called for the request by way of another.
func (s *Server) try(ctx context.Context, id string, i int) string {
	note, err := s.store.Find(ctx, id)
	if err != nil {
		slog.Warn("find", "try", i, "err", err) // want `slog\.Warn does not carry the request's context: slog\.WarnContext with ctx would \(nocontext\)`
	}
	return note
}

// tryContext (good): it is given.
func (s *Server) tryContext(ctx context.Context, id string, i int) string {
	note, err := s.store.Find(ctx, id)
	if err != nil {
		slog.WarnContext(ctx, "find", "try", i, "err", err)
	}
	return note
}

// findAny (good here): is not called for requests alone.
func (s *Server) findAny(ctx context.Context, id string) string {
	note, err := s.store.Find(ctx, id)
	if err != nil {
		slog.Error("find", "err", err)
	}
	return note
}

// Find (good here): others may call it.
func (s *Server) Find(ctx context.Context, id string) string {
	note, err := s.store.Find(ctx, id)
	if err != nil {
		slog.Error("find", "err", err)
	}
	return note
}

type reconciler struct{ server *Server }

// Reconcile (bad): the context is that of one object.
func (r *reconciler) Reconcile(ctx context.Context, req ctrl.Request) (ctrl.Result, error) {
	slog.Info("reconcile") // want `slog\.Info does not carry the request's context: slog\.InfoContext with ctx would \(nocontext\)`
	r.scale(ctx)
	return ctrl.Result{}, nil
}

// scale (bad): only the reconciler calls it.
func (r *reconciler) scale(ctx context.Context) {
	if _, err := r.server.store.Find(ctx, "scale"); err != nil {
		slog.Error("scale", "err", err) // want `slog\.Error does not carry the request's context: slog\.ErrorContext with ctx would \(nocontext\)`
	}
}
