// Package slog has a handler of its own that adds to each line the id of the request, which
// a middleware puts into the context.
package slog

import (
	"context"
	"log/slog"
	"net/http"
	"os"
)

type idKey struct{}

// withID gives each request an id.
func withID(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := context.WithValue(r.Context(), idKey{}, r.Header.Get("X-Request-Id"))
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

type handler struct{ slog.Handler }

func (h handler) Handle(ctx context.Context, record slog.Record) error {
	if id, ok := ctx.Value(idKey{}).(string); ok {
		record.AddAttrs(slog.String("request_id", id))
	}
	return h.Handler.Handle(ctx, record)
}

func (h handler) WithAttrs(attrs []slog.Attr) slog.Handler {
	return handler{h.Handler.WithAttrs(attrs)}
}

func setUp() { slog.SetDefault(slog.New(handler{slog.NewJSONHandler(os.Stderr, nil)})) }

// Handler puts together what is served.
func (a *API) Handler() http.Handler { return withID(http.HandlerFunc(a.list)) }

type Store interface {
	Load(ctx context.Context, id string) ([]byte, error)
}

type API struct{ store Store }

// show (bad): given the context, the line would have the id.
func (a *API) show(w http.ResponseWriter, r *http.Request) {
	if _, err := a.store.Load(r.Context(), r.PathValue("id")); err != nil {
		slog.Error("load note", "err", err) // want `slog\.ErrorContext with r\.Context\(\) would; slog\.withID puts into it what slog\.handler adds to lines \(nocontext\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// list (good): it is given it.
func (a *API) list(w http.ResponseWriter, r *http.Request) {
	if _, err := a.store.Load(r.Context(), ""); err != nil {
		slog.ErrorContext(r.Context(), "list notes", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// export (bad): it is given nobody's.
func (a *API) export(w http.ResponseWriter, r *http.Request) {
	if _, err := a.store.Load(r.Context(), ""); err != nil {
		slog.ErrorContext(context.Background(), "export", "err", err) // want `slog\.ErrorContext is given context\.Background\(\) while r\.Context\(\) is in reach; slog\.withID puts into it what slog\.handler adds to lines \(background\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}
