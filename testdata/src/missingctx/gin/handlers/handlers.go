// Package handlers holds handlers of gin, whose context holds the request and is a
// context itself.
package handlers

import (
	"context"
	"log/slog"
	"net/http"

	"github.com/gin-gonic/gin"
)

type Store interface {
	Load(ctx context.Context, id string) (string, error)
}

type API struct{ store Store }

// show (bad): the request's context is in reach.
func (a *API) show(c *gin.Context) {
	s, err := a.store.Load(c.Request.Context(), c.Param("id"))
	if err != nil {
		slog.Error("load note", "err", err) // want `slog\.Error does not carry the request's context: slog\.ErrorContext with c\.Request\.Context\(\) would.*\(nocontext\)`
		c.Status(http.StatusInternalServerError)
		return
	}
	c.String(http.StatusOK, s)
}

// showContext (good): it is given.
func (a *API) showContext(c *gin.Context) {
	s, err := a.store.Load(c.Request.Context(), c.Param("id"))
	if err != nil {
		slog.ErrorContext(c.Request.Context(), "load note", "err", err)
		slog.ErrorContext(c, "note lost")
		c.Status(http.StatusInternalServerError)
		return
	}
	c.String(http.StatusOK, s)
}

// showLocal (bad): a variable has it.
func (a *API) showLocal(c *gin.Context) {
	ctx := c.Request.Context()
	s, err := a.store.Load(ctx, c.Param("id"))
	if err != nil {
		slog.Error("load note", "err", err) // want `slog\.Error does not carry the request's context: slog\.ErrorContext with ctx would.*\(nocontext\)`
		c.Status(http.StatusInternalServerError)
		return
	}
	c.String(http.StatusOK, s)
}

// showDetached (bad): the line is given another.
func (a *API) showDetached(c *gin.Context) {
	s, err := a.store.Load(c, c.Param("id"))
	if err != nil {
		slog.ErrorContext(context.Background(), "load note", "err", err) // want `slog\.ErrorContext is given context\.Background\(\) while c.* is in reach.*\(background\)`
		c.Status(http.StatusInternalServerError)
		return
	}
	c.String(http.StatusOK, s)
}

// showBound (good): the logger is bound to the request.
func (a *API) showBound(c *gin.Context) {
	logger := slog.With("request_id", c.GetHeader("X-Request-Id"))
	s, err := a.store.Load(c, c.Param("id"))
	if err != nil {
		logger.Error("load note", "err", err)
		c.Status(http.StatusInternalServerError)
		return
	}
	c.String(http.StatusOK, s)
}
