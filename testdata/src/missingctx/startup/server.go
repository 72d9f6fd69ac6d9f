package main

import (
	"context"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
)

type store struct{ dir string }

// warm (good): reached through openStore alone.
func (s *store) warm(ctx context.Context) error {
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		return err
	}
	if ctx.Err() == nil {
		slog.Info("store is warm", "entries", len(entries))
	}
	return nil
}

// load (bad): a handler reaches it, so ctx is a request's.
func (s *store) load(ctx context.Context, id string) ([]byte, error) {
	b, err := os.ReadFile(filepath.Join(s.dir, filepath.Base(id)))
	if err != nil {
		return nil, err
	}
	if ctx.Err() == nil {
		slog.Info("note was read", "bytes", len(b)) // want `slog\.Info does not carry the request's context: slog\.InfoContext with ctx would \(nocontext\)`
	}
	return b, nil
}

type server struct{ store *store }

// note (bad): a handler of package main is a handler.
func (s *server) note(w http.ResponseWriter, r *http.Request) {
	b, err := s.store.load(r.Context(), r.PathValue("id"))
	if err != nil {
		slog.Error("note", "err", err) // want `slog\.Error does not carry the request's context: slog\.ErrorContext with r\.Context\(\) would \(nocontext\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write(b)
}

// reload (good): the same with the request's context.
func (s *server) reload(w http.ResponseWriter, r *http.Request) {
	if err := refresh(r.Context(), s.store.dir); err != nil {
		slog.ErrorContext(r.Context(), "reload", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// refresh (bad): looks like start-up, and a handler reaches it.
func refresh(ctx context.Context, dir string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	slog.Warn("refreshed", "entries", len(entries)) // want `slog\.Warn does not carry the request's context: slog\.WarnContext with ctx would \(nocontext\)`
	return nil
}

type requestIDKey struct{}

// withRequestID (good): puts the request's id into its context.
func withRequestID(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := context.WithValue(r.Context(), requestIDKey{}, r.Header.Get("X-Request-Id"))
		slog.DebugContext(ctx, "request", "path", r.URL.Path)
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// traceHandler adds the request's id to every record.
type traceHandler struct{ slog.Handler }

// Handle (good): the far side of the logger.
func (h traceHandler) Handle(ctx context.Context, rec slog.Record) error {
	if id, ok := ctx.Value(requestIDKey{}).(string); ok {
		rec.AddAttrs(slog.String("request_id", id))
	}
	return h.Handler.Handle(ctx, rec)
}
