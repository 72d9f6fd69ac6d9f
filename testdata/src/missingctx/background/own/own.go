// Package own uses contexts of its module's own that belong to no request.
package own

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"sync"

	"missingctx/background/appctx"
)

type Store interface {
	Load(ctx context.Context, id string) ([]byte, error)
}

type Service struct{ store Store }

var noContext = context.Background()

// status (bad): the program's context although the request has one.
func (s *Service) status(w http.ResponseWriter, r *http.Request) {
	if err := json.NewEncoder(w).Encode("up"); err != nil {
		slog.ErrorContext(appctx.Background(), "write status", "err", err) // want `slog\.ErrorContext is given appctx\.Background\(\) while r\.Context\(\) is in reach \(background\)`
	}
}

// health (good): the request's context.
func (s *Service) health(w http.ResponseWriter, r *http.Request) {
	if err := json.NewEncoder(w).Encode("up"); err != nil {
		slog.ErrorContext(r.Context(), "write health", "err", err)
	}
}

// version (bad): the logger is that of the program's context.
func (s *Service) version(w http.ResponseWriter, r *http.Request) {
	if err := json.NewEncoder(w).Encode("1.2"); err != nil {
		appctx.Logger(appctx.Background()).Error("write version", "err", err) // want `\(\*slog\.Logger\)\.Error writes with a logger of appctx\.Background\(\) while r\.Context\(\) is in reach \(background\)`
	}
}

// release (good): the logger is that of the request's.
func (s *Service) release(w http.ResponseWriter, r *http.Request) {
	if err := json.NewEncoder(w).Encode("1.2"); err != nil {
		appctx.Logger(r.Context()).Error("write release", "err", err)
	}
}

// show (bad): a variable of the package is nobody's context either.
func (s *Service) show(w http.ResponseWriter, r *http.Request) {
	b, err := s.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		slog.ErrorContext(noContext, "load item", "err", err) // want `slog\.ErrorContext is given noContext while r\.Context\(\) is in reach \(background\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write(b)
}

// ping (good): what is worked with is detached on purpose, and logged with.
func (s *Service) ping(w http.ResponseWriter, r *http.Request) {
	ctx := appctx.Background()
	if _, err := s.store.Load(ctx, "ping"); err != nil {
		slog.ErrorContext(ctx, "ping", "err", err)
	}
}

// prefetch (bad): the goroutine outlives the request, what its context holds can as well.
func (s *Service) prefetch(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	go func() {
		if _, err := s.store.Load(appctx.Background(), id); err != nil {
			slog.WarnContext(context.Background(), "prefetch", "id", id, "err", err) // want `slog\.WarnContext is given context\.Background\(\) while context\.WithoutCancel\(r\.Context\(\)\) is in reach \(background\)`
		}
	}()
	w.WriteHeader(http.StatusAccepted)
}

// prefetchAll (bad): these goroutines do not outlive it.
func (s *Service) prefetchAll(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	for _, id := range r.URL.Query()["id"] {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if _, err := s.store.Load(r.Context(), id); err != nil {
				slog.WarnContext(context.Background(), "prefetch", "id", id, "err", err) // want `slog\.WarnContext is given context\.Background\(\) while r\.Context\(\) is in reach \(background\)`
			}
		}()
	}
	wg.Wait()
}
