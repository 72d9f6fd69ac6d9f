package answered

import (
	"encoding/json"
	"log/slog"
	"net/http"
)

// encodeOrder (bad): the client gets the error's text in a map, the operator nothing.
func (s *Server) encodeOrder(w http.ResponseWriter, r *http.Request) {
	order, err := s.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		w.WriteHeader(http.StatusInternalServerError) // want `error from Store\.Load is answered with status 500, but nothing logs it \(answered\)`
		json.NewEncoder(w).Encode(map[string]any{"error": err.Error()})
		return
	}
	json.NewEncoder(w).Encode(order)
}

// encodeOrderLogged (good): the same map, and a line.
func (s *Server) encodeOrderLogged(w http.ResponseWriter, r *http.Request) {
	order, err := s.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		slog.ErrorContext(r.Context(), "load order", "err", err)
		w.WriteHeader(http.StatusInternalServerError)
		json.NewEncoder(w).Encode(map[string]any{"error": err.Error()})
		return
	}
	json.NewEncoder(w).Encode(order)
}

// collectOrders (good): the map with the errors is handed back.
func (s *Server) collectOrders(r *http.Request, ids []string) map[string]any {
	failed := map[string]any{}
	for _, id := range ids {
		if _, err := s.store.Load(r.Context(), id); err != nil {
			failed[id] = err
		}
	}
	return failed
}
