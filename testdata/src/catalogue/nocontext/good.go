package nocontext

import (
	"log/slog"
	"net/http"
)

func (s *server) cancelWithContext(w http.ResponseWriter, r *http.Request) {
	slog.InfoContext(r.Context(), "order cancelled", "order", r.PathValue("id"))
}
