package grpc

import (
	"context"
	"net/http"

	"github.com/rs/zerolog/log"
)

// withLogger gives each request of HTTP a logger of zerolog.
func withLogger(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		l := log.With().Str("path", r.URL.Path).Logger()
		next.ServeHTTP(w, r.WithContext(l.WithContext(r.Context())))
	})
}

// handler puts together what is served.
func handler() http.Handler { return withLogger(http.HandlerFunc(healthz)) }

// healthz (bad): it has one.
func healthz(w http.ResponseWriter, r *http.Request) {
	log.Warn().Msg("asked how it is") // want `the logger of log\.Ctx\(r\.Context\(\)\) would; grpc\.withLogger puts a logger with path into it \(nocontext\)`
}

// Ping (bad, with all shown): what stands before requests of HTTP does nothing for those of
// gRPC.
func (n *Notes) Ping(ctx context.Context, req *ShowRequest) (*ShowResponse, error) {
	log.Warn().Msg("pinged") // want `the logger of log\.Ctx\(ctx\) would \(nocontext\)`
	return &ShowResponse{}, nil
}

// status (good): the request's.
func status(w http.ResponseWriter, r *http.Request) { log.Ctx(r.Context()).Info().Msg("status") }
