// Package accessor gets its loggers from contexts, and from what embeds one.
package accessor

import (
	"context"
	"fmt"
	"log/slog"
	"os"
)

type loggerKey struct{}

// LoggerOf returns the logger of a context.
func LoggerOf(ctx context.Context, keys ...any) *slog.Logger {
	if logger, ok := ctx.Value(loggerKey{}).(*slog.Logger); ok {
		return logger.With(keys...)
	}
	return slog.Default()
}

type handler struct {
	context.Context
	path string
}

// A line as this package writes it.
func (h *handler) put() error {
	if err := os.WriteFile(h.path, nil, 0o600); err != nil {
		LoggerOf(h).Error(fmt.Sprint("cannot write ", h.path), "err", err)
		return err
	}
	return nil
}

// A context does where there is no handler.
func sweep(ctx context.Context, paths []string) int {
	for _, path := range paths {
		if err := os.Remove(path); err != nil { // want `dropped`
			continue
		}
	}
	return len(paths)
}

type job struct {
	context.Context
	paths []string
}

// So does what embeds one.
func (j *job) count() (n int) {
	for _, path := range j.paths {
		data, err := os.ReadFile(path)
		if err != nil { // want `dropped`
			continue
		}
		n += len(data)
	}
	return n
}
