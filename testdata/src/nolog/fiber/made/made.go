// Package made holds handlers of fiber, which return what they answer with.
package made

import (
	"context"
	"errors"

	"github.com/gofiber/fiber/v2"
)

var errNoCar = errors.New("no such car")

type Car struct{ ID string }

type Store interface {
	Load(ctx context.Context, id string) (Car, error)
	Save(ctx context.Context, c Car) error
}

type API struct{ store Store }

// saveError (bad): an error for the client, without the cause.
func (a *API) saveError(c *fiber.Ctx) error {
	if err := a.store.Save(c.UserContext(), Car{ID: c.Query("id")}); err != nil {
		return fiber.NewError(fiber.StatusInternalServerError, "car was not saved") // want `error from Store\.Save is answered with status 500, but nothing logs it.*\(answered\)`
	}
	return c.SendStatus(204)
}

// lookup (bad): trouble of the store is told as a car that is not there.
func (a *API) lookup(c *fiber.Ctx) error {
	car, err := a.store.Load(c.UserContext(), c.Params("id"))
	if err != nil {
		return fiber.NewError(fiber.StatusNotFound, "no such car") // want `error from Store\.Load is answered with status 404, but nothing logs it.*\(answered\)`
	}
	return c.JSON(car)
}
