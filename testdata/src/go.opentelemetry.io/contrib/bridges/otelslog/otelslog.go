// Package otelslog stands in for go.opentelemetry.io/contrib/bridges/otelslog v0.18.0: the
// declarations that the corpora use.
package otelslog

import (
	"context"
	"log/slog"
)

type Option interface{}

type Handler struct{ scope string }

func NewHandler(name string, options ...Option) *Handler { return &Handler{scope: name} }

func NewLogger(name string, options ...Option) *slog.Logger {
	return slog.New(NewHandler(name, options...))
}

func (h *Handler) Handle(ctx context.Context, record slog.Record) error { return nil }

func (h *Handler) Enabled(ctx context.Context, l slog.Level) bool { return true }

func (h *Handler) WithAttrs(attrs []slog.Attr) slog.Handler { return h }

func (h *Handler) WithGroup(name string) slog.Handler { return h }
