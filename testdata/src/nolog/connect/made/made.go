// Package made holds methods of a connect service.
package made

import (
	"context"
	"errors"

	"connectrpc.com/connect"
)

var errNoUser = errors.New("no such user")

type User struct{ ID, Name string }

type GetUserRequest struct{ ID string }

type Store interface {
	Load(ctx context.Context, id string) (*User, error)
}

type Server struct{ store Store }

// GetUser (bad): a new error in place of the cause.
func (s *Server) GetUser(ctx context.Context, req *connect.Request[GetUserRequest]) (*connect.Response[User], error) {
	u, err := s.store.Load(ctx, req.Msg.ID)
	if err != nil {
		return nil, connect.NewError(connect.CodeInternal, errors.New("internal error")) // want `error from Store\.Load is answered with code 13, but nothing logs it.*\(answered\)`
	}
	return connect.NewResponse(u), nil
}

// Lookup (bad): trouble of the store is told as a user that is not there.
func (s *Server) Lookup(ctx context.Context, req *connect.Request[GetUserRequest]) (*connect.Response[User], error) {
	u, err := s.store.Load(ctx, req.Msg.ID)
	if err != nil {
		return nil, connect.NewError(connect.CodeNotFound, errNoUser) // want `error from Store\.Load is answered with code 5, but nothing logs it.*\(answered\)`
	}
	return connect.NewResponse(u), nil
}
