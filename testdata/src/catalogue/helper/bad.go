// Package helper holds the examples of the category helper in docs/rules.md.
package helper

import (
	"log/slog"
	"net/http"
)

func (s *server) archive(w http.ResponseWriter, r *http.Request) {
	note("archived")
}

func note(msg string) { slog.Info(msg) }
