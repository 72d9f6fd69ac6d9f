// Package grpc has an interceptor that puts a logger into the context of each call, and a
// service that may use it.
package grpc

import (
	"context"

	"go.uber.org/zap"
	"google.golang.org/grpc"
)

type loggerKey struct{}

// Logger returns the logger of a call.
func Logger(ctx context.Context) *zap.Logger {
	if l, ok := ctx.Value(loggerKey{}).(*zap.Logger); ok {
		return l
	}
	return zap.L()
}

// LogCalls gives each call a logger that has the name of its method.
func LogCalls(ctx context.Context, req any, info *grpc.UnaryServerInfo, handler grpc.UnaryHandler) (any, error) {
	return handler(context.WithValue(ctx, loggerKey{}, zap.L().With(zap.String("method", info.FullMethod))), req)
}

type stream struct {
	grpc.ServerStream
	ctx context.Context
}

func (s *stream) Context() context.Context { return s.ctx }

// LogStreams does so for streams.
func LogStreams(srv any, ss grpc.ServerStream, info *grpc.StreamServerInfo, handler grpc.StreamHandler) error {
	ctx := context.WithValue(ss.Context(), loggerKey{}, zap.L().With(zap.String("method", info.FullMethod)))
	return handler(srv, &stream{ss, ctx})
}

// listen serves with them.
func listen() { serve(LogCalls, LogStreams) }

func serve(unary func(context.Context, any, *grpc.UnaryServerInfo, grpc.UnaryHandler) (any, error), stream func(any, grpc.ServerStream, *grpc.StreamServerInfo, grpc.StreamHandler) error) {
}

type Store interface {
	Load(ctx context.Context, id string) ([]byte, error)
}

type UnimplementedNotesServer struct{}

type ShowRequest struct{ Id string }

type ShowResponse struct{ Text []byte }

type Notes struct {
	UnimplementedNotesServer

	store Store
	log   *zap.Logger
}

// Show (bad): the call has a logger that names its method.
func (n *Notes) Show(ctx context.Context, req *ShowRequest) (*ShowResponse, error) {
	b, err := n.store.Load(ctx, req.Id)
	if err != nil {
		n.log.Error("load note", zap.Error(err)) // want `the logger of Logger\(ctx\) would; grpc\.LogCalls puts a logger with method into it \(nocontext\)`
		return nil, err
	}
	return &ShowResponse{Text: b}, nil
}

// List (good): which is used here.
func (n *Notes) List(ctx context.Context, req *ShowRequest) (*ShowResponse, error) {
	b, err := n.store.Load(ctx, "")
	if err != nil {
		Logger(ctx).Error("list notes", zap.Error(err))
		return nil, err
	}
	return &ShowResponse{Text: b}, nil
}

// Sweep (good): the work of the program is for no call.
func Sweep(store Store) {
	if _, err := store.Load(context.Background(), "old"); err != nil {
		zap.L().Error("sweep", zap.Error(err))
	}
}
