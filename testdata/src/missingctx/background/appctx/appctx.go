// Package appctx holds the context of a program.
package appctx

import (
	"context"
	"log/slog"
)

type instance struct{ context.Context }

var background = instance{context.Background()}

// Background is the context of the program, and of no request.
func Background() context.Context { return background }

type loggerKey struct{}

// Logger returns the logger of a context.
func Logger(ctx context.Context) *slog.Logger {
	if l, ok := ctx.Value(loggerKey{}).(*slog.Logger); ok {
		return l
	}
	return slog.Default()
}
