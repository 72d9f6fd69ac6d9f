// Package handlers holds handlers of echo, whose context holds the request.
package handlers

import (
	"context"
	"log/slog"
	"net/http"

	"github.com/labstack/echo/v4"
)

type Store interface {
	Load(ctx context.Context, id string) (string, error)
}

type API struct{ store Store }

// show (bad): the request's context is in reach.
func (a *API) show(c echo.Context) error {
	s, err := a.store.Load(c.Request().Context(), c.Param("id"))
	if err != nil {
		slog.Error("load note", "err", err) // want `slog\.Error does not carry the request's context: slog\.ErrorContext with c\.Request\(\)\.Context\(\) would.*\(nocontext\)`
		return c.NoContent(http.StatusInternalServerError)
	}
	return c.String(http.StatusOK, s)
}

// showContext (good): it is given.
func (a *API) showContext(c echo.Context) error {
	s, err := a.store.Load(c.Request().Context(), c.Param("id"))
	if err != nil {
		slog.ErrorContext(c.Request().Context(), "load note", "err", err)
		return c.NoContent(http.StatusInternalServerError)
	}
	return c.String(http.StatusOK, s)
}

// showLocal (bad): a variable has it.
func (a *API) showLocal(c echo.Context) error {
	ctx := c.Request().Context()
	s, err := a.store.Load(ctx, c.Param("id"))
	if err != nil {
		slog.Error("load note", "err", err) // want `slog\.Error does not carry the request's context: slog\.ErrorContext with ctx would.*\(nocontext\)`
		return c.NoContent(http.StatusInternalServerError)
	}
	return c.String(http.StatusOK, s)
}

// showBound (good): the logger is bound to the request.
func (a *API) showBound(c echo.Context) error {
	logger := slog.With("path", c.Request().URL.Path)
	s, err := a.store.Load(c.Request().Context(), c.Param("id"))
	if err != nil {
		logger.Error("load note", "err", err)
		return c.NoContent(http.StatusInternalServerError)
	}
	return c.String(http.StatusOK, s)
}
