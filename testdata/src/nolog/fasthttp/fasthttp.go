// Package fasthttp holds handlers of fasthttp, which answer through their
// context and return nothing.
package fasthttp

import (
	"context"
	"encoding/json"
	"errors"
	"os"

	"github.com/valyala/fasthttp"
)

var errNoCity = errors.New("no such city")

type City struct{ Name string }

type Store interface {
	Load(ctx context.Context, name string) (City, error)
	Save(ctx context.Context, c City) error
}

type API struct {
	store Store
	root  string
}

// show (bad): Error answers, and logs nothing.
func (a *API) show(ctx *fasthttp.RequestCtx) {
	city, err := a.store.Load(ctx, string(ctx.QueryArgs().Peek("name")))
	if err != nil {
		ctx.Error("internal error", fasthttp.StatusInternalServerError) // want `error from Store\.Load is answered with status 500, but nothing logs it.*\(answered\)`
		return
	}
	ctx.SetBodyString(city.Name)
}

// showLogged (good): the context's logger has it.
func (a *API) showLogged(ctx *fasthttp.RequestCtx) {
	city, err := a.store.Load(ctx, string(ctx.QueryArgs().Peek("name")))
	if err != nil {
		ctx.Logger().Printf("load city: %v", err)
		ctx.Error("internal error", fasthttp.StatusInternalServerError)
		return
	}
	ctx.SetBodyString(city.Name)
}

// showText (bad): its text goes to the client alone.
func (a *API) showText(ctx *fasthttp.RequestCtx) {
	city, err := a.store.Load(ctx, string(ctx.QueryArgs().Peek("name")))
	if err != nil {
		ctx.Error(err.Error(), fasthttp.StatusInternalServerError) // want `error from Store\.Load is answered with status 500, but nothing logs it.*\(answered\)`
		return
	}
	ctx.SetBodyString(city.Name)
}

// mapOf (bad): a status and a body.
func (a *API) mapOf(ctx *fasthttp.RequestCtx) {
	img, err := os.ReadFile(a.root + "/map.png")
	if err != nil {
		ctx.SetStatusCode(fasthttp.StatusInternalServerError) // want `error from os\.ReadFile is answered with status 500, but nothing logs it.*\(answered\)`
		ctx.SetBodyString("no map")
		return
	}
	ctx.Success("image/png", img)
}

// lookup (bad): trouble of the store is told as a city that is not there.
func (a *API) lookup(ctx *fasthttp.RequestCtx) {
	city, err := a.store.Load(ctx, string(ctx.QueryArgs().Peek("name")))
	if err != nil {
		ctx.NotFound() // want `error from Store\.Load is answered with status 404, but nothing logs it.*\(answered\)`
		return
	}
	ctx.SetBodyString(city.Name)
}

// lookupGuarded (good): only a city that is not there is a 404.
func (a *API) lookupGuarded(ctx *fasthttp.RequestCtx) {
	city, err := a.store.Load(ctx, string(ctx.QueryArgs().Peek("name")))
	if errors.Is(err, errNoCity) {
		ctx.NotFound()
		return
	}
	if err != nil {
		ctx.Logger().Printf("load city: %v", err)
		ctx.SetStatusCode(fasthttp.StatusInternalServerError)
		return
	}
	ctx.SetBodyString(city.Name)
}

// create (good): a body that is no city is the client's own error.
func (a *API) create(ctx *fasthttp.RequestCtx) {
	var city City
	if err := json.Unmarshal(ctx.PostBody(), &city); err != nil {
		ctx.Error("invalid city", 400)
		return
	}
	ctx.SetStatusCode(201)
}
