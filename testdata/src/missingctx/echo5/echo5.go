// Package echo5 holds handlers of echo 5, whose context holds the request.
package echo5

import (
	"log/slog"
	"net/http"

	"github.com/labstack/echo/v5"
)

// show (bad): the request's context is in reach.
func show(c *echo.Context) error {
	slog.Warn("no such song") // want `slog\.Warn does not carry the request's context: slog\.WarnContext with c\.Request\(\)\.Context\(\) would \(nocontext\)`
	return c.NoContent(http.StatusNotFound)
}

// showContext (good): it is given.
func showContext(c *echo.Context) error {
	slog.WarnContext(c.Request().Context(), "no such song")
	return c.NoContent(http.StatusNotFound)
}

// showLogger (good): echo's own logger is the request's.
func showLogger(c *echo.Context) error {
	c.Logger().Warn("no such song")
	return c.NoContent(http.StatusNotFound)
}
