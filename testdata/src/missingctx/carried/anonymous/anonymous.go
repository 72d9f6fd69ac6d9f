// Package anonymous has loggers of requests, and lines of others that say nothing of them.
package anonymous

import (
	"context"
	"log"
	"net/http"

	"github.com/gin-gonic/gin"
	"go.uber.org/zap"
)

type Store interface {
	Load(ctx context.Context, id string) ([]byte, error)
	Count(ctx context.Context) (int, error)
}

type API struct {
	store Store
	log   *zap.Logger
}

// requestLogger gives each request a logger that has its id.
func (a *API) requestLogger(c *gin.Context) {
	c.Set("logger", a.log.With(zap.String("request_id", c.GetHeader("X-Request-Id"))))
	c.Next()
}

type ginKey struct{}

// withLogger gives each request another one.
func (a *API) withLogger(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		l := a.log.With(zap.String("request_id", r.Header.Get("X-Request-Id")))
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), ginKey{}, l)))
	})
}

// loggerOf returns the logger of a request.
func loggerOf(ctx context.Context) *zap.Logger {
	if l, ok := ctx.Value(ginKey{}).(*zap.Logger); ok {
		return l
	}
	return zap.L()
}

// Handler puts together what is served.
func (a *API) Handler() http.Handler { return a.withLogger(http.HandlerFunc(a.show)) }

// show (good): the request's logger.
func (a *API) show(w http.ResponseWriter, r *http.Request) {
	if _, err := a.store.Load(r.Context(), r.PathValue("id")); err != nil {
		loggerOf(r.Context()).Error("load note", zap.Error(err))
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// count (bad): the request has a logger that says which one it is, and this line has nothing.
func (a *API) count(w http.ResponseWriter, r *http.Request) {
	if _, err := a.store.Count(r.Context()); err != nil {
		log.Printf("count notes: %v", err) // want `log\.Printf says nothing of the request it is written for; \(\*anonymous\.API\)\.withLogger puts a logger with request_id into its context \(anonymous\)`
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// drop (good): the line says which note.
func (a *API) drop(w http.ResponseWriter, r *http.Request) {
	if _, err := a.store.Load(r.Context(), r.PathValue("id")); err != nil {
		log.Printf("drop note %s: %v", r.PathValue("id"), err)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}

// rename (good): and this one where.
func (a *API) rename(w http.ResponseWriter, r *http.Request) {
	if _, err := a.store.Count(r.Context()); err != nil {
		log.Printf("%s: %v", r.URL.Path, err)
		http.Error(w, "internal error", http.StatusInternalServerError)
	}
}
