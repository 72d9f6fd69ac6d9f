// Package connect holds methods of connect services, which are handed what the
// client sent beside the context.
package connect

import (
	"context"
	"log/slog"

	"connectrpc.com/connect"
)

type GetRequest struct{ ID string }

type Note struct{ Text string }

type Store interface {
	Load(ctx context.Context, id string) (*Note, error)
}

type Server struct{ store Store }

// Get (bad): the call's context is in reach.
func (s *Server) Get(ctx context.Context, req *connect.Request[GetRequest]) (*connect.Response[Note], error) {
	n, err := s.store.Load(ctx, req.Msg.ID)
	if err != nil {
		slog.Error("load note", "err", err) // want `slog\.Error does not carry the request's context: slog\.ErrorContext with ctx would \(nocontext\)`
		return nil, connect.NewError(connect.CodeInternal, err)
	}
	return connect.NewResponse(n), nil
}

// GetContext (good): it is given.
func (s *Server) GetContext(ctx context.Context, req *connect.Request[GetRequest]) (*connect.Response[Note], error) {
	n, err := s.store.Load(ctx, req.Msg.ID)
	if err != nil {
		slog.ErrorContext(ctx, "load note", "err", err)
		return nil, connect.NewError(connect.CodeInternal, err)
	}
	return connect.NewResponse(n), nil
}

// GetBound (good): the logger is bound to what was asked for.
func (s *Server) GetBound(ctx context.Context, req *connect.Request[GetRequest]) (*connect.Response[Note], error) {
	logger := slog.With("note", req.Msg.ID)
	n, err := s.store.Load(ctx, req.Msg.ID)
	if err != nil {
		logger.Error("load note", "err", err)
		return nil, connect.NewError(connect.CodeInternal, err)
	}
	return connect.NewResponse(n), nil
}
