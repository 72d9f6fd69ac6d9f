// Package stream holds methods of gRPC services that are given a stream in
// place of a context.
package stream

import (
	"context"
	"log/slog"
)

type WatchRequest struct{ ID string }

type Note struct{ Text string }

// A NotesWatchServer stands for what the generator makes.
type NotesWatchServer interface {
	Send(*Note) error
	Context() context.Context
	SendMsg(m any) error
	RecvMsg(m any) error
	SetTrailer(md map[string][]string)
}

// A NotesWatchClient is the other end.
type NotesWatchClient interface {
	Recv() (*Note, error)
	Context() context.Context
	SendMsg(m any) error
	RecvMsg(m any) error
	CloseSend() error
}

type Store interface {
	Next(ctx context.Context, id string) (*Note, error)
}

type Server struct{ store Store }

// Watch (bad): the stream has the call's context.
func (s *Server) Watch(req *WatchRequest, stream NotesWatchServer) error {
	n, err := s.store.Next(stream.Context(), req.ID)
	if err != nil {
		slog.Error("next note", "err", err) // want `slog\.Error does not carry the request's context: slog\.ErrorContext with stream\.Context\(\) would \(nocontext\)`
		return err
	}
	return stream.Send(n)
}

// WatchLocal (bad): a variable has it.
func (s *Server) WatchLocal(req *WatchRequest, stream NotesWatchServer) error {
	ctx := stream.Context()
	n, err := s.store.Next(ctx, req.ID)
	if err != nil {
		slog.Error("next note", "err", err) // want `slog\.Error does not carry the request's context: slog\.ErrorContext with ctx would \(nocontext\)`
		return err
	}
	return stream.Send(n)
}

// WatchContext (good): it is given.
func (s *Server) WatchContext(req *WatchRequest, stream NotesWatchServer) error {
	n, err := s.store.Next(stream.Context(), req.ID)
	if err != nil {
		slog.ErrorContext(stream.Context(), "next note", "err", err)
		return err
	}
	return stream.Send(n)
}

// Follow (good): a client's stream is of no request that is served here.
func Follow(stream NotesWatchClient) {
	for {
		if _, err := stream.Recv(); err != nil {
			slog.Error("follow", "err", err)
			return
		}
	}
}
