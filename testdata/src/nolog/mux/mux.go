// Package mux holds handlers behind a router of gorilla/mux, which are those of
// net/http.
package mux

import (
	"context"
	"log/slog"
	"net/http"

	"github.com/gorilla/mux"
)

type Store interface {
	Load(ctx context.Context, id string) ([]byte, error)
}

type API struct{ store Store }

func (a *API) routes(r *mux.Router) {
	r.HandleFunc("/cars/{id}", a.show)
	r.HandleFunc("/cars/{id}/old", a.showLogged)
}

// show (bad): the client is told, the operator is not.
func (a *API) show(w http.ResponseWriter, r *http.Request) {
	car, err := a.store.Load(r.Context(), mux.Vars(r)["id"])
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError) // want `error from Store\.Load is answered with status 500, but nothing logs it.*\(answered\)`
		return
	}
	w.Write(car)
}

// showLogged (good): a line is written.
func (a *API) showLogged(w http.ResponseWriter, r *http.Request) {
	car, err := a.store.Load(r.Context(), mux.Vars(r)["id"])
	if err != nil {
		slog.ErrorContext(r.Context(), "load car", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write(car)
}
