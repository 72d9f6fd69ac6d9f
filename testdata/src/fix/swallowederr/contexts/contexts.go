// Package contexts takes loggers from contexts, in which there may be none.
package contexts

import (
	"context"
	"log/slog"
	"net/http"
	"os"

	"github.com/rs/zerolog"
)

type server struct {
	log  *slog.Logger
	path string
}

// The logger of the context is known to be there, for a line is written with it.
func (s *server) open(ctx context.Context) {
	zerolog.Ctx(ctx).Info().Msg("opening")
	os.WriteFile(s.path, nil, 0o600) // want `discarded`
}

// Nothing is seen to put a logger into this one.
func (s *server) close(ctx context.Context) {
	os.WriteFile(s.path, nil, 0o600) // want `discarded`
}

// A line as this package writes it.
func (s *server) start() { s.log.Info("starting") }

type key struct{}

// from gives nil where there is none.
func from(ctx context.Context) *slog.Logger {
	l, _ := ctx.Value(key{}).(*slog.Logger)
	return l
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	from(r.Context()).Info("serving")
}
