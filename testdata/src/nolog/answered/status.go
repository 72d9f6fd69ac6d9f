package answered

import (
	"context"
	"database/sql"
	"errors"
	"log/slog"
	"net/http"
)

func statusOf(err error) int {
	switch {
	case errors.Is(err, errNoOrder):
		return http.StatusNotFound
	case errors.Is(err, context.DeadlineExceeded):
		return http.StatusGatewayTimeout
	}
	return http.StatusInternalServerError
}

// renameOrder (bad): a status kept in a variable is still a 500.
func (s *Server) renameOrder(w http.ResponseWriter, r *http.Request) {
	status := http.StatusInternalServerError
	if err := s.store.Save(r.Context(), Order{ID: r.PathValue("id")}); err != nil {
		http.Error(w, http.StatusText(status), status) // want `error from Store\.Save is answered with status 500, but nothing logs it.*\(answered\)`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// moveOrder (good): the status is in a variable, the error in the log.
func (s *Server) moveOrder(w http.ResponseWriter, r *http.Request) {
	status := http.StatusInternalServerError
	if err := s.store.Save(r.Context(), Order{ID: r.PathValue("id")}); err != nil {
		slog.ErrorContext(r.Context(), "move order", "status", status, "err", err)
		http.Error(w, http.StatusText(status), status)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// splitOrder (bad): one branch of the status is a time-out, the other is any failure at all.
func (s *Server) splitOrder(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Save(r.Context(), Order{ID: r.PathValue("id")}); err != nil {
		status := http.StatusInternalServerError
		if errors.Is(err, context.DeadlineExceeded) {
			status = http.StatusGatewayTimeout
		}
		http.Error(w, "cannot split the order", status) // want `error from Store\.Save is answered .*\(answered\)`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// mergeOrder (good): both branches come by the log.
func (s *Server) mergeOrder(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Save(r.Context(), Order{ID: r.PathValue("id")}); err != nil {
		status := http.StatusInternalServerError
		if errors.Is(err, context.DeadlineExceeded) {
			status = http.StatusGatewayTimeout
		}
		slog.ErrorContext(r.Context(), "merge order", "err", err)
		http.Error(w, "cannot merge the order", status)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// payOrder (bad): the status is computed from the error, which is then forgotten.
func (s *Server) payOrder(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Save(r.Context(), Order{ID: r.PathValue("id"), Total: 100}); err != nil {
		http.Error(w, "payment failed", statusOf(err)) // want `error from Store\.Save is answered .*\(answered\)`
		return
	}
	w.WriteHeader(http.StatusAccepted)
}

// refundOrder (good): only the server's own failures are worth a line.
func (s *Server) refundOrder(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Save(r.Context(), Order{ID: r.PathValue("id"), Total: -100}); err != nil {
		status := statusOf(err)
		if status >= http.StatusInternalServerError {
			slog.ErrorContext(r.Context(), "refund order", "err", err)
		}
		http.Error(w, "refund failed", status)
		return
	}
	w.WriteHeader(http.StatusAccepted)
}

// archiveOrder (bad): the sentinel is guarded, the rest is not logged.
func (s *Server) archiveOrder(w http.ResponseWriter, r *http.Request) {
	o, err := s.store.Load(r.Context(), r.PathValue("id"))
	switch {
	case errors.Is(err, errNoOrder):
		http.Error(w, "no such order", http.StatusNotFound)
	case err != nil:
		http.Error(w, "internal error", http.StatusInternalServerError) // want `error from Store\.Load is answered with status 500, but nothing logs it.*\(answered\)`
	default:
		writeJSON(w, o)
	}
}

// restoreOrder (good): the sentinel is an answer, the rest is logged.
func (s *Server) restoreOrder(w http.ResponseWriter, r *http.Request) {
	o, err := s.store.Load(r.Context(), r.PathValue("id"))
	switch {
	case errors.Is(err, errNoOrder):
		http.Error(w, "no such order", http.StatusNotFound)
	case err != nil:
		slog.ErrorContext(r.Context(), "restore order", "id", r.PathValue("id"), "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
	default:
		writeJSON(w, o)
	}
}

// owner (bad): ErrNoRows is told apart, a broken connection is not written down.
func (s *Server) owner(w http.ResponseWriter, r *http.Request) {
	var name string
	err := s.db.QueryRowContext(r.Context(), "SELECT owner FROM orders WHERE id = $1", r.PathValue("id")).Scan(&name)
	if errors.Is(err, sql.ErrNoRows) {
		http.NotFound(w, r)
		return
	}
	if err != nil {
		http.Error(w, "database error", http.StatusInternalServerError) // want `error from \(\*sql\.Row\)\.Scan is answered with status 500, but nothing logs it.*\(answered\)`
		return
	}
	writeJSON(w, name)
}

// buyer (good): the client that went away needs no line, the rest has one.
func (s *Server) buyer(w http.ResponseWriter, r *http.Request) {
	var name string
	err := s.db.QueryRowContext(r.Context(), "SELECT buyer FROM orders WHERE id = $1", r.PathValue("id")).Scan(&name)
	if errors.Is(err, context.Canceled) {
		w.WriteHeader(499)
		return
	}
	if err != nil {
		s.logger.ErrorContext(r.Context(), "buyer of order", "err", err)
		http.Error(w, "database error", http.StatusInternalServerError)
		return
	}
	writeJSON(w, name)
}
