// Package logging has loggers of its own, and keeps that of a request in its context, under
// a key of its own.
package logging

import (
	"context"
	"fmt"
	"net/http"
	"os"
)

// A Logger writes lines with its fields.
type Logger struct{ fields []any }

// Error writes a line.
func (l *Logger) Error(msg string) { fmt.Fprintln(os.Stderr, append(l.fields, msg)...) }

// With returns a logger that has a field more.
func (l *Logger) With(name string, value any) *Logger {
	return &Logger{append(l.fields, name, value)}
}

// Std is the logger of the program.
var Std = &Logger{}

type key struct{}

// Into returns a context that has a logger.
func Into(ctx context.Context, l *Logger) context.Context {
	return context.WithValue(ctx, key{}, l)
}

// From returns the logger of a context.
func From(ctx context.Context) *Logger {
	if l, ok := ctx.Value(key{}).(*Logger); ok {
		return l
	}
	return Std
}

// Middleware gives each request a logger that has its path.
func Middleware(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		l := Std.With("path", r.URL.Path).With("method", r.Method)
		next.ServeHTTP(w, r.WithContext(Into(r.Context(), l)))
	})
}
