// Package translated has functions that log what failed, and return another error for the client.
package translated

import (
	"database/sql"
	"errors"
	"log/slog"
	"net/http"
)

// A Core keeps users.
type Core struct{ db *sql.DB }

// Delete logs what failed, and returns what the client may know.
func (c *Core) Delete(id string) error {
	if _, err := c.db.Exec("DELETE FROM users WHERE id = ?", id); err != nil {
		slog.Error("deleting user", "err", err)
		return errors.New("user was not deleted")
	}
	return nil
}

// Rename returns what the client may know, and logs nothing.
func (c *Core) Rename(id, name string) error {
	if _, err := c.db.Exec("UPDATE users SET name = ? WHERE id = ?", name, id); err != nil {
		return errors.New("user was not renamed")
	}
	return nil
}

// Merge logs the first failure and hands on the second.
func (c *Core) Merge(id, other string) error {
	if _, err := c.db.Exec("UPDATE posts SET user = ? WHERE user = ?", id, other); err != nil {
		slog.Error("moving posts", "err", err)
		return errors.New("posts were not moved")
	}
	_, err := c.db.Exec("DELETE FROM users WHERE id = ?", other)
	return err
}

// A Server answers.
type Server struct {
	core  *Core
	words Words
}

// HandleDelete answers for what was logged.
func (s *Server) HandleDelete(w http.ResponseWriter, r *http.Request) {
	if err := s.core.Delete(r.FormValue("id")); err != nil {
		http.Error(w, "cannot delete", http.StatusInternalServerError)
	}
}

// HandleMerge answers for what may not have been logged.
func (s *Server) HandleMerge(w http.ResponseWriter, r *http.Request) {
	if err := s.core.Merge(r.FormValue("id"), r.FormValue("other")); err != nil {
		http.Error(w, "cannot merge", http.StatusInternalServerError) // want `error from \(\*Core\)\.Merge is answered with status 500, but nothing logs it`
	}
}

// Words has the texts that clients read.
type Words interface {
	Text(key string, params ...string) string
}

// text is the text of an error without what clients need not know.
func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// Archive logs what failed, and hands its text to what words it for the client.
func (c *Core) Archive(words Words, id string) error {
	if _, err := c.db.Exec("UPDATE users SET archived = 1 WHERE id = ?", id); err != nil {
		slog.Error("archiving user", "err", err)
		return errors.New(words.Text("archiving", "error", text(err)))
	}
	return nil
}

// Restore does not log it.
func (c *Core) Restore(words Words, id string) error {
	if _, err := c.db.Exec("UPDATE users SET archived = 0 WHERE id = ?", id); err != nil {
		return errors.New(words.Text("restoring", "error", text(err)))
	}
	return nil
}

// HandleArchive answers for what was logged.
func (s *Server) HandleArchive(w http.ResponseWriter, r *http.Request) {
	if err := s.core.Archive(s.words, r.FormValue("id")); err != nil {
		http.Error(w, "cannot archive", http.StatusInternalServerError)
	}
}

// HandleRestore answers for what was not.
func (s *Server) HandleRestore(w http.ResponseWriter, r *http.Request) {
	if err := s.core.Restore(s.words, r.FormValue("id")); err != nil {
		http.Error(w, "cannot restore", http.StatusInternalServerError) // want `error from \(\*Core\)\.Restore is answered with status 500, but nothing logs it`
	}
}
