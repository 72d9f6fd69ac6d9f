package anonymous

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
)

// note (bad): which note, and whose?
func (s *Server) note(w http.ResponseWriter, r *http.Request) {
	body, err := s.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		log.Printf("load note: %v", err) // want `log\.Printf says nothing of the request it is written for \(anonymous\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write(body)
}

// noteByID (good): the line names the note.
func (s *Server) noteByID(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	body, err := s.store.Load(r.Context(), id)
	if err != nil {
		log.Printf("load note %s: %v", id, err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write(body)
}

// save (bad): log.Println with the error alone.
func (s *Server) save(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, "cannot read the body", http.StatusBadRequest)
		return
	}
	if err := s.store.Save(r.Context(), r.PathValue("id"), body); err != nil {
		log.Println("saving failed:", err) // want `log\.Println says nothing of the request it is written for \(anonymous\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// saveAt (good): the path is the request's.
func (s *Server) saveAt(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, "cannot read the body", http.StatusBadRequest)
		return
	}
	if err := s.store.Save(r.Context(), r.PathValue("id"), body); err != nil {
		log.Println(r.URL.Path, "saving failed:", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// template (bad): the only data is the server's own directory.
func (s *Server) template(w http.ResponseWriter, r *http.Request) {
	b, err := os.ReadFile(filepath.Join(s.dir, "page.html"))
	if err != nil {
		log.Printf("read page in %s: %v", s.dir, err) // want `log\.Printf says nothing of the request it is written for \(anonymous\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write(b)
}

// style (good): the client's address is enough to start from.
func (s *Server) style(w http.ResponseWriter, r *http.Request) {
	b, err := os.ReadFile(filepath.Join(s.dir, "style.css"))
	if err != nil {
		log.Printf("%s: read style: %v", r.RemoteAddr, err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write(b)
}

// profile (bad): a logger of one's own, and no data of the request either.
func (s *Server) profile(w http.ResponseWriter, r *http.Request) {
	u, err := s.store.User(r.Context(), r.Header.Get("Authorization"))
	if err != nil {
		s.errlog.Printf("user: %v", err) // want `Printf says nothing of the request it is written for \(anonymous\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, u.Name)
}

// avatar (good): the user came from the request by a call.
func (s *Server) avatar(w http.ResponseWriter, r *http.Request) {
	u, err := s.store.User(r.Context(), r.Header.Get("Authorization"))
	if err != nil {
		s.errlog.Printf("user of %s: %v", r.URL.Path, err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	b, err := os.ReadFile(filepath.Join(s.dir, "avatars", filepath.Base(u.ID)))
	if err != nil {
		s.errlog.Printf("avatar of %s: %v", u.Name, err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write(b)
}

// page (bad): the number came with the request and is not in the line.
func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.URL.Query().Get("n"))
	if err != nil {
		http.Error(w, "n is no number", http.StatusBadRequest)
		return
	}
	if _, err := s.store.Load(r.Context(), strconv.Itoa(n)); err != nil {
		log.Print("page: ", err) // want `log\.Print says nothing of the request it is written for \(anonymous\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// leaf (good): the number parsed from the request is in the line.
func (s *Server) leaf(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.URL.Query().Get("n"))
	if err != nil {
		http.Error(w, "n is no number", http.StatusBadRequest)
		return
	}
	if _, err := s.store.Load(r.Context(), strconv.Itoa(n)); err != nil {
		log.Printf("leaf %d: %v", n, err)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// export (bad): a wrapped error is the error still, and names only the directory.
func (s *Server) export(w http.ResponseWriter, r *http.Request) {
	f, err := os.Create(filepath.Join(s.dir, "export.csv"))
	if err != nil {
		err = fmt.Errorf("export to %s: %w", s.dir, err)
		log.Println(err) // want `log\.Println says nothing of the request it is written for \(anonymous\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	f.Close()
}

// archive (good): the wrapped error names the archive that was asked for.
func (s *Server) archive(w http.ResponseWriter, r *http.Request) {
	f, err := os.Create(filepath.Join(s.dir, "archive.csv"))
	if err != nil {
		err = fmt.Errorf("archive for %s: %w", r.PathValue("customer"), err)
		log.Println(err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	f.Close()
}

// routes (bad, good): handlers as literals.
func (s *Server) routes(mux *http.ServeMux) {
	mux.HandleFunc("GET /terms", func(w http.ResponseWriter, r *http.Request) {
		b, err := os.ReadFile(filepath.Join(s.dir, "terms.txt"))
		if err != nil {
			log.Printf("terms cannot be read: %v", err) // want `log\.Printf says nothing of the request it is written for \(anonymous\)`
			http.Error(w, "internal error", http.StatusInternalServerError)
			return
		}
		w.Write(b)
	})
	mux.HandleFunc("GET /imprint", func(w http.ResponseWriter, r *http.Request) {
		b, err := os.ReadFile(filepath.Join(s.dir, "imprint.txt"))
		if err != nil {
			log.Printf("%s %s: imprint cannot be read: %v", r.Method, r.RequestURI, err)
			http.Error(w, "internal error", http.StatusInternalServerError)
			return
		}
		w.Write(b)
	})
}

type uploads struct{ dir string }

// ServeHTTP (bad, good): the first line names no request, the second one does.
func (u uploads) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	f, err := os.CreateTemp(u.dir, "upload-*")
	if err != nil {
		log.Printf("upload: %v", err) // want `log\.Printf says nothing of the request it is written for \(anonymous\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	defer f.Close()
	if _, err := io.Copy(f, r.Body); err != nil {
		log.Printf("request %s: upload: %v", requestID(r.Context()), err)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// number (good): the parser quotes what the client sent.
func (s *Server) number(w http.ResponseWriter, r *http.Request) {
	if _, err := strconv.Atoi(r.FormValue("n")); err != nil {
		log.Printf("number: %v", err)
		http.Error(w, "n is no number", http.StatusBadRequest)
	}
}

// limit (bad): what is parsed is not the client's.
func (s *Server) limit(w http.ResponseWriter, r *http.Request) {
	if _, err := strconv.Atoi(os.Getenv("LIMIT")); err != nil {
		log.Printf("limit: %v", err) // want `log\.Printf says nothing of the request it is written for \(anonymous\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// twice (good): the next line of the branch says which note.
func (s *Server) twice(w http.ResponseWriter, r *http.Request) {
	if _, err := s.store.Load(r.Context(), r.PathValue("id")); err != nil {
		log.Println("load note:", err)
		log.Println("giving up on", r.PathValue("id"))
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// apart (bad): the line that says which note is that of another path.
func (s *Server) apart(w http.ResponseWriter, r *http.Request) {
	if _, err := s.store.Load(r.Context(), r.PathValue("id")); err != nil {
		log.Println("load note:", err) // want `log\.Println says nothing of the request it is written for \(anonymous\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	log.Println("loaded", r.PathValue("id"))
}
