// Package huma holds handlers of huma, which it calls with a context and what
// it read of the request.
package huma

import (
	"context"
	"log/slog"

	"github.com/danielgtaylor/huma/v2"
)

type Input struct{ ID string }

type Output struct{ Body string }

type Store interface {
	Load(ctx context.Context, id string) (string, error)
}

type API struct{ store Store }

// Register hands the handlers to huma.
func (a *API) Register(api huma.API) {
	huma.Get(api, "/notes/{id}", a.show)
	huma.Get(api, "/texts/{id}", a.showBound)
}

// show (bad): the request's context is in reach.
func (a *API) show(ctx context.Context, in *Input) (*Output, error) {
	s, err := a.store.Load(ctx, in.ID)
	if err != nil {
		slog.Error("load note", "err", err) // want `slog\.Error does not carry the request's context: slog\.ErrorContext with ctx would \(nocontext\)`
		return nil, huma.Error500InternalServerError("internal error", err)
	}
	slog.DebugContext(ctx, "loaded")
	return &Output{Body: s}, nil
}

// showBound (good): the logger is bound to what was asked for.
func (a *API) showBound(ctx context.Context, in *Input) (*Output, error) {
	logger := slog.With("id", in.ID)
	s, err := a.store.Load(ctx, in.ID)
	if err != nil {
		logger.Error("load note", "err", err)
		return nil, huma.Error500InternalServerError("internal error", err)
	}
	return &Output{Body: s}, nil
}
