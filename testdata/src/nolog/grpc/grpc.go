// Package grpc holds methods of a gRPC service: what they return is what the
// client gets, and a fixed text leaves nothing of the cause.
package grpc

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

var errNoUser = errors.New("no such user")

type User struct{ ID, Name string }

type GetUserRequest struct{ ID string }

type Store interface {
	Load(ctx context.Context, id string) (*User, error)
	Save(ctx context.Context, u *User) error
}

type Server struct{ store Store }

// GetUser (bad): a fixed text, and no line.
func (s *Server) GetUser(ctx context.Context, req *GetUserRequest) (*User, error) {
	u, err := s.store.Load(ctx, req.ID)
	if err != nil {
		return nil, status.Error(codes.Internal, "internal error") // want `error from Store\.Load is answered with code 13, but nothing logs it.*\(answered\)`
	}
	return u, nil
}

// GetUserFormatted (good): the text holds the cause.
func (s *Server) GetUserFormatted(ctx context.Context, req *GetUserRequest) (*User, error) {
	u, err := s.store.Load(ctx, req.ID)
	if err != nil {
		return nil, status.Errorf(codes.Internal, "load user: %v", err)
	}
	return u, nil
}

// GetUserText (good): so does this one.
func (s *Server) GetUserText(ctx context.Context, req *GetUserRequest) (*User, error) {
	u, err := s.store.Load(ctx, req.ID)
	if err != nil {
		return nil, status.Error(codes.Internal, err.Error())
	}
	return u, nil
}

// GetUserBare (good): the interceptors get the error.
func (s *Server) GetUserBare(ctx context.Context, req *GetUserRequest) (*User, error) {
	u, err := s.store.Load(ctx, req.ID)
	if err != nil {
		return nil, fmt.Errorf("load user: %w", err)
	}
	return u, nil
}

// GetUserLogged (good): a line is written.
func (s *Server) GetUserLogged(ctx context.Context, req *GetUserRequest) (*User, error) {
	u, err := s.store.Load(ctx, req.ID)
	if err != nil {
		slog.ErrorContext(ctx, "load user", "err", err)
		return nil, status.Error(codes.Internal, "internal error")
	}
	return u, nil
}

// Rename (bad): the format holds the id, not the cause.
func (s *Server) Rename(ctx context.Context, req *GetUserRequest) (*User, error) {
	u := &User{ID: req.ID}
	if err := s.store.Save(ctx, u); err != nil {
		return nil, status.Errorf(codes.Unavailable, "user %s was not saved", req.ID) // want `error from Store\.Save is answered with code 14, but nothing logs it.*\(answered\)`
	}
	return u, nil
}

// RenameBoth (good): the id and the cause.
func (s *Server) RenameBoth(ctx context.Context, req *GetUserRequest) (*User, error) {
	u := &User{ID: req.ID}
	if err := s.store.Save(ctx, u); err != nil {
		return nil, status.Errorf(codes.Unavailable, "user %s was not saved: %s", req.ID, err)
	}
	return u, nil
}

// Lookup (bad): trouble of the store is told as a user that is not there.
func (s *Server) Lookup(ctx context.Context, req *GetUserRequest) (*User, error) {
	u, err := s.store.Load(ctx, req.ID)
	if err != nil {
		return nil, status.Error(codes.NotFound, "no such user") // want `error from Store\.Load is answered with code 5, but nothing logs it.*\(answered\)`
	}
	return u, nil
}

// LookupGuarded (good): only a user that is not there is one.
func (s *Server) LookupGuarded(ctx context.Context, req *GetUserRequest) (*User, error) {
	u, err := s.store.Load(ctx, req.ID)
	if errors.Is(err, errNoUser) {
		return nil, status.Error(codes.NotFound, "no such user")
	}
	if err != nil {
		return nil, status.Errorf(codes.Internal, "load user: %v", err)
	}
	return u, nil
}

// Relay (good): the code of the error of another service says what it is.
func (s *Server) Relay(ctx context.Context, req *GetUserRequest) (*User, error) {
	u, err := s.store.Load(ctx, req.ID)
	if status.Code(err) == codes.NotFound {
		return nil, status.Error(codes.NotFound, "no such user")
	}
	if err != nil {
		return nil, err
	}
	return u, nil
}

// Pass (good): the code is passed on with the cause.
func (s *Server) Pass(ctx context.Context, req *GetUserRequest) (*User, error) {
	u, err := s.store.Load(ctx, req.ID)
	if err != nil {
		st := status.Convert(err)
		return nil, status.Error(st.Code(), st.Message())
	}
	return u, nil
}

// MadeWith (good): a status is made with the cause.
func (s *Server) MadeWith(ctx context.Context, req *GetUserRequest) (*User, error) {
	u, err := s.store.Load(ctx, req.ID)
	if err != nil {
		st := status.Newf(codes.Internal, "load user: %v", err)
		return nil, st.Err()
	}
	return u, nil
}

// Validate (good): what does not parse is the client's own error.
func (s *Server) Validate(ctx context.Context, req *GetUserRequest) (*User, error) {
	var n int
	if _, err := fmt.Sscanf(req.ID, "u-%d", &n); err != nil {
		return nil, status.Errorf(codes.InvalidArgument, "user id %q", req.ID)
	}
	return &User{ID: req.ID}, nil
}
