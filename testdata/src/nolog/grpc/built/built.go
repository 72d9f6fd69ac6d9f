// Package built holds methods of a gRPC service: what they return is what the
// client gets, and a fixed text leaves nothing of the cause.
package built

import (
	"context"
	"errors"

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

// Made (bad): a status is made of a fixed text first.
func (s *Server) Made(ctx context.Context, req *GetUserRequest) (*User, error) {
	u, err := s.store.Load(ctx, req.ID)
	if err != nil {
		st := status.New(codes.Internal, "internal error")
		return nil, st.Err() // want `error from Store\.Load is answered with code 13, but nothing logs it.*\(answered\)`
	}
	return u, nil
}
