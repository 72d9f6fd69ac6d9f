package background

import (
	"context"
	"log/slog"
	"net/http"
	"time"
)

// show (bad): an empty context although the request has one.
func (s *Service) show(w http.ResponseWriter, r *http.Request) {
	it, err := s.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		slog.ErrorContext(context.Background(), "load item", "err", err) // want `slog\.ErrorContext is given context\.Background\(\) while r\.Context\(\) is in reach \(background\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte(it.ID))
}

// peek (good): the request's context.
func (s *Service) peek(w http.ResponseWriter, r *http.Request) {
	it, err := s.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		slog.ErrorContext(r.Context(), "load item", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte(it.ID))
}

// create (bad): TODO is no better, and a method is no different.
func (s *Service) create(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Save(r.Context(), Item{ID: r.FormValue("id")}); err != nil {
		s.logger.ErrorContext(context.TODO(), "save item", "err", err) // want `ErrorContext is given context\.TODO\(\) while r\.Context\(\) is in reach \(background\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusCreated)
}

// replace (good): detached from the request's end, and still its context.
func (s *Service) replace(w http.ResponseWriter, r *http.Request) {
	ctx := context.WithoutCancel(r.Context())
	if err := s.store.Save(ctx, Item{ID: r.FormValue("id")}); err != nil {
		s.logger.ErrorContext(ctx, "save item", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

// touch (bad): the empty context has a name, and no other use.
func (s *Service) touch(w http.ResponseWriter, r *http.Request) {
	bg := context.Background()
	if err := s.store.Save(r.Context(), Item{ID: r.PathValue("id")}); err != nil {
		slog.WarnContext(bg, "touch", "err", err) // want `slog\.WarnContext is given context\.Background\(\) while r\.Context\(\) is in reach \(background\)`
	}
	w.WriteHeader(http.StatusNoContent)
}

// routes (bad, good): handlers as literals.
func (s *Service) routes(mux *http.ServeMux) {
	mux.HandleFunc("POST /flush", func(w http.ResponseWriter, r *http.Request) {
		slog.InfoContext(context.Background(), "flush asked for") // want `slog\.InfoContext is given context\.Background\(\) while r\.Context\(\) is in reach \(background\)`
		w.WriteHeader(http.StatusAccepted)
	})
	mux.HandleFunc("POST /reload", func(w http.ResponseWriter, r *http.Request) {
		slog.InfoContext(r.Context(), "reload asked for")
		w.WriteHeader(http.StatusAccepted)
	})
	slog.InfoContext(context.Background(), "routes are set")
}

// prefetch (good): the goroutine outlives the request and has a context of its own.
func (s *Service) prefetch(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	go func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		if _, err := s.store.Load(ctx, id); err != nil {
			slog.WarnContext(ctx, "prefetch", "id", id, "err", err)
		}
	}()
	w.WriteHeader(http.StatusAccepted)
}

// warm (good): the goroutine outlives the request and keeps its values.
func (s *Service) warm(w http.ResponseWriter, r *http.Request) {
	ctx := context.WithoutCancel(r.Context())
	id := r.PathValue("id")
	go func() {
		if _, err := s.store.Load(ctx, id); err != nil {
			slog.WarnContext(ctx, "warm", "id", id, "err", err)
		}
	}()
	w.WriteHeader(http.StatusAccepted)
}
