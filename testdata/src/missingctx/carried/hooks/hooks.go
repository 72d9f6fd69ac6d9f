// Package hooks is asked by its servers what is to be in the contexts of connections and
// calls.
package hooks

import (
	"context"
	"net"
	"net/http"

	"github.com/rs/zerolog/log"
	"github.com/twitchtv/twirp"
	"go.uber.org/zap"
)

// server has a logger for each connection.
var server = &http.Server{
	ConnContext: func(ctx context.Context, c net.Conn) context.Context {
		return log.With().Str("peer", c.RemoteAddr().String()).Logger().WithContext(ctx)
	},
}

// show (bad): the connection has a logger.
func show(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		log.Warn().Err(err).Msg("parse form") // want `the logger of log\.Ctx\(r\.Context\(\)\) would; package hooks puts a logger with peer into it \(nocontext\)`
	}
}

// list (good): which is used here.
func list(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		log.Ctx(r.Context()).Warn().Err(err).Msg("parse form")
	}
}

type loggerKey struct{}

// Logger returns the logger of a call.
func Logger(ctx context.Context) *zap.Logger {
	if l, ok := ctx.Value(loggerKey{}).(*zap.Logger); ok {
		return l
	}
	return zap.L()
}

// hooks give each call a logger that has the name of its method.
func hooks(method func(context.Context) string) *twirp.ServerHooks {
	return &twirp.ServerHooks{RequestRouted: func(ctx context.Context) (context.Context, error) {
		return context.WithValue(ctx, loggerKey{}, zap.L().With(zap.String("method", method(ctx)))), nil
	}}
}

// routed are those of the service.
var routed = hooks(func(context.Context) string { return "" })

// status (bad): the call has it.
func status(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		zap.L().Warn("parse form", zap.Error(err)) // want `the logger of Logger\(r\.Context\(\)\) would; hooks\.hooks puts a logger with method into it \(nocontext\)`
	}
	Logger(r.Context()).Info("status")
}
