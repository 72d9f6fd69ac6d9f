package answered

import (
	"log/slog"
	"net/http"
)

func (s *server) showAnyOrder(w http.ResponseWriter, r *http.Request) {
	order, err := s.orders.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		slog.ErrorContext(r.Context(), "cannot load order", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	s.render(w, order)
}
