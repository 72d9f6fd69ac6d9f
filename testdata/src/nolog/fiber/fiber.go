// Package fiber holds handlers of fiber, which return what they answer with.
package fiber

import (
	"context"
	"errors"
	"log/slog"

	"github.com/gofiber/fiber/v2"
)

var errNoCar = errors.New("no such car")

type Car struct{ ID string }

type Store interface {
	Load(ctx context.Context, id string) (Car, error)
	Save(ctx context.Context, c Car) error
}

type API struct{ store Store }

// show (bad): a status and a body, and no line.
func (a *API) show(c *fiber.Ctx) error {
	car, err := a.store.Load(c.UserContext(), c.Params("id"))
	if err != nil {
		return c.Status(fiber.StatusInternalServerError).JSON(fiber.Map{"error": "internal error"}) // want `error from Store\.Load is answered with status 500, but nothing logs it.*\(answered\)`
	}
	return c.JSON(car)
}

// showReturned (good): the framework's error handler gets it.
func (a *API) showReturned(c *fiber.Ctx) error {
	car, err := a.store.Load(c.UserContext(), c.Params("id"))
	if err != nil {
		return err
	}
	return c.JSON(car)
}

// showLogged (good): a line is written.
func (a *API) showLogged(c *fiber.Ctx) error {
	car, err := a.store.Load(c.UserContext(), c.Params("id"))
	if err != nil {
		slog.ErrorContext(c.UserContext(), "load car", "err", err)
		return c.SendStatus(fiber.StatusInternalServerError)
	}
	return c.JSON(car)
}

// save (bad): a status alone.
func (a *API) save(c *fiber.Ctx) error {
	if err := a.store.Save(c.UserContext(), Car{ID: c.Query("id")}); err != nil {
		return c.SendStatus(fiber.StatusServiceUnavailable) // want `error from Store\.Save is answered with status 503, but nothing logs it.*\(answered\)`
	}
	return c.SendStatus(204)
}

// saveText (bad): its text goes to the client alone.
func (a *API) saveText(c *fiber.Ctx) error {
	if err := a.store.Save(c.UserContext(), Car{ID: c.Query("id")}); err != nil {
		return c.Status(500).SendString(err.Error()) // want `error from Store\.Save is answered with status 500, but nothing logs it.*\(answered\)`
	}
	return c.SendStatus(204)
}

// saveErrorText (good): the error handler sees the cause in the message.
func (a *API) saveErrorText(c *fiber.Ctx) error {
	if err := a.store.Save(c.UserContext(), Car{ID: c.Query("id")}); err != nil {
		return fiber.NewError(fiber.StatusInternalServerError, "car was not saved: "+err.Error())
	}
	return c.SendStatus(204)
}

// lookupGuarded (good): only a car that is not there is a 404.
func (a *API) lookupGuarded(c *fiber.Ctx) error {
	car, err := a.store.Load(c.UserContext(), c.Params("id"))
	if errors.Is(err, errNoCar) {
		return fiber.NewError(fiber.StatusNotFound, "no such car")
	}
	if err != nil {
		return err
	}
	return c.JSON(car)
}

// create (good): what does not parse is the client's own error.
func (a *API) create(c *fiber.Ctx) error {
	var car Car
	if err := c.BodyParser(&car); err != nil {
		return c.Status(fiber.StatusBadRequest).SendString("invalid car")
	}
	return c.JSON(car)
}

// routes (bad): a literal is a handler as well.
func (a *API) routes(app *fiber.App) {
	app.Get("/cars/:id", func(c *fiber.Ctx) error {
		car, err := a.store.Load(c.UserContext(), c.Params("id"))
		if err != nil {
			return c.Status(500).JSON(fiber.Map{"error": "internal error"}) // want `error from Store\.Load is answered with status 500, but nothing logs it.*\(answered\)`
		}
		return c.JSON(car)
	})
	// The next one is good: it returns the error.
	app.Post("/cars", func(c *fiber.Ctx) error {
		return a.store.Save(c.UserContext(), Car{ID: c.Query("id")})
	})
}
