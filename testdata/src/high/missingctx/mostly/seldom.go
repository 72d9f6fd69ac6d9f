package mostly

import "context"

// Sweep (good here): of the lines in this file only one of three carries a context.
func (s *Shelf) Sweep(ctx context.Context) {
	s.logger.Warn("swept")
}

// Move (good here): nor does this, and the context may be the program's.
func (s *Shelf) Move(ctx context.Context, to int) {
	s.logger.Info("moved", "to", to)
}

// Count (good): carries it.
func (s *Shelf) Count(ctx context.Context) {
	s.logger.InfoContext(ctx, "counted")
}
