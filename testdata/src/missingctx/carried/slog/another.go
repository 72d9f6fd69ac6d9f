package slog

import (
	"errors"
	"log/slog"
	"net/http"
)

// other (good here): that the line has another error than the one at hand is what is wrong
// with it, and said as such.
func (a *API) other(w http.ResponseWriter, r *http.Request) {
	if _, err := a.store.Load(r.Context(), ""); err != nil {
		slog.Error("load", "err", errors.New("cannot load"))
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// own (bad): the error at hand is in the line, which lacks its context.
func (a *API) own(w http.ResponseWriter, r *http.Request) {
	if _, err := a.store.Load(r.Context(), ""); err != nil {
		slog.Error("load", "err", err) // want `slog\.ErrorContext with r\.Context\(\) would; slog\.withID puts into it`
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}
