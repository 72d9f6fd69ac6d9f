package a // want package:`a\.NotesOf binds loggers of errfate/facts/a; a\.FromContext binds loggers of log/slog`

import (
	"context"
	"log/slog"
	"net/http"
)

type loggerKey struct{}

// FromContext returns the logger that the context carries.
func FromContext(ctx context.Context) *slog.Logger { // want FromContext:`^binds a logger$`
	if l, ok := ctx.Value(loggerKey{}).(*slog.Logger); ok {
		return l
	}
	return slog.Default()
}

// OfRequest binds data of the request.
func OfRequest(r *http.Request) *slog.Logger { // want OfRequest:`^binds a logger$`
	return slog.With("path", r.URL.Path)
}

// Deaf is given a context, and does not use it.
func Deaf(ctx context.Context) *slog.Logger {
	return slog.Default()
}

// Value is given a context, and returns no logger.
func Value(ctx context.Context) any {
	return ctx.Value(loggerKey{})
}

// Notes is a logger of this package's own.
type Notes struct{ l *slog.Logger }

// Note logs.
func (n *Notes) Note(msg string) { n.l.Warn(msg) } // want Note:`^param 0: logged; line; logs without context by \(\*slog\.Logger\)\.Warn$`

// NotesOf binds one.
func NotesOf(ctx context.Context) *Notes { // want NotesOf:`^binds a logger$`
	return &Notes{l: FromContext(ctx)}
}
