// Package background holds the examples of the category background in docs/rules.md.
package background

import (
	"context"
	"log/slog"
	"net/http"
)

func (s *server) refund(w http.ResponseWriter, r *http.Request) {
	slog.InfoContext(context.Background(), "order refunded", "order", r.PathValue("id"))
}
