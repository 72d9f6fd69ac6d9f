// Package swept has functions whose context is that of a request, of the program, or of either:
// by who calls them.
package swept

import (
	"context"
	"net/http"
	"time"

	"github.com/rs/zerolog/log"
)

// withLogger gives each request a logger that has its id.
func withLogger(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		l := log.With().Str("request_id", r.Header.Get("X-Request-Id")).Logger()
		next.ServeHTTP(w, r.WithContext(l.WithContext(r.Context())))
	})
}

type Store struct{ notes map[string]string }

// Handler puts together what is served.
func (s *Store) Handler() http.Handler {
	return withLogger(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.Show(r.Context(), r.PathValue("id"))
		log.Ctx(r.Context()).Info().Msg("shown")
	}))
}

// Show (bad): a handler calls it.
func (s *Store) Show(ctx context.Context, id string) string {
	if s.notes[id] == "" {
		log.Warn().Msg("no such note") // want `the logger of log\.Ctx\(ctx\) would; swept\.withLogger puts a logger with request_id into it \(nocontext\)`
	}
	s.touch(ctx, id)
	return s.notes[id]
}

// touch (bad): so it does this one, by another.
func (s *Store) touch(ctx context.Context, id string) {
	if ctx.Err() != nil {
		log.Warn().Msg("not touched") // want `the logger of log\.Ctx\(ctx\) would; swept\.withLogger puts a logger with request_id into it \(nocontext\)`
	}
}

// Run sweeps from time to time.
func (s *Store) Run(ctx context.Context) {
	for ctx.Err() == nil {
		s.Sweep(ctx)
		time.Sleep(time.Minute)
	}
}

// Sweep (bad, with all shown): nothing that handles requests is seen to call it.
func (s *Store) Sweep(ctx context.Context) {
	for id := range s.notes {
		if ctx.Err() != nil {
			log.Warn().Msg("not swept") // want `the logger of log\.Ctx\(ctx\) would \(nocontext\)`
			return
		}
		delete(s.notes, id)
	}
}
