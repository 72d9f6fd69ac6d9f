package helper

import (
	"context"
	"log/slog"
	"net/http"
)

func (s *server) archiveNoted(w http.ResponseWriter, r *http.Request) {
	noteContext(r.Context(), "archived")
}

func noteContext(ctx context.Context, msg string) { slog.InfoContext(ctx, msg) }
