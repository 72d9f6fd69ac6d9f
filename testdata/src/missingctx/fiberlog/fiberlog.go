// Package fiberlog writes with fiber's logger, which is bound to the context
// of a request.
package fiberlog

import (
	"context"

	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/log"
)

type Store interface {
	Load(ctx context.Context, id string) (string, error)
}

type API struct{ store Store }

// show (bad): the request's context is in reach.
func (a *API) show(c *fiber.Ctx) error {
	s, err := a.store.Load(c.UserContext(), c.Params("id"))
	if err != nil {
		log.Errorw("load note", "err", err) // want `log\.Errorw does not carry the request's context: the logger of log\.WithContext\(c\.UserContext\(\)\) would \(nocontext\)`
		return c.SendStatus(500)
	}
	return c.SendString(s)
}

// showContext (good): the logger is bound to it.
func (a *API) showContext(c *fiber.Ctx) error {
	s, err := a.store.Load(c.UserContext(), c.Params("id"))
	if err != nil {
		log.WithContext(c.UserContext()).Errorw("load note", "err", err)
		return c.SendStatus(500)
	}
	return c.SendString(s)
}

// load (bad): so where the context alone is handed on.
func (a *API) load(ctx context.Context, id string) (string, error) {
	s, err := a.store.Load(ctx, id)
	if err != nil {
		log.Errorf("load note: %v", err) // want `log\.Errorf does not carry the request's context: the logger of log\.WithContext\(ctx\) would \(nocontext\)`
	}
	return s, err
}

// loadContext (good): the logger is bound to it.
func (a *API) loadContext(ctx context.Context, id string) (string, error) {
	logger := log.WithContext(ctx)
	s, err := a.store.Load(ctx, id)
	if err != nil {
		logger.Errorf("load note: %v", err)
	}
	return s, err
}
