// Package grpc stands in for google.golang.org/grpc v1.83.2: the declarations that the
// corpora use.
package grpc

import "context"

type UnaryServerInfo struct {
	Server     any
	FullMethod string
}

type UnaryHandler func(ctx context.Context, req any) (any, error)

type StreamServerInfo struct {
	FullMethod     string
	IsClientStream bool
}

type StreamHandler func(srv any, stream ServerStream) error

type ServerStream interface {
	Context() context.Context
	SendMsg(m any) error
	RecvMsg(m any) error
}
