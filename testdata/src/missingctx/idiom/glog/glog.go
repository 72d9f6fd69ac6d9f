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

// lines are written in the background.
var lines = make(chan string, 100)

// Infof has a line written.
func Infof(format string, args ...any) { lines <- fmt.Sprintf(format, args...) }

// InfofCtx has a line written with the id of the context's request.
func InfofCtx(ctx context.Context, format string, args ...any) {
	lines <- fmt.Sprintf("%v "+format, append([]any{ctx.Value("id")}, args...)...)
}
