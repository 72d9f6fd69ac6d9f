// Package mostly has lines that lack a context in files whose other lines carry
// one more often than not, and in files where that is the exception.
package mostly

import (
	"context"
	"log/slog"
	"net/http"
)

// Shelf keeps books.
type Shelf struct{ logger *slog.Logger }

// Show (good): the line carries the request's context.
func (s *Shelf) Show(w http.ResponseWriter, r *http.Request) {
	s.logger.InfoContext(r.Context(), "show", "id", r.PathValue("id"))
}

// Find (good): so does this one.
func (s *Shelf) Find(ctx context.Context, id string) {
	s.logger.DebugContext(ctx, "find", "id", id)
}

// Lend (bad): the file's other lines carry it.
func (s *Shelf) Lend(ctx context.Context, id string) {
	s.logger.Warn("lent", "id", id) // want `\(\*slog\.Logger\)\.Warn does not carry the request's context: \(\*slog\.Logger\)\.WarnContext with ctx would \(nocontext\)`
}
