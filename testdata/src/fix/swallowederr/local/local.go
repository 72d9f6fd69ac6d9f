// Package local keeps the logger of the context in a variable.
package local

import (
	"context"
	"os"

	"fix/missingctx/bound/lg"
)

// Lines as this package writes them.
func move(ctx context.Context, from, to string) {
	logger := lg.G(ctx)
	if err := os.Rename(from, to); err != nil {
		logger.WithError(err).Error("failed to move file")
	}
	if err := os.Chmod(to, 0o600); err != nil {
		logger.WithError(err).Error("failed to protect file")
	}
	os.WriteFile(to+".moved", nil, 0o600) // want `discarded`
}

// There is no such variable here, and a context to make it of.
func save(ctx context.Context, name string) {
	os.WriteFile(name, nil, 0o600) // want `discarded`
}
