// Package plain writes with slog, and without the contexts that are at hand.
package plain

import (
	"context"
	"log/slog"
	"os"
)

type service struct{ logger *slog.Logger }

func newService() *service {
	return &service{slog.New(slog.NewTextHandler(os.Stderr, nil))}
}

// A line as this package writes it.
func (s *service) publish(ctx context.Context, id string) {
	if err := os.Rename(id, id+".public"); err != nil {
		s.logger.Error("failed to rename", "err", err)
	}
}

// The line is written as the others are, though a context is in reach.
func (s *service) index(ctx context.Context, id string) {
	os.WriteFile(id+".index", nil, 0o600) // want `discarded`
}
