package anonymous

import (
	"io"
	"log"
	"net/http"
	"os"
	"path/filepath"
	"time"
)

// create (good): not the line of a failure.
func (s *Server) create(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Save(r.Context(), r.PathValue("id"), nil); err != nil {
		log.Printf("create %s: %v", r.PathValue("id"), err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	log.Println("a note was created")
	w.WriteHeader(http.StatusCreated)
}

// remove (good): the logger's prefix is of the request.
func (s *Server) remove(w http.ResponseWriter, r *http.Request) {
	logger := log.New(s.errlog.Writer(), "["+requestID(r.Context())+"] ", log.LstdFlags)
	if err := os.Remove(filepath.Join(s.dir, filepath.Base(r.URL.Path))); err != nil {
		logger.Printf("remove: %v", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// whole (good): the whole request is printed.
func (s *Server) whole(w http.ResponseWriter, r *http.Request) {
	if _, err := s.store.Load(r.Context(), "whole"); err != nil {
		log.Printf("%+v: %v", r, err)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// echo (good): what was read from the body is data of the request.
func (s *Server) echo(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(io.LimitReader(r.Body, 1<<10))
	if err != nil {
		http.Error(w, "cannot read the body", http.StatusBadRequest)
		return
	}
	if err := s.store.Save(r.Context(), "echo", body); err != nil {
		log.Printf("echo of %q: %v", body, err)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// current is the user that the request's token stands for.
func (s *Server) current(r *http.Request) User {
	u, err := s.store.User(r.Context(), r.Header.Get("Authorization"))
	if err != nil {
		log.Printf("%s: user: %v", r.RemoteAddr, err)
		return User{Name: "nobody"}
	}
	return u
}

// settings (good): the name comes from the request by a method of the package.
func (s *Server) settings(w http.ResponseWriter, r *http.Request) {
	user := s.current(r)
	if _, err := s.store.Load(r.Context(), "settings"); err != nil {
		log.Printf("settings of %s: %v", user.Name, err)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// sweep (good): no request is in reach.
func (s *Server) sweep(every time.Duration) {
	for range time.Tick(every) {
		if _, err := os.ReadDir(s.dir); err != nil {
			log.Printf("sweep: %v", err)
		}
	}
}

// NewServer (good): start-up has no request.
func NewServer(store Store, dir string) *Server {
	if err := os.MkdirAll(dir, 0o750); err != nil {
		log.Printf("working directory: %v", err)
	}
	return &Server{store: store, dir: dir, errlog: log.Default()}
}
