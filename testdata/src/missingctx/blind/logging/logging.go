// Package logging makes the loggers of a program.
package logging

import (
	"context"
	"io"
	"log/slog"
	"os"
)

// New returns a logger of the standard library's handlers, which read nothing
// from contexts.
func New(json bool) *slog.Logger {
	var h slog.Handler = slog.NewTextHandler(os.Stderr, nil)
	if json {
		h = slog.NewJSONHandler(os.Stderr, nil)
	}
	return slog.New(h).With("service", "notes")
}

// A traced handler adds the request's id.
type traced struct{ slog.Handler }

// Handle adds the request's id.
func (t traced) Handle(ctx context.Context, rec slog.Record) error {
	if id, ok := ctx.Value("id").(string); ok {
		rec.AddAttrs(slog.String("request_id", id))
	}
	return t.Handler.Handle(ctx, rec)
}

// NewTraced returns a logger whose lines carry the request's id.
func NewTraced() *slog.Logger {
	return slog.New(traced{slog.NewTextHandler(os.Stderr, nil)})
}

// A plain handler writes messages and nothing else.
type plain struct{ w io.Writer }

func (plain) Enabled(context.Context, slog.Level) bool { return true }

// Handle does not look at its context.
func (p plain) Handle(_ context.Context, rec slog.Record) error {
	_, err := io.WriteString(p.w, rec.Message)
	return err
}

func (p plain) WithAttrs([]slog.Attr) slog.Handler { return p }

func (p plain) WithGroup(string) slog.Handler { return p }

// NewPlain returns a logger of messages.
func NewPlain() *slog.Logger { return slog.New(plain{os.Stderr}) }
