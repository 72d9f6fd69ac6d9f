// Package goroutine holds goroutines that end on an error. One is bad when
// its error ends with it.
package goroutine

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net"
	"net/http"
	"os"
	"sync"
	"time"
)

var errBusy = errors.New("index is busy")

type Item struct {
	ID   string
	Body []byte
}

type Store interface {
	Load(ctx context.Context, id string) (Item, error)
	Save(ctx context.Context, it Item) error
	Pending(ctx context.Context) ([]Item, error)
}

type Result struct {
	Item Item
	Err  error
}

type Syncer struct {
	store   Store
	jobs    chan string
	onError func(error)

	mu   sync.Mutex
	err  error
	errs []error
}

// reindex (bad): the goroutine returns and the index stays as it was.
func (s *Syncer) reindex(ctx context.Context, id string) {
	go func() {
		it, err := s.store.Load(ctx, id)
		if err != nil { // want `error from Store\.Load ends the goroutine, but nothing logs it.*\(goroutine\)`
			return
		}
		slog.InfoContext(ctx, "reindexed", "id", it.ID)
	}()
}

// reindexLogged (good): the same goroutine with a line.
func (s *Syncer) reindexLogged(ctx context.Context, id string) {
	go func() {
		it, err := s.store.Load(ctx, id)
		if err != nil {
			slog.ErrorContext(ctx, "reindex", "id", id, "err", err)
			return
		}
		slog.InfoContext(ctx, "reindexed", "id", it.ID)
	}()
}

// snapshot (bad): the snapshot is not on disk and nobody knows.
func (s *Syncer) snapshot(path string, it Item) {
	go func() {
		if err := os.WriteFile(path, it.Body, 0o600); err != nil { // want `error from os\.WriteFile ends the goroutine, but nothing logs it.*\(goroutine\)`
			return
		}
		log.Println("snapshot", path)
	}()
}

// snapshotKept (good): stored in a field, where the health check reads it.
func (s *Syncer) snapshotKept(path string, it Item) {
	go func() {
		if err := os.WriteFile(path, it.Body, 0o600); err != nil {
			s.mu.Lock()
			s.err = err
			s.mu.Unlock()
			return
		}
		log.Println("snapshot", path)
	}()
}

func (s *Syncer) health() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return errors.Join(append(s.errs, s.err)...)
}

// workers (bad): a job whose item cannot be saved is skipped.
func (s *Syncer) workers(ctx context.Context, n int) {
	for range n {
		go func() {
			for id := range s.jobs {
				if err := s.store.Save(ctx, Item{ID: id}); err != nil { // want `error from Store\.Save .*neither returns nor logs it.*\(goroutine\)`
					continue
				}
				slog.InfoContext(ctx, "saved", "id", id)
			}
		}()
	}
}

// workersLogged (good): the job is skipped, the log has it.
func (s *Syncer) workersLogged(ctx context.Context, n int) {
	for range n {
		go func() {
			for id := range s.jobs {
				if err := s.store.Save(ctx, Item{ID: id}); err != nil {
					slog.WarnContext(ctx, "job skipped", "id", id, "err", err)
					continue
				}
				slog.InfoContext(ctx, "saved", "id", id)
			}
		}()
	}
}

// flush writes everything that is pending.
func (s *Syncer) flush(ctx context.Context) error {
	items, err := s.store.Pending(ctx)
	if err != nil {
		return fmt.Errorf("pending: %w", err)
	}
	for _, it := range items {
		if err := s.store.Save(ctx, it); err != nil {
			return fmt.Errorf("save %s: %w", it.ID, err)
		}
	}
	return nil
}

// flushEvery (bad): a flush that fails every minute for a week is not seen.
func (s *Syncer) flushEvery(ctx context.Context, every time.Duration) {
	go func() {
		t := time.NewTicker(every)
		defer t.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-t.C:
				if err := s.flush(ctx); err != nil { // want `error from \(\*Syncer\)\.flush .*neither returns nor logs it.*\(goroutine\)`
					continue
				}
				slog.InfoContext(ctx, "flushed")
			}
		}
	}()
}

// flushOften (good): the owner's callback is told.
func (s *Syncer) flushOften(ctx context.Context, every time.Duration) {
	go func() {
		t := time.NewTicker(every)
		defer t.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-t.C:
				if err := s.flush(ctx); err != nil {
					s.onError(err)
					continue
				}
				slog.InfoContext(ctx, "flushed")
			}
		}
	}()
}

// run works through the jobs until one fails.
func (s *Syncer) run(ctx context.Context) error {
	for id := range s.jobs {
		it, err := s.store.Load(ctx, id)
		if err != nil {
			return fmt.Errorf("load %s: %w", id, err)
		}
		if err := s.store.Save(ctx, it); err != nil {
			return fmt.Errorf("save %s: %w", id, err)
		}
	}
	return nil
}

// runLogged writes down every error that it returns.
func (s *Syncer) runLogged(ctx context.Context) error {
	if err := s.run(ctx); err != nil {
		slog.ErrorContext(ctx, "syncer stopped", "err", err)
		return err
	}
	return nil
}

// loop has no result, it logs for itself.
func (s *Syncer) loop(ctx context.Context) {
	if err := s.run(ctx); err != nil {
		slog.ErrorContext(ctx, "syncer stopped", "err", err)
	}
}

// Start (bad): nobody sees what run returns.
func (s *Syncer) Start(ctx context.Context) {
	go s.run(ctx) // want `error from \(\*Syncer\)\.run ends the goroutine, but nothing logs it.*\(goroutine\)`
}

// StartLogged (good): runLogged has logged what it returns.
func (s *Syncer) StartLogged(ctx context.Context) {
	go s.runLogged(ctx)
}

// StartLoop (good): loop returns nothing and logs.
func (s *Syncer) StartLoop(ctx context.Context) {
	go s.loop(ctx)
}

// StartSend (good): the caller receives what run returns.
func (s *Syncer) StartSend(ctx context.Context) <-chan error {
	done := make(chan error, 1)
	go func() { done <- s.run(ctx) }()
	return done
}

// pprof (bad): the port may be taken, and the go statement throws that away.
func pprof() {
	go http.ListenAndServe("localhost:6060", nil) // want `error from http\.ListenAndServe ends the goroutine, but nothing logs it.*\(goroutine\)`
}

// pprofLogged (good): log.Println prints the reason.
func pprofLogged() {
	go func() {
		log.Println("pprof:", http.ListenAndServe("localhost:6060", nil))
	}()
}

// accept (bad): the listener's failure ends the loop, the service is deaf.
func accept(ln net.Listener, serve func(net.Conn)) {
	go func() {
		for {
			conn, err := ln.Accept()
			if err != nil { // want `error from .*Listener\)?\.Accept ends the goroutine, but nothing logs it.*\(goroutine\)`
				return
			}
			go serve(conn)
		}
	}()
}

// acceptLogged (good): a closed listener is the shutdown, the rest is logged.
func acceptLogged(ln net.Listener, serve func(net.Conn)) {
	go func() {
		for {
			conn, err := ln.Accept()
			if errors.Is(err, net.ErrClosed) {
				return
			}
			if err != nil {
				slog.Error("accept", "addr", ln.Addr().String(), "err", err)
				return
			}
			go serve(conn)
		}
	}()
}

// copyBody (good): a panic takes the error with it.
func copyBody(dst io.Writer, src io.Reader) {
	go func() {
		if _, err := io.Copy(dst, src); err != nil {
			panic(fmt.Errorf("copy body: %w", err))
		}
	}()
}
