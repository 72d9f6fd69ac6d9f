// Package nothing makes loggers of contexts in which nothing has put one.
package nothing

import (
	"context"
	"net/http"

	"github.com/rs/zerolog/log"
)

type Store interface {
	Load(ctx context.Context, id string) ([]byte, error)
}

type API struct{ store Store }

// counted stands before the handlers, and puts nothing into their context.
func counted(next http.Handler) http.Handler {
	n := 0
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n++
		next.ServeHTTP(w, r)
	})
}

// withLogger would put a logger there, and nothing uses it.
func withLogger(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		l := log.With().Str("request_id", r.Header.Get("X-Request-Id")).Logger()
		next.ServeHTTP(w, r.WithContext(l.WithContext(r.Context())))
	})
}

// show (bad, with all shown): what its context carries is not known.
func (a *API) show(w http.ResponseWriter, r *http.Request) {
	b, err := a.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		log.Error().Err(err).Msg("load note") // want `the logger of log\.Ctx\(r\.Context\(\)\) would \(nocontext\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write(b)
}

// list (good): the line is that of the context, which may be nobody's.
func (a *API) list(w http.ResponseWriter, r *http.Request) {
	if _, err := a.store.Load(r.Context(), ""); err != nil {
		log.Ctx(r.Context()).Error().Err(err).Msg("list notes")
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}
