// Package anonymous holds the examples of the category anonymous in docs/rules.md.
package anonymous

import (
	"log"
	"net/http"
)

func (s *server) export(w http.ResponseWriter, r *http.Request) {
	if err := s.orders.Export(r.Context(), w); err != nil {
		log.Printf("export failed: %v", err)
	}
}
