// Package grpc holds what methods of a gRPC service lose on the way to an
// answer.
package grpc

import (
	"context"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

type User struct{ ID string }

type Request struct{ IDs []string }

type Reply struct{ Users []*User }

type Store interface {
	Load(ctx context.Context, id string) (*User, error)
	Touch(ctx context.Context, id string) error
}

type Server struct{ store Store }

// List (bad): a user that does not load is left out.
func (s *Server) List(ctx context.Context, req *Request) (*Reply, error) {
	reply := new(Reply)
	for _, id := range req.IDs {
		u, err := s.store.Load(ctx, id)
		if err != nil { // want `error from Store\.Load is dropped: the path continuing .*\(dropped\)`
			continue
		}
		reply.Users = append(reply.Users, u)
	}
	return reply, nil
}

// ListKnown (good): only one that is not there is left out.
func (s *Server) ListKnown(ctx context.Context, req *Request) (*Reply, error) {
	reply := new(Reply)
	for _, id := range req.IDs {
		u, err := s.store.Load(ctx, id)
		if status.Code(err) == codes.NotFound {
			continue
		}
		if err != nil {
			return nil, status.Errorf(codes.Internal, "load user: %v", err)
		}
		reply.Users = append(reply.Users, u)
	}
	return reply, nil
}

// Touch (bad): the reply says that all went well.
func (s *Server) Touch(ctx context.Context, req *Request) (*Reply, error) {
	for _, id := range req.IDs {
		s.store.Touch(ctx, id) // want `error from Store\.Touch is discarded: .*\(discarded\)`
	}
	return &Reply{}, nil
}

// TouchFirst (good): the first that fails ends it.
func (s *Server) TouchFirst(ctx context.Context, req *Request) (*Reply, error) {
	for _, id := range req.IDs {
		if err := s.store.Touch(ctx, id); err != nil {
			return nil, status.Error(codes.Internal, err.Error())
		}
	}
	return &Reply{}, nil
}
