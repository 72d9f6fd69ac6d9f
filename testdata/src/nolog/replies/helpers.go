// Package replies holds handlers that answer through what a project has for
// that: helpers over helpers, generic ones, and function values.
package replies

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"log/slog"
	"net/http"
)

// Track is one recording.
type Track struct{ ID, Title string }

// Library keeps the tracks.
type Library interface {
	Track(ctx context.Context, id string) (Track, error)
	Put(ctx context.Context, t Track) error
	Drop(ctx context.Context, id string) error
}

// Site serves the library.
type Site struct {
	lib    Library
	logger *slog.Logger
	// tell takes the error as well.
	tell func(w http.ResponseWriter, code int, err error)
}

// page is what every reply is wrapped in.
type page[T any] struct {
	Data  T      `json:"data,omitempty"`
	Error string `json:"error,omitempty"`
}

// send (good): the lowest level, writes whatever it is given.
func send[T any](w http.ResponseWriter, code int, p page[T]) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(code)
	_ = json.NewEncoder(w).Encode(p)
}

// sendData (good): the generic reply of a handler that has something to say.
func sendData[T any](w http.ResponseWriter, data T) { send(w, http.StatusOK, page[T]{Data: data}) }

// sendError (good): the middle level, knows a status and a text.
func sendError(w http.ResponseWriter, code int, text string) {
	send(w, code, page[struct{}]{Error: text})
}

// broken (good): the upper level, knows nothing.
func broken(w http.ResponseWriter) { sendError(w, http.StatusInternalServerError, "something broke") }

// brokenBy (good): the upper level with the error, which is logged one level down.
func brokenBy(w http.ResponseWriter, r *http.Request, err error) {
	record(r, err)
	broken(w)
}

// record (good): the line of every request that failed.
func record(r *http.Request, err error) {
	slog.ErrorContext(r.Context(), "request failed", "path", r.URL.Path, "err", err)
}

// fail (good): a method that knows the site and not the error.
func (s *Site) fail(w http.ResponseWriter) {
	http.Error(w, "out of order", http.StatusInternalServerError)
}

// failWith (good): a method that logs what it is given.
func (s *Site) failWith(w http.ResponseWriter, r *http.Request, err error) {
	s.logger.ErrorContext(r.Context(), "out of order", "err", err)
	s.fail(w)
}

// failf (good): formats, logs and answers.
func failf(w http.ResponseWriter, format string, args ...any) {
	text := fmt.Sprintf(format, args...)
	log.Print(text)
	sendError(w, http.StatusInternalServerError, text)
}

// unavailableBy is a helper that is kept in a variable, and logs.
var unavailableBy = func(w http.ResponseWriter, err error) {
	log.Printf("unavailable: %v", err)
	http.Error(w, "come back later", http.StatusServiceUnavailable)
}
