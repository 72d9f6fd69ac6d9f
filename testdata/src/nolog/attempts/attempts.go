// Package attempts has calls that run a function literal until it succeeds.
package attempts

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log"
	"net/http"
	"time"
)

// attempt runs try until it says that it is done, or fails.
func attempt(n int, try func() (done bool, err error)) error {
	for range n {
		done, err := try()
		if err != nil {
			return err
		}
		if done {
			return nil
		}
		time.Sleep(time.Second)
	}
	return errors.New("still failing")
}

// Server asks a database.
type Server struct{ db *sql.DB }

// connect logs each attempt that fails.
func (s *Server) connect(ctx context.Context) error {
	err := attempt(3, func() (bool, error) {
		if err := s.db.PingContext(ctx); err != nil {
			log.Printf("connecting: %v", err)
			return false, nil
		}
		return true, nil
	})
	if err != nil {
		return fmt.Errorf("connect: %w", err)
	}
	return nil
}

// connectOnce hands the error of an attempt on.
func (s *Server) connectOnce(ctx context.Context) error {
	return attempt(3, func() (bool, error) {
		if err := s.db.PingContext(ctx); err != nil {
			return false, err
		}
		return true, nil
	})
}

// connectHalf logs one failure, and hands another on.
func (s *Server) connectHalf(ctx context.Context) error {
	return attempt(3, func() (bool, error) {
		if err := s.db.PingContext(ctx); err != nil {
			log.Printf("connecting: %v", err)
			return false, nil
		}
		_, err := s.db.ExecContext(ctx, "set search_path to app")
		return true, err
	})
}

// Ready is good: each attempt has been logged.
func (s *Server) Ready(w http.ResponseWriter, r *http.Request) {
	if err := s.connect(r.Context()); err != nil {
		http.Error(w, "not ready", http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// ReadyOnce is bad: nobody has.
func (s *Server) ReadyOnce(w http.ResponseWriter, r *http.Request) {
	if err := s.connectOnce(r.Context()); err != nil {
		http.Error(w, "not ready", http.StatusInternalServerError) // want `error from \(\*Server\)\.connectOnce is answered with status 500, but nothing logs it; .*\(answered\)`
		return
	}
	w.WriteHeader(http.StatusOK)
}

// ReadyHalf is bad: what is handed on is not what was logged.
func (s *Server) ReadyHalf(w http.ResponseWriter, r *http.Request) {
	if err := s.connectHalf(r.Context()); err != nil {
		http.Error(w, "not ready", http.StatusInternalServerError) // want `error from \(\*Server\)\.connectHalf is answered with status 500, but nothing logs it; .*\(answered\)`
		return
	}
	w.WriteHeader(http.StatusOK)
}

// A condition is tried until it holds.
type condition func() (done bool, err error)

func until(c condition) error { return attempt(3, c) }

// ReadyUntil is good: the literal is one of a type of its own, and captures nothing.
func ReadyUntil(w http.ResponseWriter, r *http.Request) {
	err := until(func() (bool, error) {
		if err := shared.Ping(); err != nil {
			log.Printf("connecting: %v", err)
			return false, nil
		}
		return true, nil
	})
	if err != nil {
		http.Error(w, "not ready", http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusOK)
}

// ReadyUntilHanded is bad: such a literal hands its error on.
func ReadyUntilHanded(w http.ResponseWriter, r *http.Request) {
	err := until(func() (bool, error) {
		if err := shared.Ping(); err != nil {
			return false, err
		}
		return true, nil
	})
	if err != nil {
		http.Error(w, "not ready", http.StatusInternalServerError) // want `error from until is answered with status 500, but nothing logs it.*\(answered\)`
		return
	}
	w.WriteHeader(http.StatusOK)
}

var shared *sql.DB
