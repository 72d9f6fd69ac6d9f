// Package hlog has the middleware of zerolog itself.
package hlog

import (
	"net/http"

	"github.com/rs/zerolog/hlog"
	"github.com/rs/zerolog/log"
)

// serve puts together what is served.
func serve() http.Handler {
	h := hlog.RequestIDHandler("req_id", "X-Request-Id")(http.HandlerFunc(show))
	return hlog.NewHandler(log.Logger)(h)
}

// show (bad): the line could have the request's id.
func show(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		log.Warn().Err(err).Msg("parse form") // want `the logger of log\.Ctx\(r\.Context\(\)\) would; hlog\.RequestIDHandler puts a logger with req_id into it \(nocontext\)`
	}
	log.Ctx(r.Context()).Info().Msg("shown")
}
