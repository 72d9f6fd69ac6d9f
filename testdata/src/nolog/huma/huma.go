// Package huma holds operations of huma, which return an error with a status.
package huma

import (
	"context"
	"errors"
	"log/slog"

	"github.com/danielgtaylor/huma/v2"
)

var errNoShip = errors.New("no such ship")

type Ship struct{ Name string }

type Input struct {
	Name string `path:"name"`
}

type Store interface {
	Load(ctx context.Context, name string) (*Ship, error)
}

type API struct{ store Store }

// show (bad): a message, and not the cause.
func (a *API) show(ctx context.Context, in *Input) (*Ship, error) {
	ship, err := a.store.Load(ctx, in.Name)
	if err != nil {
		return nil, huma.Error500InternalServerError("internal error") // want `error from Store\.Load is answered with status 500, but nothing logs it.*\(answered\)`
	}
	return ship, nil
}

// showCause (good): the cause goes with it.
func (a *API) showCause(ctx context.Context, in *Input) (*Ship, error) {
	ship, err := a.store.Load(ctx, in.Name)
	if err != nil {
		return nil, huma.Error500InternalServerError("internal error", err)
	}
	return ship, nil
}

// showLogged (good): a line is written.
func (a *API) showLogged(ctx context.Context, in *Input) (*Ship, error) {
	ship, err := a.store.Load(ctx, in.Name)
	if err != nil {
		slog.ErrorContext(ctx, "load ship", "err", err)
		return nil, huma.Error503ServiceUnavailable("try again")
	}
	return ship, nil
}

// lookup (bad): trouble of the store is told as a ship that is not there.
func (a *API) lookup(ctx context.Context, in *Input) (*Ship, error) {
	ship, err := a.store.Load(ctx, in.Name)
	if err != nil {
		return nil, huma.Error404NotFound("no such ship") // want `error from Store\.Load is answered with status 404, but nothing logs it.*\(answered\)`
	}
	return ship, nil
}

// lookupGuarded (good): only a ship that is not there is one.
func (a *API) lookupGuarded(ctx context.Context, in *Input) (*Ship, error) {
	ship, err := a.store.Load(ctx, in.Name)
	if errors.Is(err, errNoShip) {
		return nil, huma.Error404NotFound("no such ship")
	}
	return ship, err
}

// routes (bad): a literal is an operation as well.
func (a *API) routes(api huma.API) {
	huma.Get(api, "/ships/{name}", func(ctx context.Context, in *Input) (*Ship, error) {
		ship, err := a.store.Load(ctx, in.Name)
		if err != nil {
			return nil, huma.Error503ServiceUnavailable("try again") // want `error from Store\.Load is answered with status 503, but nothing logs it.*\(answered\)`
		}
		return ship, nil
	})
	// The next one is good: the cause goes with it.
	huma.Get(api, "/fleet/{name}", func(ctx context.Context, in *Input) (*Ship, error) {
		ship, err := a.store.Load(ctx, in.Name)
		if err != nil {
			return nil, huma.Error503ServiceUnavailable("try again", err)
		}
		return ship, nil
	})
}
