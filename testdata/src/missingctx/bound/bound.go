// Package bound holds loggers made with With. A line is bad when its logger
// is bound to nothing of the request, however much else it carries.
package bound

import (
	"cmp"
	"context"
	"log/slog"
	"net/http"
	"os"
)

const version = "1.4.2"

type Ticket struct {
	ID    string
	Queue string
}

type Store interface {
	Load(ctx context.Context, id string) (Ticket, error)
	Close(ctx context.Context, id string) error
}

type Desk struct {
	store  Store
	logger *slog.Logger
}

type requestIDKey struct{}

func withRequestID(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := cmp.Or(r.Header.Get("X-Request-Id"), r.RemoteAddr)
		ctx := context.WithValue(r.Context(), requestIDKey{}, id)
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// requestLogger makes the logger of one request.
func (d *Desk) requestLogger(r *http.Request) *slog.Logger {
	id, _ := r.Context().Value(requestIDKey{}).(string)
	return d.logger.With("request_id", id, "path", r.URL.Path)
}

// loggerFrom makes the logger of one request from its context.
func loggerFrom(ctx context.Context) *slog.Logger {
	id, _ := ctx.Value(requestIDKey{}).(string)
	return slog.With("request_id", id)
}

// componentLogger makes the logger of a part of the program.
func componentLogger(name string) *slog.Logger {
	return slog.With("component", name, "version", version)
}

// NewDesk (good): start-up has no request to be bound to.
func NewDesk(store Store) *Desk {
	logger := slog.With("component", "desk", "pid", os.Getpid())
	logger.Info("desk is open")
	return &Desk{store: store, logger: logger}
}
