// Package replied holds handlers that call what cannot be looked into: whether
// it answers is not known, that it is not handed the error is.
package replied

import (
	"context"
	"net/http"
)

// Library keeps the tracks.
type Library interface {
	Drop(ctx context.Context, id string) error
}

// Site serves the library.
type Site struct {
	lib Library
	// deny answers what went wrong; the tests put another one in its place.
	deny func(w http.ResponseWriter, code int)
	// tell takes the error as well.
	tell func(w http.ResponseWriter, code int, err error)
}

// Drop is bad: the field's function gets a status, and no error that it could log.
func (s *Site) Drop(w http.ResponseWriter, r *http.Request) {
	if err := s.lib.Drop(r.Context(), r.PathValue("id")); err != nil { // want `error from Library\.Drop is dropped: .*\(dropped\)`
		s.deny(w, http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// DropTold is good: what the field's function does with the error is its own business.
func (s *Site) DropTold(w http.ResponseWriter, r *http.Request) {
	if err := s.lib.Drop(r.Context(), r.PathValue("id")); err != nil {
		s.tell(w, http.StatusInternalServerError, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
