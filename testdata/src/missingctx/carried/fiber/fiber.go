// Package fiber has a middleware that gives fiber's context another one of the user's.
package fiber

import (
	"github.com/gofiber/fiber/v2"
	"github.com/rs/zerolog/log"
)

type Store interface {
	Load(id string) ([]byte, error)
}

type API struct{ store Store }

// requestLogger gives each request a logger that has its id.
func requestLogger(c *fiber.Ctx) error {
	l := log.With().Str("request_id", c.Get("X-Request-Id")).Logger()
	c.SetUserContext(l.WithContext(c.UserContext()))
	return c.Next()
}

// handlers are those before the ones of routes.
var handlers = []fiber.Handler{requestLogger}

// show (bad): the line could have the request's id.
func (a *API) show(c *fiber.Ctx) error {
	b, err := a.store.Load(c.Params("id"))
	if err != nil {
		log.Error().Err(err).Msg("load note") // want `the logger of log\.Ctx\(c\.UserContext\(\)\) would; fiber\.requestLogger puts a logger with request_id into it \(nocontext\)`
		return c.SendStatus(fiber.StatusInternalServerError)
	}
	return c.JSON(b)
}

// list (good): it has it.
func (a *API) list(c *fiber.Ctx) error {
	b, err := a.store.Load("")
	if err != nil {
		log.Ctx(c.UserContext()).Error().Err(err).Msg("list notes")
		return c.SendStatus(fiber.StatusInternalServerError)
	}
	return c.JSON(b)
}
