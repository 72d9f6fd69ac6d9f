package a // want package:`a\.NotesOf binds loggers of errfate/traits/a; a\.FromContext binds loggers of log/slog`

import (
	"context"
	"io"
	"log"
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
func (n *Notes) Note(msg string) { n.l.Warn(msg) } // want Note:`^logs without context by \(\*slog\.Logger\)\.Warn$`

// NotesOf binds one.
func NotesOf(ctx context.Context) *Notes { // want NotesOf:`^binds a logger$`
	return &Notes{l: FromContext(ctx)}
}

// MethodValue holds a method value of the package's own.
var MethodValue = (&Console{}).Report // want MethodValue:`^logs without context by slog\.Error$`

// Warnf holds a function of the library.
var Warnf = slog.Warn // want Warnf:`^logs without context by slog\.Warn$`

// Console has a field that is set to a literal.
type Console struct {
	OnError func(err error) // want OnError:`^logs without context by slog\.Error$`
}

// NewConsole sets it.
func NewConsole() *Console {
	return &Console{OnError: func(err error) { slog.Error("failed", "err", err) }}
}

// Report logs.
func (c *Console) Report(err error) { // want Report:`^logs without context by slog\.Error$`
	slog.Error("reported", "err", err)
}

// Logf has a format, and no context.
func Logf(format string, args ...any) { // want Logf:`^logs without context by slog\.Info$`
	slog.Info(format, args...)
}

// Quiet writes lines that no context could be given to.
func Quiet(msg string) { log.Print(msg) }

// Carries gives its line the context.
func Carries(ctx context.Context, msg string) { slog.InfoContext(ctx, msg) }

// Plain gives loggers that read nothing from contexts.
func Plain(w io.Writer) *slog.Logger { // want Plain:`^blind to contexts$`
	return slog.New(slog.NewTextHandler(w, nil))
}
