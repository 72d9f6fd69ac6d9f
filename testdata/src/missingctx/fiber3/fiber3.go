// Package fiber3 holds handlers of fiber 3, whose context holds the request.
package fiber3

import (
	"log/slog"

	"github.com/gofiber/fiber/v3"
)

// show (bad): the request's context is in reach.
func show(c fiber.Ctx) error {
	slog.Warn("no such car") // want `slog\.Warn does not carry the request's context: slog\.WarnContext with c\.Context\(\) would \(nocontext\)`
	return c.SendStatus(404)
}

// showContext (good): it is given.
func showContext(c fiber.Ctx) error {
	slog.WarnContext(c.Context(), "no such car")
	return c.SendStatus(404)
}
