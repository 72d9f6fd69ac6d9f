// Package computed puts values under keys that are not seen: nothing is known of what its
// contexts carry.
package computed

import (
	"context"
	"log/slog"
	"net/http"
	"os"
)

type key string

func put(ctx context.Context, name string, v any) context.Context {
	return context.WithValue(ctx, key("app."+name), v)
}

// withID gives each request an id, under a key that is put together.
func withID(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(put(r.Context(), "id", r.Header.Get("X-Request-Id"))))
	})
}

type handler struct{ slog.Handler }

func (h handler) Handle(ctx context.Context, record slog.Record) error {
	for _, name := range []string{"id", "user"} {
		if v := ctx.Value(key("app." + name)); v != nil {
			record.AddAttrs(slog.Any(name, v))
		}
	}
	return h.Handler.Handle(ctx, record)
}

func setUp() { slog.SetDefault(slog.New(handler{slog.NewJSONHandler(os.Stderr, nil)})) }

// show (bad, with all shown): what it lacks is not known.
func show(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		slog.Error("parse form", "err", err) // want `slog\.ErrorContext with r\.Context\(\) would \(nocontext\)`
	}
	slog.InfoContext(r.Context(), "shown")
}
