// Package connect holds methods of a connect service.
package connect

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"connectrpc.com/connect"
)

var errNoUser = errors.New("no such user")

type User struct{ ID, Name string }

type GetUserRequest struct{ ID string }

type Store interface {
	Load(ctx context.Context, id string) (*User, error)
}

type Server struct{ store Store }

// GetUserCause (good): the cause is the underlying error.
func (s *Server) GetUserCause(ctx context.Context, req *connect.Request[GetUserRequest]) (*connect.Response[User], error) {
	u, err := s.store.Load(ctx, req.Msg.ID)
	if err != nil {
		return nil, connect.NewError(connect.CodeInternal, err)
	}
	return connect.NewResponse(u), nil
}

// GetUserWrapped (good): wrapped, it is too.
func (s *Server) GetUserWrapped(ctx context.Context, req *connect.Request[GetUserRequest]) (*connect.Response[User], error) {
	u, err := s.store.Load(ctx, req.Msg.ID)
	if err != nil {
		return nil, connect.NewError(connect.CodeUnavailable, fmt.Errorf("load user %s: %w", req.Msg.ID, err))
	}
	return connect.NewResponse(u), nil
}

// GetUserLogged (good): a line is written.
func (s *Server) GetUserLogged(ctx context.Context, req *connect.Request[GetUserRequest]) (*connect.Response[User], error) {
	u, err := s.store.Load(ctx, req.Msg.ID)
	if err != nil {
		slog.ErrorContext(ctx, "load user", "err", err)
		return nil, connect.NewError(connect.CodeInternal, errors.New("internal error"))
	}
	return connect.NewResponse(u), nil
}

// LookupGuarded (good): only a user that is not there is one.
func (s *Server) LookupGuarded(ctx context.Context, req *connect.Request[GetUserRequest]) (*connect.Response[User], error) {
	u, err := s.store.Load(ctx, req.Msg.ID)
	if errors.Is(err, errNoUser) {
		return nil, connect.NewError(connect.CodeNotFound, errNoUser)
	}
	if err != nil {
		return nil, connect.NewError(connect.CodeInternal, err)
	}
	return connect.NewResponse(u), nil
}
