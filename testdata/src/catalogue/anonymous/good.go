package anonymous

import (
	"log"
	"net/http"
)

func (s *server) exportFor(w http.ResponseWriter, r *http.Request) {
	if err := s.orders.Export(r.Context(), w); err != nil {
		log.Printf("export for %s failed: %v", r.Header.Get("X-Request-Id"), err)
	}
}
