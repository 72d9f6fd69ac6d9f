// Package helper holds handlers of gin that answer through a helper.
package helper

import (
	"context"
	"log/slog"
	"net/http"

	"github.com/gin-gonic/gin"
)

type Book struct{ ID string }

type Store interface {
	Load(ctx context.Context, id string) (Book, error)
}

type API struct{ store Store }

// fail answers, and is told the status.
func fail(c *gin.Context, status int, msg string) {
	c.AbortWithStatusJSON(status, gin.H{"error": msg})
}

// show (bad): the helper answers, nobody logs.
func (a *API) show(c *gin.Context) {
	b, err := a.store.Load(c.Request.Context(), c.Param("id"))
	if err != nil {
		fail(c, http.StatusInternalServerError, "internal error") // want `error from Store\.Load is answered with status 500 by fail, but nothing logs it.*\(answered\)`
		return
	}
	c.JSON(http.StatusOK, b)
}

// showLogged (good): the helper answers, the handler logs.
func (a *API) showLogged(c *gin.Context) {
	b, err := a.store.Load(c.Request.Context(), c.Param("id"))
	if err != nil {
		slog.ErrorContext(c.Request.Context(), "load book", "err", err)
		fail(c, http.StatusInternalServerError, "internal error")
		return
	}
	c.JSON(http.StatusOK, b)
}
