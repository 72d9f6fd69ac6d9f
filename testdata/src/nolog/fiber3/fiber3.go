// Package fiber3 holds handlers of fiber 3, whose context is an interface.
package fiber3

import (
	"context"
	"log/slog"

	"github.com/gofiber/fiber/v3"
)

type Car struct{ ID string }

type Store interface {
	Load(ctx context.Context, id string) (Car, error)
	Save(ctx context.Context, c Car) error
}

type API struct{ store Store }

// show (bad): a status and a body, and no line.
func (a *API) show(c fiber.Ctx) error {
	car, err := a.store.Load(c.Context(), c.Params("id"))
	if err != nil {
		return c.Status(fiber.StatusInternalServerError).JSON(fiber.Map{"error": "internal error"}) // want `error from Store\.Load is answered with status 500, but nothing logs it.*\(answered\)`
	}
	return c.JSON(car)
}

// showReturned (good): the framework's error handler gets it.
func (a *API) showReturned(c fiber.Ctx) error {
	car, err := a.store.Load(c.Context(), c.Params("id"))
	if err != nil {
		return err
	}
	return c.JSON(car)
}

// save (bad): a status alone.
func (a *API) save(c fiber.Ctx) error {
	if err := a.store.Save(c.Context(), Car{ID: c.Params("id")}); err != nil {
		return c.SendStatus(fiber.StatusInternalServerError) // want `error from Store\.Save is answered with status 500, but nothing logs it.*\(answered\)`
	}
	return c.SendStatus(204)
}

// saveLogged (good): a line is written.
func (a *API) saveLogged(c fiber.Ctx) error {
	if err := a.store.Save(c.Context(), Car{ID: c.Params("id")}); err != nil {
		slog.ErrorContext(c.Context(), "save car", "err", err)
		return c.SendStatus(fiber.StatusInternalServerError)
	}
	return c.SendStatus(204)
}

// saveError (bad): an error for the client, without the cause.
func (a *API) saveError(c fiber.Ctx) error {
	if err := a.store.Save(c.Context(), Car{ID: c.Params("id")}); err != nil {
		return fiber.NewError(fiber.StatusInternalServerError, "car was not saved") // want `error from Store\.Save is answered with status 500, but nothing logs it.*\(answered\)`
	}
	return c.SendStatus(204)
}

// create (good): what does not parse is the client's own error.
func (a *API) create(c fiber.Ctx) error {
	var car Car
	if err := c.Bind().Body(&car); err != nil {
		return c.Status(400).SendString("invalid car")
	}
	return c.JSON(car)
}
