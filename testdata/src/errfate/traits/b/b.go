// Package b uses a, of which it knows the facts alone. // want package:`a\.NotesOf binds loggers of errfate/traits/a; a\.FromContext binds loggers of log/slog`
package b

import (
	"context"
	"io"
	"log/slog"

	"errfate/traits/a"
)

// ByContext binds a logger of a's.
func ByContext(ctx context.Context) *a.Notes { // want ByContext:`^binds a logger$`
	return a.NotesOf(ctx)
}

// Logf hands format and list on.
func Logf(format string, args ...any) { // want Logf:`^logs without context by a\.Logf$`
	a.Logf("b: "+format, args...)
}

// ByVariable logs through a variable of a's: what calls it names it by no way.
func ByVariable(msg string) { a.Warnf(msg) }

// Plain gives what a gives.
func Plain(w io.Writer) *slog.Logger { // want Plain:`^blind to contexts$`
	return a.Plain(w)
}
