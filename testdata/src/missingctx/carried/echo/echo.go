// Package echo has a middleware that puts a logger into the context of the request that
// echo holds.
package echo

import (
	"net/http"

	"github.com/labstack/echo/v4"
	"github.com/rs/zerolog/log"
)

type Store interface {
	Load(id string) ([]byte, error)
}

type API struct{ store Store }

// requestLogger gives each request a logger that has its id.
func requestLogger(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		r := c.Request()
		l := log.With().Str("request_id", r.Header.Get("X-Request-Id")).Logger()
		c.SetRequest(r.WithContext(l.WithContext(r.Context())))
		return next(c)
	}
}

// middlewares are those of the service.
var middlewares = []echo.MiddlewareFunc{requestLogger}

// show (bad): the line could have the request's id.
func (a *API) show(c echo.Context) error {
	b, err := a.store.Load(c.Param("id"))
	if err != nil {
		log.Error().Err(err).Msg("load note") // want `the logger of log\.Ctx\(c\.Request\(\)\.Context\(\)\) would; echo\.requestLogger puts a logger with request_id into it \(nocontext\)`
		return c.NoContent(http.StatusInternalServerError)
	}
	return c.JSON(http.StatusOK, b)
}

// list (good): it has it.
func (a *API) list(c echo.Context) error {
	b, err := a.store.Load("")
	if err != nil {
		log.Ctx(c.Request().Context()).Error().Err(err).Msg("list notes")
		return c.NoContent(http.StatusInternalServerError)
	}
	return c.JSON(http.StatusOK, b)
}
