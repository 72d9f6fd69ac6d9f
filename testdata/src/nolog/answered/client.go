package answered

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
)

// lookup (bad): whatever the store's trouble is, the client hears "not found".
func (s *Server) lookup(w http.ResponseWriter, r *http.Request) {
	o, err := s.store.Load(r.Context(), r.URL.Query().Get("id"))
	if err != nil {
		http.Error(w, "not found", http.StatusNotFound) // want `error from Store\.Load is answered with status 404, but nothing logs it.*\(answered\)`
		return
	}
	writeJSON(w, o)
}

// lookupGuarded (good): only the store's own "no such order" is a 404.
func (s *Server) lookupGuarded(w http.ResponseWriter, r *http.Request) {
	o, err := s.store.Load(r.Context(), r.URL.Query().Get("id"))
	if err != nil {
		if errors.Is(err, errNoOrder) {
			http.Error(w, "not found", http.StatusNotFound)
			return
		}
		slog.ErrorContext(r.Context(), "look up order", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	writeJSON(w, o)
}

// download (bad): a permission or disk error is told as a missing file.
func (s *Server) download(w http.ResponseWriter, r *http.Request) {
	f, err := os.Open(filepath.Join(s.root, filepath.Base(r.URL.Path)))
	if err != nil {
		http.NotFound(w, r) // want `error from os\.Open is answered with status 404, but nothing logs it.*\(answered\)`
		return
	}
	defer f.Close()
	_, _ = io.Copy(w, f)
}

// attachment (good): fs.ErrNotExist alone is the client's mistake.
func (s *Server) attachment(w http.ResponseWriter, r *http.Request) {
	f, err := os.Open(filepath.Join(s.root, filepath.Base(r.URL.Path)))
	if errors.Is(err, fs.ErrNotExist) {
		http.NotFound(w, r)
		return
	}
	if err != nil {
		slog.ErrorContext(r.Context(), "open attachment", "path", r.URL.Path, "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	defer f.Close()
	_, _ = io.Copy(w, f)
}

// createOrder (bad): a store that cannot save is no bad request.
func (s *Server) createOrder(w http.ResponseWriter, r *http.Request) {
	var o Order
	if err := json.NewDecoder(r.Body).Decode(&o); err != nil {
		http.Error(w, "invalid order", http.StatusBadRequest)
		return
	}
	if err := s.store.Save(r.Context(), o); err != nil {
		http.Error(w, "invalid order", http.StatusBadRequest) // want `error from Store\.Save is answered with status 400, but nothing logs it.*\(answered\)`
		return
	}
	w.WriteHeader(http.StatusCreated)
}

// replaceOrder (good): the body is the client's, the store's error has a line.
func (s *Server) replaceOrder(w http.ResponseWriter, r *http.Request) {
	var o Order
	if err := json.NewDecoder(r.Body).Decode(&o); err != nil {
		http.Error(w, "invalid order: "+err.Error(), http.StatusBadRequest)
		return
	}
	if err := s.store.Save(r.Context(), o); err != nil {
		slog.ErrorContext(r.Context(), "replace order", "err", err)
		http.Error(w, "order was not replaced", http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// page (good): a number that does not parse is the client's, and the reply quotes it.
func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.URL.Query().Get("page"))
	if err != nil {
		http.Error(w, "page: "+err.Error(), http.StatusBadRequest)
		return
	}
	writeJSON(w, n)
}

// digest (good): computed from the request's own parameter.
func (s *Server) digest(w http.ResponseWriter, r *http.Request) {
	sum, err := hex.DecodeString(r.PathValue("sum"))
	if err != nil {
		w.WriteHeader(http.StatusUnprocessableEntity)
		return
	}
	writeJSON(w, len(sum))
}

// form (good): the request's own form, refused with a 400.
func (s *Server) form(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		http.Error(w, "bad form", http.StatusBadRequest)
		return
	}
	writeJSON(w, r.Form.Get("customer"))
}

// requireSession (bad): a session store that is down only shows as a refusal.
func (s *Server) requireSession(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := s.store.Session(r.Context(), r.Header.Get("Authorization"))
		if err != nil {
			http.Error(w, "unauthorized", http.StatusUnauthorized) // want `error from Store\.Session is answered with status 401, but nothing logs it.*\(answered\)`
			return
		}
		next.ServeHTTP(w, r)
	})
}

// requireUser (good): no session is a refusal, the rest is the server's failure.
func (s *Server) requireUser(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, err := s.store.Session(r.Context(), r.Header.Get("Authorization"))
		if errors.Is(err, errNoSession) {
			http.Error(w, "unauthorized", http.StatusUnauthorized)
			return
		}
		if err != nil {
			slog.ErrorContext(r.Context(), "session", "err", err)
			http.Error(w, "internal error", http.StatusInternalServerError)
			return
		}
		next.ServeHTTP(w, r)
	})
}
