// Package nocontext holds log lines of request-handling code. One is bad when
// the context that would tie it to its request is in reach and not given.
package nocontext

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"time"
)

type Order struct {
	ID    string
	Total int64
}

type Store interface {
	Load(ctx context.Context, id string) (Order, error)
	Save(ctx context.Context, o Order) error
}

type Service struct {
	store  Store
	logger *slog.Logger
}

type requestIDKey struct{}

// withRequestID (good): puts the request's id into its context.
func withRequestID(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := context.WithValue(r.Context(), requestIDKey{}, r.Header.Get("X-Request-Id"))
		slog.DebugContext(ctx, "request", "path", r.URL.Path)
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

func requestID(ctx context.Context) string {
	id, _ := ctx.Value(requestIDKey{}).(string)
	return id
}

// contextHandler adds the request's id to every record.
type contextHandler struct {
	slog.Handler
	fallback *slog.Logger
	slow     time.Duration
}

// Handle (good): a handler of slog is the far side of the logger, it logs no request's line.
func (h contextHandler) Handle(ctx context.Context, rec slog.Record) error {
	if id := requestID(ctx); id != "" {
		rec.AddAttrs(slog.String("request_id", id))
	}
	start := time.Now()
	err := h.Handler.Handle(ctx, rec)
	if time.Since(start) > h.slow {
		h.fallback.Warn("slow log sink", "took", time.Since(start))
	}
	return err
}

type loggerKey struct{}

func loggerFrom(ctx context.Context) *slog.Logger {
	if l, ok := ctx.Value(loggerKey{}).(*slog.Logger); ok {
		return l
	}
	return slog.Default()
}

// Infof (good): a wrapper without a context has none to give.
func Infof(format string, args ...any) {
	slog.Info(fmt.Sprintf(format, args...))
}

// event (good): a wrapper that adds what the context carries by itself.
func event(ctx context.Context, msg string, args ...any) {
	slog.Info(msg, append(args, "request_id", requestID(ctx))...)
}

// warnf (good): a wrapper that hands the context on.
func warnf(ctx context.Context, format string, args ...any) {
	slog.WarnContext(ctx, fmt.Sprintf(format, args...))
}
