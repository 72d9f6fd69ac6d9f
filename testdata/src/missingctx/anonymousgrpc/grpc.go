// Package anonymousgrpc holds methods of a gRPC service whose lines take no context.
package anonymousgrpc

import (
	"context"
	"log"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

type Note struct{ ID string }

type GetRequest struct{ ID string }

type Store interface {
	Load(ctx context.Context, id string) (*Note, error)
}

// UnimplementedNotesServer stands for what the generator makes.
type UnimplementedNotesServer struct{}

type Server struct {
	UnimplementedNotesServer
	store Store
}

// GetPlain (bad): a line of no call.
func (s *Server) GetPlain(ctx context.Context, req *GetRequest) (*Note, error) {
	n, err := s.store.Load(ctx, req.ID)
	if err != nil {
		log.Printf("load note: %v", err) // want `log\.Printf says nothing of the request it is written for.*\(anonymous\)`
		return nil, status.Error(codes.Internal, "internal error")
	}
	return n, nil
}

// GetPlainID (good): the id is the request's.
func (s *Server) GetPlainID(ctx context.Context, req *GetRequest) (*Note, error) {
	n, err := s.store.Load(ctx, req.ID)
	if err != nil {
		log.Printf("load note %s: %v", req.ID, err)
		return nil, status.Error(codes.Internal, "internal error")
	}
	return n, nil
}
