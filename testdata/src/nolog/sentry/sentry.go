// Package sentry holds handlers and panics that Sentry hears of.
package sentry

import (
	"context"
	"net/http"

	"github.com/getsentry/sentry-go"
)

type Store interface {
	Load(ctx context.Context, id string) (string, error)
}

type API struct{ store Store }

// show (good): the client gets a 500, Sentry the cause.
func (a *API) show(w http.ResponseWriter, r *http.Request) {
	s, err := a.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		sentry.CaptureException(err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte(s))
}

// showMessage (bad): Sentry hears that, not why.
func (a *API) showMessage(w http.ResponseWriter, r *http.Request) {
	s, err := a.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		sentry.CaptureMessage("load failed")
		http.Error(w, "internal error", http.StatusInternalServerError) // want `error from Store\.Load is answered with status 500, but nothing logs it.*\(answered\)`
		return
	}
	w.Write([]byte(s))
}

// guard (good): the hub gets the panic's value.
func guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				sentry.CurrentHub().Recover(v)
				w.WriteHeader(http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// guardBare (bad): the panic's value is let go.
func guardBare(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil { // want `recovered panic is dropped: nothing logs it.*\(recovered\)`
				w.WriteHeader(http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}
