// Package chi has the middleware of chi that gives each request an id, and a handler of its
// own that adds it to lines.
package chi

import (
	"context"
	"log/slog"
	"net/http"
	"os"

	"github.com/go-chi/chi/v5/middleware"
)

type handler struct{ slog.Handler }

func (h handler) Handle(ctx context.Context, record slog.Record) error {
	record.AddAttrs(slog.String("request_id", middleware.GetReqID(ctx)))
	return h.Handler.Handle(ctx, record)
}

func use(middlewares ...func(http.Handler) http.Handler) {}

func setUp() {
	slog.SetDefault(slog.New(handler{slog.NewJSONHandler(os.Stderr, nil)}))
	use(middleware.RequestID)
}

// show (bad): given the context, the line would have the id.
func show(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		slog.Error("parse form", "err", err) // want `slog\.ErrorContext with r\.Context\(\) would; middleware\.RequestID puts into it what chi\.handler adds to lines \(nocontext\)`
	}
	slog.InfoContext(r.Context(), "shown")
}
