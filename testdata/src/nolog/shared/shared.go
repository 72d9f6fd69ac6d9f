// Package shared holds handlers in which one branch, or one reply, stands for
// an error and for something else.
package shared

import (
	"context"
	"encoding/json"
	"errors"
	"html/template"
	"io"
	"log"
	"log/slog"
	"net/http"
	"os"
)

var errGone = errors.New("gone")

// Photo is a picture and who may see it.
type Photo struct {
	ID     string
	Owner  string
	Hidden bool
}

// Album keeps the photos.
type Album interface {
	Photo(ctx context.Context, id string) (*Photo, error)
	Find(ctx context.Context, id string) (Photo, bool, error)
	Recent(ctx context.Context, owner string) ([]Photo, error)
}

// Web serves the albums.
type Web struct {
	album  Album
	client *http.Client
	page   *template.Template
	log    *slog.Logger
}

// reply is what a client gets.
type reply struct {
	Photos []Photo `json:"photos"`
	Error  string  `json:"error,omitempty"`
}

// proxyLogged (good): they share a line as well.
func (s *Web) proxyLogged(w http.ResponseWriter, r *http.Request) {
	resp, err := s.client.Get("http://photos.internal" + r.URL.Path)
	if err != nil || resp.StatusCode != http.StatusOK {
		s.log.ErrorContext(r.Context(), "upstream", "err", err)
		http.Error(w, "upstream", http.StatusInternalServerError)
		return
	}
	defer resp.Body.Close()
	_, _ = io.Copy(w, resp.Body)
}

// photoSplit (good): the error has its own reply, with a line.
func (s *Web) photoSplit(w http.ResponseWriter, r *http.Request) {
	p, ok, err := s.album.Find(r.Context(), r.PathValue("id"))
	switch {
	case err != nil:
		s.log.ErrorContext(r.Context(), "photo", "err", err)
		w.WriteHeader(http.StatusInternalServerError)
	case !ok || p.Hidden:
		http.NotFound(w, r)
	default:
		_ = json.NewEncoder(w).Encode(p)
	}
}

// ownerGone (good): the only error that shares the case is "gone".
func (s *Web) ownerGone(w http.ResponseWriter, r *http.Request) {
	switch p, err := s.album.Photo(r.Context(), r.PathValue("id")); {
	case errors.Is(err, errGone), err == nil && p.Hidden:
		w.WriteHeader(http.StatusGone)
	case err != nil:
		s.log.ErrorContext(r.Context(), "owner", "err", err)
		w.WriteHeader(http.StatusInternalServerError)
	default:
		_, _ = io.WriteString(w, p.Owner)
	}
}

// thumb (bad): only the success has a branch, the 503 below is for everything else.
func (s *Web) thumb(w http.ResponseWriter, r *http.Request) {
	if data, err := os.ReadFile("thumbs/" + r.PathValue("id")); err == nil {
		w.Write(data)
		return
	}
	http.Error(w, "no thumb now", http.StatusServiceUnavailable) // want `error from os\.ReadFile is answered with status 503, but nothing logs it \(answered\)`
}

// thumbElse (good): the else has the error, and a line.
func (s *Web) thumbElse(w http.ResponseWriter, r *http.Request) {
	if data, err := os.ReadFile("thumbs/" + r.PathValue("id")); err == nil {
		w.Write(data)
		return
	} else {
		log.Printf("thumb: %v", err)
	}
	http.Error(w, "no thumb now", http.StatusServiceUnavailable)
}

// recent (bad): a 200 with the error's text in it is read by whoever wrote the client, if at all.
func (s *Web) recent(w http.ResponseWriter, r *http.Request) {
	photos, err := s.album.Recent(r.Context(), r.PathValue("owner"))
	if err != nil {
		_ = json.NewEncoder(w).Encode(reply{Error: err.Error()}) // want `error from Album\.Recent is answered with its text, but nothing logs it \(answered\)`
		return
	}
	_ = json.NewEncoder(w).Encode(reply{Photos: photos})
}

// recentLogged (good): the same reply, and a line.
func (s *Web) recentLogged(w http.ResponseWriter, r *http.Request) {
	photos, err := s.album.Recent(r.Context(), r.PathValue("owner"))
	if err != nil {
		s.log.ErrorContext(r.Context(), "recent", "err", err)
		_ = json.NewEncoder(w).Encode(reply{Error: err.Error()})
		return
	}
	_ = json.NewEncoder(w).Encode(reply{Photos: photos})
}

// wallLogged (good): the page and a line.
func (s *Web) wallLogged(w http.ResponseWriter, r *http.Request) {
	photos, err := s.album.Recent(r.Context(), r.PathValue("owner"))
	if err != nil {
		s.log.ErrorContext(r.Context(), "wall", "err", err)
		_ = s.page.Execute(w, map[string]any{"Error": err.Error()})
		return
	}
	_ = s.page.Execute(w, map[string]any{"Photos": photos})
}

// feed (bad): a local variable for the reply, filled in two places.
func (s *Web) feed(w http.ResponseWriter, r *http.Request) {
	var out reply
	photos, err := s.album.Recent(r.Context(), r.PathValue("owner"))
	if err != nil {
		out.Error = err.Error()
		w.WriteHeader(http.StatusInternalServerError) // want `error from Album\.Recent is answered with status 500, but nothing logs it \(answered\)`
	}
	out.Photos = photos
	_ = json.NewEncoder(w).Encode(out)
}

// feedLogged (good): the same variable, and a line.
func (s *Web) feedLogged(w http.ResponseWriter, r *http.Request) {
	var out reply
	photos, err := s.album.Recent(r.Context(), r.PathValue("owner"))
	if err != nil {
		s.log.ErrorContext(r.Context(), "feed", "err", err)
		out.Error = err.Error()
		w.WriteHeader(http.StatusInternalServerError)
	}
	out.Photos = photos
	_ = json.NewEncoder(w).Encode(out)
}
