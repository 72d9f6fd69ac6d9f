// Package nocontext holds the examples of the category nocontext in docs/rules.md.
package nocontext

import (
	"log/slog"
	"net/http"
)

func (s *server) cancel(w http.ResponseWriter, r *http.Request) {
	slog.Info("order cancelled", "order", r.PathValue("id"))
}
