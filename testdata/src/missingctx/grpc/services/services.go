// Package services holds methods of a gRPC service, which are handlers.
package services

import (
	"context"
	"log/slog"

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

// Get (bad): the call's context is in reach.
func (s *Server) Get(ctx context.Context, req *GetRequest) (*Note, error) {
	n, err := s.store.Load(ctx, req.ID)
	if err != nil {
		slog.Error("load note", "err", err) // want `slog\.Error does not carry the request's context: slog\.ErrorContext with ctx would.*\(nocontext\)`
		return nil, status.Error(codes.Internal, "internal error")
	}
	return n, nil
}

// GetContext (good): it is given.
func (s *Server) GetContext(ctx context.Context, req *GetRequest) (*Note, error) {
	n, err := s.store.Load(ctx, req.ID)
	if err != nil {
		slog.ErrorContext(ctx, "load note", "err", err)
		return nil, status.Error(codes.Internal, "internal error")
	}
	return n, nil
}
