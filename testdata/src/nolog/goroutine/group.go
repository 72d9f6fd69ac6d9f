package goroutine

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"sync"
)

// fetchAll (bad): a page that cannot be fetched is missing from the result.
func fetchAll(urls []string) map[string]int {
	var mu sync.Mutex
	var wg sync.WaitGroup
	sizes := make(map[string]int)
	for _, url := range urls {
		wg.Go(func() {
			resp, err := http.Get(url)
			if err != nil { // want `error from http\.Get ends the goroutine, but nothing logs it.*\(goroutine\)`
				return
			}
			defer resp.Body.Close()
			mu.Lock()
			sizes[url] = int(resp.ContentLength)
			mu.Unlock()
		})
	}
	wg.Wait()
	return sizes
}

// fetchEach (good): the errors are collected and joined.
func fetchEach(urls []string) (map[string]int, error) {
	var mu sync.Mutex
	var wg sync.WaitGroup
	var errs []error
	sizes := make(map[string]int)
	for _, url := range urls {
		wg.Go(func() {
			resp, err := http.Get(url)
			if err != nil {
				mu.Lock()
				errs = append(errs, err)
				mu.Unlock()
				return
			}
			defer resp.Body.Close()
			mu.Lock()
			sizes[url] = int(resp.ContentLength)
			mu.Unlock()
		})
	}
	wg.Wait()
	return sizes, errors.Join(errs...)
}

// readBodies (bad): io.ReadAll breaks off and the body is never sent.
func readBodies(bodies []io.ReadCloser) <-chan []byte {
	out := make(chan []byte, len(bodies))
	var wg sync.WaitGroup
	for _, body := range bodies {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer body.Close()
			b, err := io.ReadAll(body)
			if err != nil { // want `error from io\.ReadAll ends the goroutine, but nothing logs it.*\(goroutine\)`
				return
			}
			out <- b
		}()
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

// readItems (good): the error is sent in the result.
func readItems(bodies []io.ReadCloser) <-chan Result {
	out := make(chan Result, len(bodies))
	var wg sync.WaitGroup
	for _, body := range bodies {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer body.Close()
			b, err := io.ReadAll(body)
			if err != nil {
				out <- Result{Err: err}
				return
			}
			out <- Result{Item: Item{Body: b}}
		}()
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

// saveAll (bad): the result of Save is not even looked at.
func (s *Syncer) saveAll(ctx context.Context, items []Item) {
	var wg sync.WaitGroup
	for _, it := range items {
		wg.Add(1)
		go func() {
			defer wg.Done()
			s.store.Save(ctx, it) // want `error from Store\.Save .*\(goroutine\)`
		}()
	}
	wg.Wait()
}

// saveEach (good): the channel carries every error to the caller.
func (s *Syncer) saveEach(ctx context.Context, items []Item) error {
	errc := make(chan error, len(items))
	for _, it := range items {
		go func() {
			errc <- s.store.Save(ctx, it)
		}()
	}
	var errs []error
	for range items {
		errs = append(errs, <-errc)
	}
	return errors.Join(errs...)
}

// retry (bad): a busy index is tried again, any other error ends the goroutine unseen.
func (s *Syncer) retry(ctx context.Context, it Item) {
	go func() {
		for {
			err := s.store.Save(ctx, it)
			if err == nil { // want `error from Store\.Save ends the goroutine, but nothing logs it.*\(goroutine\)`
				return
			}
			if !errors.Is(err, errBusy) {
				return
			}
		}
	}()
}

// retryLogged (good): a busy index is tried again, any other error is logged.
func (s *Syncer) retryLogged(ctx context.Context, it Item) {
	go func() {
		for {
			err := s.store.Save(ctx, it)
			if err == nil {
				return
			}
			if !errors.Is(err, errBusy) {
				slog.ErrorContext(ctx, "save", "id", it.ID, "err", err)
				return
			}
		}
	}()
}

type group struct {
	wg   sync.WaitGroup
	once sync.Once
	err  error
}

// Go runs f in a goroutine and keeps the first error.
func (g *group) Go(f func() error) {
	g.wg.Go(func() {
		if err := f(); err != nil {
			g.once.Do(func() { g.err = err })
		}
	})
}

// Wait returns the first error of the functions given to Go.
func (g *group) Wait() error {
	g.wg.Wait()
	return g.err
}

// copyTree (good): a group's function returns its error, and Wait returns the first.
func copyTree(dst, src string) error {
	entries, err := os.ReadDir(src)
	if err != nil {
		return err
	}
	var g group
	for _, e := range entries {
		g.Go(func() error {
			b, err := os.ReadFile(filepath.Join(src, e.Name()))
			if err != nil {
				return fmt.Errorf("copy %s: %w", e.Name(), err)
			}
			return os.WriteFile(filepath.Join(dst, e.Name()), b, 0o600)
		})
	}
	return g.Wait()
}

// warm (good): the deferred closure of the goroutine logs whatever it ended with.
func (s *Syncer) warm(ctx context.Context) {
	go func() {
		var err error
		defer func() {
			if err != nil {
				slog.WarnContext(ctx, "warm-up", "err", err)
			}
		}()
		items, err := s.store.Pending(ctx)
		if err != nil {
			return
		}
		for _, it := range items {
			if err = s.store.Save(ctx, it); err != nil {
				return
			}
		}
	}()
}
