// Package web puts a logger into the context of each request, by net/http's own means.
package web

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/rs/zerolog"
	"github.com/rs/zerolog/log"
)

type Store interface {
	Load(ctx context.Context, id string) ([]byte, error)
}

type API struct{ store Store }

// withLogger gives each request a logger that has its id.
func withLogger(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		logger := log.With().Str("service", "notes").Str("request_id", r.Header.Get("X-Request-Id")).Logger()
		next.ServeHTTP(w, r.WithContext(logger.WithContext(r.Context())))
	})
}

// Handler puts together what is served.
func (a *API) Handler() http.Handler { return withLogger(http.HandlerFunc(a.show)) }

// show (bad): the line could have the request's id, and has not.
func (a *API) show(w http.ResponseWriter, r *http.Request) {
	b, err := a.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		log.Error().Err(err).Msg("load note") // want `the logger of log\.Ctx\(r\.Context\(\)\) would; web\.withLogger puts a logger with request_id into it \(nocontext\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write(b)
}

// list (good): the line has it.
func (a *API) list(w http.ResponseWriter, r *http.Request) {
	b, err := a.store.Load(r.Context(), "")
	if err != nil {
		log.Ctx(r.Context()).Error().Err(err).Msg("list notes")
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write(b)
}

// named (good): the line says itself which note it is about.
func (a *API) named(w http.ResponseWriter, r *http.Request) {
	b, err := a.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		log.Error().Err(err).Str("id", r.PathValue("id")).Msg("load note")
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write(b)
}

// export (bad): the logger is made of nobody's context, in which there is none.
func (a *API) export(w http.ResponseWriter, r *http.Request) {
	if err := json.NewEncoder(w).Encode("all"); err != nil {
		zerolog.Ctx(context.Background()).Error().Err(err).Msg("export") // want `writes with a logger of context\.Background\(\) while r\.Context\(\) is in reach; web\.withLogger puts a logger with request_id into it \(background\)`
	}
}
