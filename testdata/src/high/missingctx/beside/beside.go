// Package beside has what is shown by default of lines that lack a context:
// where the request is at hand, and where another line of the function carries
// the context that this one lacks. A context alone may be that of the program.
package beside

import (
	"context"
	"log/slog"
	"net/http"
	"time"
)

// Shelf keeps books.
type Shelf struct{ logger *slog.Logger }

// Show is bad: the request is at hand.
func (s *Shelf) Show(w http.ResponseWriter, r *http.Request) {
	s.logger.Info("show", "id", 1) // want `\(\*slog\.Logger\)\.Info does not carry the request's context: \(\*slog\.Logger\)\.InfoContext with r\.Context\(\) would \(nocontext\)`
	if err := s.find(r.Context(), r.PathValue("id")); err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// find is bad: one of its lines carries the context, the other does not.
func (s *Shelf) find(ctx context.Context, id string) error {
	s.logger.DebugContext(ctx, "find", "id", id)
	if id == "" {
		s.logger.Warn("no id") // want `\(\*slog\.Logger\)\.Warn does not carry the request's context: \(\*slog\.Logger\)\.WarnContext with ctx would \(nocontext\)`
	}
	return nil
}

// later is bad: so it is where the other line stands in a literal.
func (s *Shelf) later(ctx context.Context, id string) {
	s.logger.Info("later", "id", id) // want `\(\*slog\.Logger\)\.Info does not carry the request's context: \(\*slog\.Logger\)\.InfoContext with ctx would \(nocontext\)`
	time.AfterFunc(time.Second, func() {
		s.logger.InfoContext(ctx, "now", "id", id)
	})
}

// sweep is not shown by default: no line of it carries its context, which may
// well be that of the program.
func (s *Shelf) sweep(ctx context.Context) {
	for range time.Tick(time.Hour) {
		s.logger.Info("sweep")
		if ctx.Err() != nil {
			return
		}
	}
}

// detached is not shown by default: the other line carries a context that is
// nobody's.
func (s *Shelf) detached(ctx context.Context) {
	s.logger.InfoContext(context.Background(), "begin", "deadline", hasDeadline(ctx))
	s.logger.Info("end")
}

func hasDeadline(ctx context.Context) bool {
	_, ok := ctx.Deadline()
	return ok
}
