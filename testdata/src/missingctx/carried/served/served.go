// Package served stands before its handlers with types of its own, whose methods put a
// logger into their contexts.
package served

import (
	"context"
	"net/http"

	"github.com/rs/zerolog/log"
)

// logged puts a logger into the context of each request that it hands on.
type logged struct{ next http.Handler }

func (l *logged) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	logger := log.With().Str("path", r.URL.Path).Logger()
	l.next.ServeHTTP(w, r.WithContext(logger.WithContext(r.Context())))
}

// served is what is served.
var served http.Handler = &logged{http.HandlerFunc(show)}

// show (bad): the request has a logger.
func show(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		log.Warn().Err(err).Msg("parse form") // want `the logger of log\.Ctx\(r\.Context\(\)\) would; \(\*served\.logged\)\.ServeHTTP puts a logger with path into it \(nocontext\)`
	}
}

// list (good): which is used here.
func list(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		log.Ctx(r.Context()).Warn().Err(err).Msg("parse form")
	}
}

type jobKey struct{}

// inner serves requests that the program itself makes: what it puts there is for them.
func inner(h http.Handler, w http.ResponseWriter, path string) {
	r, err := http.NewRequest(http.MethodGet, path, nil)
	if err != nil {
		panic(err)
	}
	h.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), jobKey{}, path)))
}
