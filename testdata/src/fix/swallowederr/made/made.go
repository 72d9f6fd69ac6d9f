// Package made writes with a logger that is made of a context by what a
// variable of another package holds, and has one beside it for those without.
package made

import (
	"context"
	"os"

	"fix/missingctx/bound/lg"
)

// Lines as this package writes them.
func move(ctx context.Context, from, to string) {
	if err := os.Rename(from, to); err != nil {
		lg.G(ctx).WithError(err).Error("failed to move file")
	}
	if err := os.Chmod(to, 0o600); err != nil {
		lg.G(ctx).WithError(err).Warn("failed to protect file")
	}
}

// A context is at hand.
func save(ctx context.Context, name string) {
	os.WriteFile(name, nil, 0o600) // want `discarded`
}

// No context is at hand.
func ensure(dir string) bool {
	if err := os.MkdirAll(dir, 0o700); err != nil { // want `dropped`
		return false
	}
	return true
}
