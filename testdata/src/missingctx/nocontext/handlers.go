package nocontext

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"time"
)

// show (bad): r.Context() is in reach.
func (s *Service) show(w http.ResponseWriter, r *http.Request) {
	o, err := s.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		slog.Error("load order", "err", err) // want `slog\.Error does not carry the request's context: slog\.ErrorContext with r\.Context\(\) would \(nocontext\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, o.ID)
}

// total (good): the same line with the context.
func (s *Service) total(w http.ResponseWriter, r *http.Request) {
	o, err := s.store.Load(r.Context(), r.PathValue("id"))
	if err != nil {
		slog.ErrorContext(r.Context(), "load order", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	fmt.Fprintln(w, o.Total)
}

// create (bad): an Info line belongs to its request as much as an Error line.
func (s *Service) create(w http.ResponseWriter, r *http.Request) {
	o := Order{ID: r.FormValue("id")}
	if err := s.store.Save(r.Context(), o); err != nil {
		slog.ErrorContext(r.Context(), "save order", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	s.logger.Info("order created") // want `Info does not carry the request's context: .*InfoContext with r\.Context\(\) would \(nocontext\)`
	w.WriteHeader(http.StatusCreated)
}

// replace (good): the method's context variant.
func (s *Service) replace(w http.ResponseWriter, r *http.Request) {
	o := Order{ID: r.FormValue("id")}
	if err := s.store.Save(r.Context(), o); err != nil {
		slog.ErrorContext(r.Context(), "save order", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	s.logger.InfoContext(r.Context(), "order replaced")
	w.WriteHeader(http.StatusNoContent)
}

// slow (bad): a context derived from the request is at hand under the name ctx.
func (s *Service) slow(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), time.Second)
	defer cancel()
	if _, err := s.store.Load(ctx, r.PathValue("id")); err != nil {
		slog.Warn("slow order", "err", err) // want `slog\.Warn does not carry the request's context: slog\.WarnContext with .* would \(nocontext\)`
		http.Error(w, "time is up", http.StatusGatewayTimeout)
	}
}

// quick (good): the derived context is given.
func (s *Service) quick(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), time.Millisecond)
	defer cancel()
	if _, err := s.store.Load(ctx, r.PathValue("id")); err != nil {
		slog.WarnContext(ctx, "quick order", "err", err)
		http.Error(w, "time is up", http.StatusGatewayTimeout)
	}
}

// timed (bad): a deferred closure captures the request.
func (s *Service) timed(w http.ResponseWriter, r *http.Request) {
	start := time.Now()
	defer func() {
		slog.Info("served", "took", time.Since(start)) // want `slog\.Info does not carry the request's context: slog\.InfoContext with r\.Context\(\) would \(nocontext\)`
	}()
	w.WriteHeader(http.StatusNoContent)
}

// measured (good): the closure uses what it captures.
func (s *Service) measured(w http.ResponseWriter, r *http.Request) {
	start := time.Now()
	defer func() {
		slog.InfoContext(r.Context(), "served", "took", time.Since(start))
	}()
	w.WriteHeader(http.StatusNoContent)
}

// routes (bad, good): handlers as literals.
func (s *Service) routes(mux *http.ServeMux) {
	mux.HandleFunc("POST /flush", func(w http.ResponseWriter, r *http.Request) {
		slog.Debug("flush asked for") // want `slog\.Debug does not carry the request's context: slog\.DebugContext with r\.Context\(\) would \(nocontext\)`
		w.WriteHeader(http.StatusAccepted)
	})
	mux.HandleFunc("POST /reload", func(w http.ResponseWriter, r *http.Request) {
		slog.DebugContext(r.Context(), "reload asked for")
		w.WriteHeader(http.StatusAccepted)
	})
	slog.Info("routes are set")
}

// requireKey (bad): middleware, the refusal cannot be tied to a request.
func requireKey(key string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		if req.Header.Get("X-Api-Key") != key {
			slog.Warn("refused: wrong key") // want `slog\.Warn does not carry the request's context: slog\.WarnContext with req\.Context\(\) would \(nocontext\)`
			http.Error(w, "forbidden", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, req)
	})
}

// requireToken (good): the record takes the context by slog.Log.
func requireToken(token string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		if req.Header.Get("Authorization") != "Bearer "+token {
			slog.Log(req.Context(), slog.LevelWarn, "refused: wrong token")
			http.Error(w, "forbidden", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, req)
	})
}

// customer (bad): a helper of handlers that takes the request.
func (s *Service) customer(r *http.Request) string {
	c, err := r.Cookie("customer")
	if err != nil {
		s.logger.Debug("no customer cookie") // want `Debug does not carry the request's context: .*DebugContext with r\.Context\(\) would \(nocontext\)`
		return ""
	}
	return c.Value
}

// language (good): the same helper with the context.
func (s *Service) language(r *http.Request) string {
	c, err := r.Cookie("language")
	if err != nil {
		s.logger.DebugContext(r.Context(), "no language cookie")
		return "en"
	}
	return c.Value
}
