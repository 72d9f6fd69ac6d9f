// Package chi holds handlers behind chi's router, which keeps what it takes
// from the path in the request's context.
package chi

import (
	"context"
	"log/slog"
	"net/http"

	"github.com/go-chi/chi/v5"
)

type Store interface {
	Remove(ctx context.Context, id string) error
}

type API struct{ store Store }

// remove (bad): the request's context is in reach.
func (a *API) remove(w http.ResponseWriter, r *http.Request) {
	if err := a.store.Remove(r.Context(), chi.URLParam(r, "id")); err != nil {
		slog.Error("remove note", "err", err) // want `slog\.Error does not carry the request's context: slog\.ErrorContext with r\.Context\(\) would \(nocontext\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// removeContext (good): it is given.
func (a *API) removeContext(w http.ResponseWriter, r *http.Request) {
	if err := a.store.Remove(r.Context(), chi.URLParam(r, "id")); err != nil {
		slog.ErrorContext(r.Context(), "remove note", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// removeBound (good): the logger is bound to what stood in the path.
func (a *API) removeBound(w http.ResponseWriter, r *http.Request) {
	logger := slog.With("note", chi.URLParam(r, "id"))
	if err := a.store.Remove(r.Context(), chi.URLParam(r, "id")); err != nil {
		logger.Error("remove note", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// removeApart (bad): a helper has the context alone.
func (a *API) removeApart(ctx context.Context) error {
	logger := slog.With("component", "notes")
	err := a.store.Remove(ctx, chi.URLParamFromCtx(ctx, "id"))
	if err != nil {
		logger.Error("remove note", "err", err) // want `\(\*slog\.Logger\)\.Error does not carry the request's context: \(\*slog\.Logger\)\.ErrorContext with ctx would \(nocontext\)`
	}
	return err
}

// removeApartBound (good): the path's part is in the context.
func (a *API) removeApartBound(ctx context.Context) error {
	logger := slog.With("note", chi.URLParamFromCtx(ctx, "id"))
	err := a.store.Remove(ctx, chi.URLParamFromCtx(ctx, "id"))
	if err != nil {
		logger.Error("remove note", "err", err)
	}
	return err
}
