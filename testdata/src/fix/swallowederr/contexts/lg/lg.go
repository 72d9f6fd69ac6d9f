// Package lg puts loggers into contexts and takes them out again.
package lg

import (
	"context"
	"log/slog"
)

type key struct{}

// Into puts a logger into a context, for whoever calls it.
func Into(ctx context.Context, l *slog.Logger) context.Context {
	return context.WithValue(ctx, key{}, l)
}

// From writes nothing where there is none.
func From(ctx context.Context) *slog.Logger {
	if l, ok := ctx.Value(key{}).(*slog.Logger); ok {
		return l
	}
	return slog.New(slog.DiscardHandler)
}
