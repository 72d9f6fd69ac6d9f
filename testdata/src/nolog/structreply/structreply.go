// Package structreply holds handlers that answer through what a project has for
// that: helpers over helpers, generic ones, and function values.
package structreply

import (
	"context"
	"encoding/json"
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

// titleText (bad): the client is told all, the log nothing.
func (s *Site) titleText(w http.ResponseWriter, r *http.Request) {
	t, err := s.lib.Track(r.Context(), r.PathValue("id"))
	if err != nil {
		sendError(w, http.StatusInternalServerError, err.Error()) // want `error from Library\.Track is answered with status 500 by sendError, but nothing logs it \(answered\)`
		return
	}
	sendData(w, t.Title)
}

// add (bad): the generic helper is called as it is, with the error's text in the page.
func (s *Site) add(w http.ResponseWriter, r *http.Request) {
	if err := s.lib.Put(r.Context(), Track{Title: r.FormValue("title")}); err != nil {
		send(w, http.StatusInternalServerError, page[Track]{Error: err.Error()}) // want `error from Library\.Put is answered with status 500 by send, but nothing logs it \(answered\)`
		return
	}
	w.WriteHeader(http.StatusCreated)
}

// rename (bad): a literal of the handler's own is a helper, too.
func (s *Site) rename(w http.ResponseWriter, r *http.Request) {
	fail := func(code int) { sendError(w, code, http.StatusText(code)) }
	t, err := s.lib.Track(r.Context(), r.PathValue("id"))
	if err != nil {
		fail(http.StatusInternalServerError) // want `error from Library\.Track is answered with status 500.*, but nothing logs it \(answered\)`
		return
	}
	t.Title = r.FormValue("title")
	if err := s.lib.Put(r.Context(), t); err != nil {
		fail(http.StatusBadGateway) // want `error from Library\.Put is answered with status 502.*, but nothing logs it \(answered\)`
		return
	}
	sendData(w, t)
}

// titleLogged (good): the text for the client, the error for the log.
func (s *Site) titleLogged(w http.ResponseWriter, r *http.Request) {
	t, err := s.lib.Track(r.Context(), r.PathValue("id"))
	if err != nil {
		s.logger.ErrorContext(r.Context(), "title", "err", err)
		sendError(w, http.StatusInternalServerError, err.Error())
		return
	}
	sendData(w, t.Title)
}

// renameLogged (good): the literal logs what it is given.
func (s *Site) renameLogged(w http.ResponseWriter, r *http.Request) {
	fail := func(code int, err error) {
		slog.ErrorContext(r.Context(), "rename", "err", err)
		sendError(w, code, http.StatusText(code))
	}
	if err := s.lib.Put(r.Context(), Track{ID: r.PathValue("id")}); err != nil {
		fail(http.StatusBadGateway, err)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// check is what the page for the set-up gets: each part says by itself what is
// wrong with it.
type check struct {
	Web, DNS struct{ Status string }
}

// reply (good): the reply is written with 200, whatever is in it.
func (s *Site) reply(w http.ResponseWriter, r *http.Request, v any) {
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(v); err != nil {
		s.logger.ErrorContext(r.Context(), "reply", "err", err)
	}
}

// checked (good): what is wrong is what was asked for, and stands in the reply.
func (s *Site) checked(w http.ResponseWriter, r *http.Request) {
	resp := &check{}
	if err := s.lib.Drop(r.Context(), "web"); err != nil {
		resp.Web.Status = err.Error()
	}
	if err := s.lib.Drop(r.Context(), "dns"); err != nil {
		resp.DNS.Status = err.Error()
	}
	s.reply(w, r, resp)
}
