// Package c uses b, which uses a: what is known of a comes here only through // want package:`b\.ByContext binds loggers of errfate/traits/a; a\.FromContext binds loggers of log/slog`
// b's facts.
package c

import (
	"context"

	"errfate/traits/b"
)

// Logf hands its list through three packages.
func Logf(format string, args ...any) { // want Logf:`^logs without context by b\.Logf → a\.Logf$`
	b.Logf("c: "+format, args...)
}

// Bind binds what b binds.
func Bind(ctx context.Context) any { return b.ByContext(ctx) }
