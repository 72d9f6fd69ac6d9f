// Package variants has lines that could carry the context of their request.
package variants

import (
	"context"
	"log/slog"
	"net/http"
)

// The logger has a variant that takes the context.
func list(w http.ResponseWriter, r *http.Request) {
	slog.Info("listing", "path", r.URL.Path) // want `nocontext`
	slog.InfoContext(r.Context(), "listed")
}

// The context has a name of its own.
func find(rctx context.Context, logger *slog.Logger, id string) {
	slog.Warn("no such item", "id", id) // want `nocontext`
	logger.Debug("asked")
}

// The context of nobody is given.
func save(w http.ResponseWriter, r *http.Request) {
	slog.ErrorContext(context.Background(), "not saved") // want `background`
	w.WriteHeader(http.StatusNoContent)
}

// The goroutine outlives the request.
func notify(w http.ResponseWriter, r *http.Request) {
	go func() {
		slog.Info("notifying") // want `nocontext`
	}()
	w.WriteHeader(http.StatusAccepted)
}
