// Package otelslog writes its lines by a handler of a library that reads contexts.
package otelslog

import (
	"context"
	"net/http"

	"go.opentelemetry.io/contrib/bridges/otelslog"
)

var logger = otelslog.NewLogger("notes")

type Store interface {
	Load(ctx context.Context, id string) ([]byte, error)
}

type API struct{ store Store }

func load(ctx context.Context, s Store, id string) ([]byte, error) {
	b, err := s.Load(ctx, id)
	if err != nil {
		logger.WarnContext(ctx, "load", "err", err)
	}
	return b, err
}

// show (bad): the handler would add the trace.
func (a *API) show(w http.ResponseWriter, r *http.Request) {
	if _, err := load(r.Context(), a.store, r.PathValue("id")); err != nil {
		logger.Error("load note", "err", err) // want `\(\*slog\.Logger\)\.ErrorContext with r\.Context\(\) would; otelslog\.NewLogger`
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// list (good): it does.
func (a *API) list(w http.ResponseWriter, r *http.Request) {
	if _, err := load(r.Context(), a.store, ""); err != nil {
		logger.ErrorContext(r.Context(), "list notes", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// warn (bad): a helper that takes no context.
func warn(msg string) { logger.Warn(msg) }

// drop (bad): which it has.
func (a *API) drop(w http.ResponseWriter, r *http.Request) {
	warn("dropped") // want `warn logs by \(\*slog\.Logger\)\.Warn without the request's context, and takes none: r\.Context\(\) is in reach here; otelslog\.NewLogger`
	w.WriteHeader(http.StatusNoContent)
}
