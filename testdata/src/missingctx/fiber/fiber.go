// Package fiber holds handlers of fiber, whose context gives the request's.
package fiber

import (
	"context"
	"log/slog"

	"github.com/gofiber/fiber/v2"
)

type Store interface {
	Load(ctx context.Context, id string) (string, error)
}

type API struct{ store Store }

// show (bad): the request's context is in reach.
func (a *API) show(c *fiber.Ctx) error {
	s, err := a.store.Load(c.UserContext(), c.Params("id"))
	if err != nil {
		slog.Error("load note", "err", err) // want `slog\.Error does not carry the request's context: slog\.ErrorContext with c\.UserContext\(\) would \(nocontext\)`
		return c.SendStatus(500)
	}
	return c.SendString(s)
}

// showContext (good): it is given.
func (a *API) showContext(c *fiber.Ctx) error {
	s, err := a.store.Load(c.UserContext(), c.Params("id"))
	if err != nil {
		slog.ErrorContext(c.UserContext(), "load note", "err", err)
		return c.SendStatus(500)
	}
	return c.SendString(s)
}

// showLocal (bad): a variable has it.
func (a *API) showLocal(c *fiber.Ctx) error {
	ctx := c.UserContext()
	s, err := a.store.Load(ctx, c.Params("id"))
	if err != nil {
		slog.Error("load note", "err", err) // want `slog\.Error does not carry the request's context: slog\.ErrorContext with ctx would \(nocontext\)`
		return c.SendStatus(500)
	}
	return c.SendString(s)
}
