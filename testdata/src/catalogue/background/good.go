package background

import (
	"log/slog"
	"net/http"
)

func (s *server) refundWithContext(w http.ResponseWriter, r *http.Request) {
	slog.InfoContext(r.Context(), "order refunded", "order", r.PathValue("id"))
}
