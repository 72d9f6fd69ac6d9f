package helper

import (
	"context"
	"log/slog"
	"net/http"
)

func (s *server) archiveNoted(w http.ResponseWriter, r *http.Request) {
	record(r.Context(), "archived")
}

func record(ctx context.Context, msg string) { slog.InfoContext(ctx, msg) }
