// Package sharedreply holds handlers in which one branch, or one reply, stands for
// an error and for something else.
package sharedreply

import (
	"context"
	"encoding/json"
	"html/template"
	"io"
	"log/slog"
	"net/http"
)

// Photo is a picture and who may see it.
type Photo struct {
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
}

// proxy (bad): the upstream that cannot be reached and the one that says no share a 500.
func (s *Web) proxy(w http.ResponseWriter, r *http.Request) {
	resp, err := s.client.Get("http://photos.internal" + r.URL.Path)
	if err != nil || resp.StatusCode != http.StatusOK {
		http.Error(w, "upstream", http.StatusInternalServerError) // want `error from \(\*http\.Client\)\.Get is answered with status 500, but nothing logs it \(answered\)`
		return
	}
	defer resp.Body.Close()
	_, _ = io.Copy(w, resp.Body)
}

// photo (bad): hidden, missing and unreadable are the same 404.
func (s *Web) photo(w http.ResponseWriter, r *http.Request) {
	p, ok, err := s.album.Find(r.Context(), r.PathValue("id"))
	if err != nil || !ok || p.Hidden {
		http.NotFound(w, r) // want `error from Album\.Find is answered with status 404, but nothing logs it \(answered\)`
		return
	}
	_ = json.NewEncoder(w).Encode(p)
}

// owner (bad): the case that has the error has the missing photo, too.
func (s *Web) owner(w http.ResponseWriter, r *http.Request) {
	switch p, err := s.album.Photo(r.Context(), r.PathValue("id")); {
	case err != nil, p == nil:
		w.WriteHeader(http.StatusInternalServerError) // want `error from Album\.Photo is answered with status 500, but nothing logs it \(answered\)`
	default:
		_, _ = io.WriteString(w, p.Owner)
	}
}

// wallLogged (good): the page and a line.
func (s *Web) wallLogged(w http.ResponseWriter, r *http.Request) {
	photos, err := s.album.Recent(r.Context(), r.PathValue("owner"))
	if err != nil {
		slog.ErrorContext(r.Context(), "wall", "err", err)
		_ = s.page.Execute(w, map[string]any{"Error": err.Error()})
		return
	}
	_ = s.page.Execute(w, map[string]any{"Photos": photos})
}

// proxyLogged (good): the two share a line as well as a reply.
func (s *Web) proxyLogged(w http.ResponseWriter, r *http.Request) {
	resp, err := s.client.Get("http://photos.internal" + r.URL.Path)
	if err != nil || resp.StatusCode != http.StatusOK {
		slog.ErrorContext(r.Context(), "upstream", "err", err)
		http.Error(w, "upstream", http.StatusInternalServerError)
		return
	}
	defer resp.Body.Close()
	_, _ = io.Copy(w, resp.Body)
}
