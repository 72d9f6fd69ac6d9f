// Package connect has an interceptor that puts a logger into the context of each call, and
// a service that may use it.
package connect

import (
	"context"

	"connectrpc.com/connect"
	"go.uber.org/zap"
)

type loggerKey struct{}

// Logger returns the logger of a call.
func Logger(ctx context.Context) *zap.Logger {
	if l, ok := ctx.Value(loggerKey{}).(*zap.Logger); ok {
		return l
	}
	return zap.L()
}

// LogCalls gives each call a logger that has the id of its client.
func LogCalls() connect.UnaryInterceptorFunc {
	return func(next connect.UnaryFunc) connect.UnaryFunc {
		return func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {
			l := zap.L().With(zap.String("client", req.Header().Get("Client")))
			ctx = context.WithValue(ctx, loggerKey{}, l)
			return next(ctx, req)
		}
	}
}

// interceptors are those of the service.
var interceptors = []connect.UnaryInterceptorFunc{LogCalls()}

type ShowRequest struct{ Id string }

type ShowResponse struct{ Text []byte }

type Store interface {
	Load(ctx context.Context, id string) ([]byte, error)
}

type Notes struct {
	store Store
	log   *zap.Logger
}

// Show (bad): the call has a logger that names its client.
func (n *Notes) Show(ctx context.Context, req *connect.Request[ShowRequest]) (*connect.Response[ShowResponse], error) {
	b, err := n.store.Load(ctx, req.Msg.Id)
	if err != nil {
		n.log.Error("load note", zap.Error(err)) // want `the logger of Logger\(ctx\) would; connect\.LogCalls puts a logger with client into it \(nocontext\)`
		return nil, connect.NewError(connect.CodeInternal, err)
	}
	return connect.NewResponse(&ShowResponse{Text: b}), nil
}

// List (good): which is used here.
func (n *Notes) List(ctx context.Context, req *connect.Request[ShowRequest]) (*connect.Response[ShowResponse], error) {
	b, err := n.store.Load(ctx, "")
	if err != nil {
		Logger(ctx).Error("list notes", zap.Error(err))
		return nil, connect.NewError(connect.CodeInternal, err)
	}
	return connect.NewResponse(&ShowResponse{Text: b}), nil
}
