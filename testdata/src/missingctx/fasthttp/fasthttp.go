// Package fasthttp holds handlers of fasthttp, whose context is the request's.
package fasthttp

import (
	"context"
	"log/slog"

	"github.com/valyala/fasthttp"
)

type Store interface {
	Load(ctx context.Context, id string) (string, error)
}

type API struct{ store Store }

// show (bad): the request's context is in reach.
func (a *API) show(c *fasthttp.RequestCtx) {
	s, err := a.store.Load(c, string(c.Path()))
	if err != nil {
		slog.Error("load note", "err", err) // want `slog\.Error does not carry the request's context: slog\.ErrorContext with c would \(nocontext\)`
		c.Error("internal error", 500)
		return
	}
	c.SetBodyString(s)
}

// showContext (good): it is given.
func (a *API) showContext(c *fasthttp.RequestCtx) {
	s, err := a.store.Load(c, string(c.Path()))
	if err != nil {
		slog.ErrorContext(c, "load note", "err", err)
		c.Error("internal error", 500)
		return
	}
	c.SetBodyString(s)
}
