// Package built holds methods of a twirp service.
package built

import (
	"context"
	"errors"

	"github.com/twitchtv/twirp"
)

var errNoHat = errors.New("no such hat")

type Hat struct{ Size int }

type Size struct{ ID string }

type Store interface {
	Load(ctx context.Context, id string) (*Hat, error)
}

type Server struct{ store Store }

// Tagged (bad): meta data is no cause.
func (s *Server) Tagged(ctx context.Context, size *Size) (*Hat, error) {
	h, err := s.store.Load(ctx, size.ID)
	if err != nil {
		return nil, twirp.InternalError("no hats today").WithMeta("hat", size.ID) // want `error from Store\.Load is answered with status 500, but nothing logs it.*\(answered\)`
	}
	return h, nil
}
