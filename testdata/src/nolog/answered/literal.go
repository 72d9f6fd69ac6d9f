package answered

import (
	"html/template"
	"io"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
)

// routes (bad, good): handlers as literals, one mute and one not.
func (s *Server) routes(mux *http.ServeMux) {
	mux.HandleFunc("GET /terms", func(w http.ResponseWriter, r *http.Request) {
		text, err := os.ReadFile(filepath.Join(s.root, "terms.txt"))
		if err != nil {
			http.Error(w, "no terms today", http.StatusInternalServerError) // want `error from os\.ReadFile is answered with status 500, but nothing logs it.*\(answered\)`
			return
		}
		w.Write(text)
	})
	mux.HandleFunc("GET /imprint", func(w http.ResponseWriter, r *http.Request) {
		text, err := os.ReadFile(filepath.Join(s.root, "imprint.txt"))
		if err != nil {
			slog.ErrorContext(r.Context(), "read imprint", "err", err)
			http.Error(w, "no imprint today", http.StatusInternalServerError)
			return
		}
		w.Write(text)
	})
}

// uploadHandler (bad): the disk is full and only the client hears of it.
func (s *Server) uploadHandler() http.HandlerFunc {
	dir := filepath.Join(s.root, "uploads")
	return func(w http.ResponseWriter, r *http.Request) {
		f, err := os.Create(filepath.Join(dir, filepath.Base(r.URL.Path)))
		if err != nil {
			http.Error(w, "upload failed", http.StatusInsufficientStorage) // want `error from os\.Create is answered with status 507, but nothing logs it.*\(answered\)`
			return
		}
		defer f.Close()
		if _, err := io.Copy(f, r.Body); err != nil {
			slog.ErrorContext(r.Context(), "store upload", "path", r.URL.Path, "err", err)
			http.Error(w, "upload failed", http.StatusInternalServerError)
		}
	}
}

// avatarHandler (good): both failures have a line.
func (s *Server) avatarHandler() http.HandlerFunc {
	dir := filepath.Join(s.root, "avatars")
	return func(w http.ResponseWriter, r *http.Request) {
		f, err := os.Create(filepath.Join(dir, filepath.Base(r.URL.Path)))
		if err != nil {
			slog.ErrorContext(r.Context(), "create avatar", "path", r.URL.Path, "err", err)
			http.Error(w, "upload failed", http.StatusInsufficientStorage)
			return
		}
		defer f.Close()
		if _, err := io.Copy(f, r.Body); err != nil {
			slog.ErrorContext(r.Context(), "store avatar", "path", r.URL.Path, "err", err)
			http.Error(w, "upload failed", http.StatusInternalServerError)
		}
	}
}

type reportHandler struct {
	dir  string
	tmpl *template.Template
}

// ServeHTTP (bad): the directory of reports cannot be read, says the client.
func (h reportHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	entries, err := os.ReadDir(h.dir)
	if err != nil {
		http.Error(w, "no reports", http.StatusInternalServerError) // want `error from os\.ReadDir is answered with status 500, but nothing logs it.*\(answered\)`
		return
	}
	if err := h.tmpl.Execute(w, entries); err != nil {
		slog.ErrorContext(r.Context(), "render reports", "err", err)
	}
}

type archiveHandler struct {
	dir    string
	logger *slog.Logger
}

// ServeHTTP (good): the same listing, its failure logged.
func (h *archiveHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	entries, err := os.ReadDir(h.dir)
	if err != nil {
		h.logger.LogAttrs(r.Context(), slog.LevelError, "list archive", slog.Any("err", err))
		http.Error(w, "no archive", http.StatusInternalServerError)
		return
	}
	names := make([]string, 0, len(entries))
	for _, e := range entries {
		names = append(names, e.Name())
	}
	writeJSON(w, names)
}
