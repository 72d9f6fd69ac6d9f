// Command startup holds the log lines of a program that starts and stops.
// Start-up is main, init and what only they reach: its lines have no request,
// whatever context is at hand.
package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"time"
)

type config struct {
	addr string
	dir  string
}

// init (good): nothing is served yet.
func init() {
	slog.Info("build", "go", os.Getenv("GOVERSION"))
}

// main (good): its ctx ends with the program, not with a request.
func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	cfg := config{addr: ":8080", dir: os.TempDir()}
	slog.Info("starting", "addr", cfg.addr)
	if err := run(ctx, cfg); err != nil {
		slog.Error("stopped", "err", err)
		os.Exit(1)
	}
	slog.InfoContext(context.Background(), "bye")
}

// run (good, bad): reached from main alone, so its own lines are start-up; the
// handler that it registers serves requests.
func run(ctx context.Context, cfg config) error {
	st, err := openStore(ctx, cfg.dir)
	if err != nil {
		return fmt.Errorf("store: %w", err)
	}
	srv := &server{store: st}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /notes/{id}", srv.note)
	mux.HandleFunc("POST /reload", srv.reload)
	mux.HandleFunc("GET /ready", func(w http.ResponseWriter, r *http.Request) {
		slog.Debug("ready asked for") // want `slog\.Debug does not carry the request's context: slog\.DebugContext with r\.Context\(\) would \(nocontext\)`
		w.WriteHeader(http.StatusNoContent)
	})
	mux.HandleFunc("GET /alive", func(w http.ResponseWriter, r *http.Request) {
		slog.DebugContext(r.Context(), "alive asked for")
		w.WriteHeader(http.StatusNoContent)
	})
	httpServer := &http.Server{Addr: cfg.addr, Handler: withRequestID(mux)}
	go sweep(ctx, cfg.dir)
	go shutdown(ctx, httpServer)
	slog.Info("listening", "addr", cfg.addr)
	if err := httpServer.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve: %w", err)
	}
	return nil
}

// openStore (good): only run calls it.
func openStore(ctx context.Context, dir string) (*store, error) {
	if err := os.MkdirAll(dir, 0o750); err != nil {
		return nil, err
	}
	st := &store{dir: dir}
	if err := st.warm(ctx); err != nil {
		slog.Warn("store is cold", "err", err)
	}
	slog.Info("store is open", "dir", dir)
	return st, nil
}

// sweep (good): started by run, it serves no request.
func sweep(ctx context.Context, dir string) {
	t := time.NewTicker(time.Hour)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			log.Println("sweeper stops")
			return
		case <-t.C:
			if _, err := os.ReadDir(dir); err != nil {
				slog.Error("sweep", "dir", dir, "err", err)
			}
		}
	}
}

// shutdown (good): the end of the program is no request either.
func shutdown(ctx context.Context, srv *http.Server) {
	<-ctx.Done()
	slog.Info("shutting down")
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		slog.Error("shutdown", "err", err)
	}
}
