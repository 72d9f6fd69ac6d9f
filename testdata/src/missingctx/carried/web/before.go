package web

import (
	"net/http"

	"github.com/rs/zerolog/log"
)

// recovered (bad, with all shown): it stands before handlers, and it is not known whether the
// logger is in the context before it.
func recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				log.Error().Interface("panic", v).Msg("recovered") // want `the logger of log\.Ctx\(r\.Context\(\)\) would \(nocontext\)`
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// rejected (bad): it hands nothing on.
func rejected(w http.ResponseWriter, r *http.Request) {
	log.Warn().Msg("rejected") // want `the logger of log\.Ctx\(r\.Context\(\)\) would; web\.withLogger puts a logger with request_id into it \(nocontext\)`
	http.Error(w, "not allowed", http.StatusForbidden)
}
