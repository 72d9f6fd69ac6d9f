// Package together never writes with the loggers that its requests have: that is one cause,
// and is said once, where it tells most.
package together

import (
	"context"
	"net/http"

	"github.com/rs/zerolog/log"
)

// withLogger gives each request a logger that has its id.
func withLogger(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		l := log.With().Str("request_id", r.Header.Get("X-Request-Id")).Logger()
		next.ServeHTTP(w, r.WithContext(l.WithContext(r.Context())))
	})
}

// Handler puts together what is served.
func (a *API) Handler() http.Handler { return withLogger(http.HandlerFunc(a.show)) }

type Store interface {
	Load(ctx context.Context, id string) ([]byte, error)
}

type API struct{ store Store }

// load (bad): counted with the first line of a handler.
func (a *API) load(ctx context.Context, id string) ([]byte, error) {
	log.Info().Msg("load")
	return a.store.Load(ctx, id)
}

// show (bad): said here, where the request is at hand.
func (a *API) show(w http.ResponseWriter, r *http.Request) {
	b, err := a.load(r.Context(), r.PathValue("id"))
	if err != nil {
		log.Error().Err(err).Msg("load note") // want `the logger of log\.Ctx\(r\.Context\(\)\) would; together\.withLogger puts a logger with request_id into it(; 3 other lines of the package lack it as well)? \(nocontext\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write(b)
}

// list (bad): counted there.
func (a *API) list(w http.ResponseWriter, r *http.Request) {
	if _, err := a.load(r.Context(), ""); err != nil {
		log.Error().Err(err).Msg("list notes")
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// drop (bad): counted there, though another line of the package does better.
func (a *API) drop(w http.ResponseWriter, r *http.Request) {
	log.Warn().Msg("drop")
	http.Error(w, "not allowed", http.StatusForbidden)
}

// ping (good): the request's logger.
func (a *API) ping(w http.ResponseWriter, r *http.Request) {
	log.Ctx(r.Context()).Info().Msg("ping")
}

// move (good): it leaves the line to what it calls.
func (a *API) move(w http.ResponseWriter, r *http.Request) {
	if err := a.rename(r.Context(), r.PathValue("id")); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// rename (bad): another line of the function does better, so this one was forgotten.
func (a *API) rename(ctx context.Context, id string) error {
	log.Ctx(ctx).Info().Msg("rename")
	_, err := a.store.Load(ctx, id)
	if err != nil {
		log.Error().Err(err).Msg("rename note") // want `the logger of log\.Ctx\(ctx\) would; together\.withLogger puts a logger with request_id into it \(nocontext\)`
	}
	return err
}
