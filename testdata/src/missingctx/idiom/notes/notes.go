// Package notes is a logger that takes a context as one more value, and one
// that is bound to a context.
package notes

import (
	"context"
	"fmt"
	"os"
)

// Error writes a line of its arguments; a context that comes first gives it
// the id of its request.
func Error(args ...any) {
	if len(args) > 0 {
		if ctx, ok := args[0].(context.Context); ok {
			args[0] = ctx.Value("id")
		}
	}
	fmt.Fprintln(os.Stderr, args...)
}

// Info writes a line as Error does.
func Info(args ...any) { Error(args...) }

// Logger writes lines.
type Logger struct{ id any }

// From binds a logger to the context's request.
func From(ctx context.Context) *Logger { return &Logger{id: ctx.Value("id")} }

// Standard is bound to nothing.
var Standard = &Logger{}

// Warn writes a line.
func (l *Logger) Warn(msg string) { fmt.Fprintln(os.Stderr, l.id, msg) }
