// Package glog is a logger with siblings that take a context.
package glog

import (
	"context"
	"fmt"
	"os"
)

// Errorf writes a line.
func Errorf(format string, args ...any) {
	fmt.Fprintf(os.Stderr, format, args...)
}

// ErrorfCtx writes a line with the id of the context's request.
func ErrorfCtx(ctx context.Context, format string, args ...any) {
	fmt.Fprintf(os.Stderr, format, append(args, ctx.Value("id"))...)
}

// Warningf has no sibling.
func Warningf(format string, args ...any) {
	fmt.Fprintf(os.Stderr, format, args...)
}
