// Package answers holds handlers that log at different levels, looked at with
// lines at level debug taken to be switched off.
package answers

import (
	"context"
	"log/slog"
	"net/http"
)

type Store interface {
	Load(ctx context.Context, id string) ([]byte, error)
}

// show (bad): nobody reads the line.
func show(s Store, w http.ResponseWriter, r *http.Request) {
	data, err := s.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		slog.DebugContext(r.Context(), "load", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError) // want `error from Store\.Load is answered with status 500, but nothing logs it \(answered\)`
		return
	}
	w.Write(data)
}

// showError (good): somebody does.
func showError(s Store, w http.ResponseWriter, r *http.Request) {
	data, err := s.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		slog.ErrorContext(r.Context(), "load", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write(data)
}
