// Package answered holds the examples of the category answered in docs/rules.md.
package answered

import "net/http"

func (s *server) showOrder(w http.ResponseWriter, r *http.Request) {
	order, err := s.orders.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	s.render(w, order)
}
