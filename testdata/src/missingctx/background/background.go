// Package background holds log calls with a context that belongs to nobody.
// One is bad when the request's own context is in reach.
package background

import (
	"context"
	"log/slog"
	"net/http"
)

type Item struct{ ID string }

type Store interface {
	Load(ctx context.Context, id string) (Item, error)
	Save(ctx context.Context, it Item) error
}

type Service struct {
	store  Store
	logger *slog.Logger
}

type requestIDKey struct{}

func withRequestID(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := context.WithValue(r.Context(), requestIDKey{}, r.Header.Get("X-Request-Id"))
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// contextHandler adds the request's id to every record.
type contextHandler struct{ slog.Handler }

// Handle adds the request's id to rec.
func (h contextHandler) Handle(ctx context.Context, rec slog.Record) error {
	if id, ok := ctx.Value(requestIDKey{}).(string); ok {
		rec.AddAttrs(slog.String("request_id", id))
	}
	return h.Handler.Handle(ctx, rec)
}
