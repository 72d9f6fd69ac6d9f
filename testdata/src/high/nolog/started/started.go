// Package started holds goroutines that are calls of functions which return an error: what
// comes back is seen by nobody, as in a literal that does not look at it.
package started

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"os"
)

type Server struct {
	http *http.Server
	addr string
}

func (s *Server) flush(ctx context.Context) error {
	return os.WriteFile(s.addr, []byte("flushed"), 0o600)
}

// serve (bad): that the port is taken is known to nobody.
func serve(addr string, h http.Handler) {
	go http.ListenAndServe(addr, h) // want `error from http\.ListenAndServe ends the goroutine, but nothing logs it; the program then runs on without serving there \(goroutine\)`
}

// served (good): the literal tells how it ended.
func served(addr string, h http.Handler) {
	go func() {
		if err := http.ListenAndServe(addr, h); err != nil && !errors.Is(err, http.ErrServerClosed) {
			slog.Error("server ended", "addr", addr, "err", err)
		}
	}()
}

// start (bad): the same with a method.
func (s *Server) start(l net.Listener) {
	go s.http.Serve(l) // want `error from \(\*http\.Server\)\.Serve ends the goroutine, but nothing logs it; the program then runs on without serving there \(goroutine\)`
}

// begin (bad): the function is the module's own, and writes a file.
func (s *Server) begin(ctx context.Context) {
	go s.flush(ctx) // want `error from \(\*Server\)\.flush ends the goroutine, but nothing logs it; it may come from os\.WriteFile \(goroutine\)`
}

// mark (bad): a literal is no different.
func (s *Server) mark(ctx context.Context) {
	go func() {
		s.flush(ctx) // want `error from \(\*Server\)\.flush ends the goroutine, but nothing logs it; it may come from os\.WriteFile \(goroutine\)`
	}()
}

// stop (good): to close is clean-up.
func stop(l net.Listener) {
	go l.Close()
}

func (s *Server) watch(ctx context.Context) error {
	if err := s.flush(ctx); err != nil {
		slog.ErrorContext(ctx, "cannot flush", "err", err)
		return err
	}
	return nil
}

// follow (good): what is started has logged what it returns.
func (s *Server) follow(ctx context.Context) {
	go s.watch(ctx)
}

// announce (good): there is no error to lose.
func announce(addr string) {
	go slog.Info("listens", "addr", addr)
}
