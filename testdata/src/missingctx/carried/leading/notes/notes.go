// Package notes is a logger that takes a context as one more value.
package notes

import (
	"context"
	"fmt"
	"net/http"
	"os"
)

type key string

const fieldsKey = key("fields")

// Error writes a line of its arguments; a context that comes first gives it its fields.
func Error(args ...any) { write(args) }

func write(args []any) {
	if len(args) > 0 {
		args = append(fieldsOf(args[0]), args...)
	}
	fmt.Fprintln(os.Stderr, args...)
}

func fieldsOf(v any) []any {
	if ctx, ok := v.(context.Context); ok {
		fields, _ := ctx.Value(fieldsKey).([]any)
		return fields
	}
	return nil
}

// With returns a context whose lines have more fields.
func With(ctx context.Context, fields ...any) context.Context {
	return context.WithValue(ctx, fieldsKey, fields)
}

// Requests gives the lines of each request its path.
func Requests(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		next.ServeHTTP(w, r.WithContext(With(r.Context(), "path", r.URL.Path)))
	})
}
