// Package seen puts a logger into the context of each request.
package seen

import (
	"context"
	"log/slog"
	"net/http"
	"os"

	"fix/swallowederr/contexts/lg"
)

func withLogger(logger *slog.Logger, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(lg.Into(r.Context(), logger)))
	})
}

// A line as this package writes it.
func open(ctx context.Context) { lg.From(ctx).InfoContext(ctx, "open") }

// There is a logger in the context.
func save(ctx context.Context, path string) {
	os.WriteFile(path, nil, 0o600) // want `discarded`
}
