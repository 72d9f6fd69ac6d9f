// Package gin puts the logger of a request where gin keeps values, and finds it there.
package gin

import (
	"context"
	"net/http"

	"github.com/gin-gonic/gin"
	"go.uber.org/zap"
)

type Store interface {
	Load(ctx context.Context, id string) ([]byte, error)
}

type API struct {
	store Store
	log   *zap.Logger
}

const loggerKey = "logger"

// requestLogger gives each request a logger that has its id.
func (a *API) requestLogger() gin.HandlerFunc {
	return func(c *gin.Context) {
		c.Set(loggerKey, a.log.With(zap.String("request_id", c.GetHeader("X-Request-Id"))))
		c.Next()
	}
}

// loggerOf returns the logger of a request.
func loggerOf(c *gin.Context) *zap.Logger {
	if l, ok := c.MustGet(loggerKey).(*zap.Logger); ok {
		return l
	}
	return zap.L()
}

// list (good): the request's logger.
func (a *API) list(c *gin.Context) {
	b, err := a.store.Load(c.Request.Context(), "")
	if err != nil {
		loggerOf(c).Error("list notes", zap.Error(err))
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.JSON(http.StatusOK, b)
}

// show (bad): the request has a logger that says which one it is, and this line has nothing.
func (a *API) show(c *gin.Context) {
	b, err := a.store.Load(c.Request.Context(), c.Param("id"))
	if err != nil {
		a.log.Error("load note", zap.Error(err)) // want `\(\*zap\.Logger\)\.Error says nothing of the request it is written for; \(\*gin\.API\)\.requestLogger puts a logger with request_id into its context \(anonymous\)`
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.JSON(http.StatusOK, b)
}

// named (good): the line says which note.
func (a *API) named(c *gin.Context) {
	b, err := a.store.Load(c.Request.Context(), c.Param("id"))
	if err != nil {
		a.log.Error("load note", zap.String("id", c.Param("id")), zap.Error(err))
		c.AbortWithStatus(http.StatusInternalServerError)
		return
	}
	c.JSON(http.StatusOK, b)
}

// handlers are those before the ones of routes.
func (a *API) handlers() []gin.HandlerFunc { return []gin.HandlerFunc{a.requestLogger()} }
