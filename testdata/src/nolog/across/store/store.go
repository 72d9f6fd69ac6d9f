// Package store reaches the world outside.
package store

import (
	"context"
	"log/slog"
	"os"
)

// Load reads a file.
func Load(ctx context.Context, id string) ([]byte, error) {
	return os.ReadFile(id)
}

// LoadLogged reads a file, and logs when it cannot.
func LoadLogged(ctx context.Context, id string) ([]byte, error) {
	data, err := os.ReadFile(id)
	if err != nil {
		slog.ErrorContext(ctx, "cannot read", "id", id, "err", err)
		return nil, err
	}
	return data, nil
}
