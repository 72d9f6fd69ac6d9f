// Package detached has goroutines that outlive the request which starts them, and lines
// whose handler adds its id from the context.
package detached

import (
	"context"
	"log/slog"
	"net/http"
	"os"
	"time"
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
func (a *API) Handler() http.Handler { return withID(http.HandlerFunc(a.lost)) }

type Store interface {
	Load(ctx context.Context, id string) ([]byte, error)
}

type API struct{ store Store }

// later (good): the goroutine outlives the request, whose values it keeps.
func (a *API) later(w http.ResponseWriter, r *http.Request) {
	ctx := context.WithoutCancel(r.Context())
	go func() {
		if _, err := a.store.Load(ctx, ""); err != nil {
			slog.ErrorContext(ctx, "load later", "err", err)
		}
	}()
}

// lost (bad): it does not keep them.
func (a *API) lost(w http.ResponseWriter, r *http.Request) {
	go func() {
		if _, err := a.store.Load(context.Background(), ""); err != nil {
			slog.ErrorContext(context.Background(), "load later", "err", err) // want `slog\.ErrorContext is given context\.Background\(\) while context\.WithoutCancel\(r\.Context\(\)\) is in reach; detached\.withID puts into it`
		}
	}()
}

// mailed (bad): what the goroutine works with is limited, and has lost what the request's
// context holds.
func (a *API) mailed(w http.ResponseWriter, r *http.Request) {
	go func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		if _, err := a.store.Load(ctx, "mail"); err != nil {
			slog.ErrorContext(ctx, "load mail", "err", err) // want `slog\.ErrorContext is given context\.Background\(\) while context\.WithoutCancel\(r\.Context\(\)\) is in reach; detached\.withID puts into it`
		}
	}()
}

// mailedWith (good): it is limited, and holds it.
func (a *API) mailedWith(w http.ResponseWriter, r *http.Request) {
	kept := context.WithoutCancel(r.Context())
	go func() {
		ctx, cancel := context.WithTimeout(kept, time.Minute)
		defer cancel()
		if _, err := a.store.Load(ctx, "mail"); err != nil {
			slog.ErrorContext(ctx, "load mail", "err", err)
		}
	}()
}

// checked (good): the work of the request itself is detached on purpose.
func (a *API) checked(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if _, err := a.store.Load(ctx, "check"); err != nil {
		slog.ErrorContext(ctx, "check", "err", err)
	}
}

// sweep (good): the program's own work is for no request.
func (a *API) sweep() {
	go func() {
		ctx := context.Background()
		if _, err := a.store.Load(ctx, "old"); err != nil {
			slog.ErrorContext(ctx, "sweep", "err", err)
		}
	}()
}
