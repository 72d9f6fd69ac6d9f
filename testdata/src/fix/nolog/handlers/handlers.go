// Package handlers answers requests.
package handlers

import (
	"context"
	"log/slog"
	"net/http"
	"time"
)

type Store interface {
	Find(ctx context.Context, id string) (string, error)
	Save(ctx context.Context, id string) error
	Expire(ctx context.Context, id string) error
}

type server struct{ store Store }

// The client is told, the operator is not.
func (s *server) save(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Save(r.Context(), r.PathValue("id")); err != nil {
		http.Error(w, "not saved", http.StatusInternalServerError) // want `answered`
		return
	}
	slog.InfoContext(r.Context(), "saved")
}

// A failure of the store reads as an absence.
func (s *server) show(w http.ResponseWriter, r *http.Request) {
	item, err := s.store.Find(r.Context(), r.PathValue("id"))
	if err != nil {
		http.Error(w, "no such item", http.StatusNotFound) // want `answered`
		return
	}
	w.Write([]byte(item))
}

// The error ends in a callback.
func (s *server) hold(w http.ResponseWriter, r *http.Request) {
	ctx := context.WithoutCancel(r.Context())
	id := r.PathValue("id")
	time.AfterFunc(time.Minute, func() {
		if err := s.store.Expire(ctx, id); err != nil { // want `callback`
			return
		}
		slog.InfoContext(ctx, "expired", "id", id)
	})
}

// The error ends the goroutine.
func (s *server) sweep(ctx context.Context, ids []string) {
	go func() {
		for _, id := range ids {
			if err := s.store.Expire(ctx, id); err != nil { // want `goroutine`
				return
			}
		}
	}()
}

// Nobody can see the error of the goroutine.
func (s *server) expire(ctx context.Context, id string) {
	go s.store.Expire(ctx, id) // want `goroutine`
}
