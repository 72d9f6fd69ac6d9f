package bound

import (
	"net/http"

	"github.com/rs/zerolog/log"
)

// The logger of each request is put into its context.
func withLogger(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		logger := log.With().Str("path", r.URL.Path).Logger()
		next.ServeHTTP(w, r.WithContext(logger.WithContext(r.Context())))
	})
}
