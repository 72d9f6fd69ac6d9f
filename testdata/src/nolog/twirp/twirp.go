// Package twirp holds methods of a twirp service.
package twirp

import (
	"context"
	"errors"
	"log/slog"

	"github.com/twitchtv/twirp"
)

var errNoHat = errors.New("no such hat")

type Hat struct{ Size int }

type Size struct{ ID string }

type Store interface {
	Load(ctx context.Context, id string) (*Hat, error)
}

type Server struct{ store Store }

// MakeHat (bad): a fixed text, and no line.
func (s *Server) MakeHat(ctx context.Context, size *Size) (*Hat, error) {
	h, err := s.store.Load(ctx, size.ID)
	if err != nil {
		return nil, twirp.InternalError("no hats today") // want `error from Store\.Load is answered with status 500, but nothing logs it.*\(answered\)`
	}
	return h, nil
}

// MakeHatWith (good): the cause is wrapped.
func (s *Server) MakeHatWith(ctx context.Context, size *Size) (*Hat, error) {
	h, err := s.store.Load(ctx, size.ID)
	if err != nil {
		return nil, twirp.InternalErrorWith(err)
	}
	return h, nil
}

// MakeHatf (good): the text holds the cause.
func (s *Server) MakeHatf(ctx context.Context, size *Size) (*Hat, error) {
	h, err := s.store.Load(ctx, size.ID)
	if err != nil {
		return nil, twirp.InternalErrorf("load hat: %w", err)
	}
	return h, nil
}

// MakeHatWrapped (good): a text for the client, the cause for the hooks.
func (s *Server) MakeHatWrapped(ctx context.Context, size *Size) (*Hat, error) {
	h, err := s.store.Load(ctx, size.ID)
	if err != nil {
		return nil, twirp.WrapError(twirp.InternalError("no hats today"), err)
	}
	return h, nil
}

// MakeHatLogged (good): a line is written.
func (s *Server) MakeHatLogged(ctx context.Context, size *Size) (*Hat, error) {
	h, err := s.store.Load(ctx, size.ID)
	if err != nil {
		slog.ErrorContext(ctx, "load hat", "err", err)
		return nil, twirp.InternalError("no hats today")
	}
	return h, nil
}

// Lookup (bad): trouble of the store is told as a hat that is not there.
func (s *Server) Lookup(ctx context.Context, size *Size) (*Hat, error) {
	h, err := s.store.Load(ctx, size.ID)
	if err != nil {
		return nil, twirp.NotFoundError("no such hat") // want `error from Store\.Load is answered with status 404, but nothing logs it.*\(answered\)`
	}
	return h, nil
}

// LookupGuarded (good): only a hat that is not there is one.
func (s *Server) LookupGuarded(ctx context.Context, size *Size) (*Hat, error) {
	h, err := s.store.Load(ctx, size.ID)
	if errors.Is(err, errNoHat) {
		return nil, twirp.NotFoundError("no such hat")
	}
	if err != nil {
		return nil, twirp.InternalErrorWith(err).WithMeta("hat", size.ID)
	}
	return h, nil
}
