// Package flags holds goroutines that turn an error into a flag or a number,
// from which nobody learns what was wrong.
package flags

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"sync"
	"sync/atomic"
)

// Shard is a part of the index.
type Shard struct {
	ID   string
	Path string
}

// Cluster holds the shards.
type Cluster interface {
	Move(ctx context.Context, s Shard, to string) error
	Check(ctx context.Context, s Shard) error
}

// Balancer moves shards around.
type Balancer struct {
	cluster  Cluster
	failures int64
	broken   atomic.Bool
}

// outcome is what became of one shard.
type outcome struct {
	shard string
	err   error
}

// moveAll (bad): that something failed is known in the end, what and why is not.
func (b *Balancer) moveAll(ctx context.Context, shards []Shard, to string) bool {
	var wg sync.WaitGroup
	var mu sync.Mutex
	failed := false
	for _, s := range shards {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := b.cluster.Move(ctx, s, to); err != nil { // want `error from Cluster\.Move ends the goroutine, but nothing logs it \(goroutine\)`
				mu.Lock()
				failed = true
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	return !failed
}

// moveEach (good): a slot for each error, read after Wait.
func (b *Balancer) moveEach(ctx context.Context, shards []Shard, to string) error {
	var wg sync.WaitGroup
	errs := make([]error, len(shards))
	for i, s := range shards {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := b.cluster.Move(ctx, s, to); err != nil {
				errs[i] = fmt.Errorf("move %s: %w", s.ID, err)
			}
		}()
	}
	wg.Wait()
	return errors.Join(errs...)
}

// moveFirst (good): the flag and the first error are set together.
func (b *Balancer) moveFirst(ctx context.Context, shards []Shard, to string) (bool, error) {
	var (
		wg    sync.WaitGroup
		once  sync.Once
		first error
	)
	for _, s := range shards {
		wg.Go(func() {
			if err := b.cluster.Move(ctx, s, to); err != nil {
				once.Do(func() { first = err })
			}
		})
	}
	wg.Wait()
	return first == nil, first
}

// checkAll (bad): a number is all that is left.
func (b *Balancer) checkAll(ctx context.Context, shards []Shard) int64 {
	var wg sync.WaitGroup
	for _, s := range shards {
		wg.Go(func() {
			if err := b.cluster.Check(ctx, s); err != nil { // want `error from Cluster\.Check ends the goroutine, but nothing logs it \(goroutine\)`
				atomic.AddInt64(&b.failures, 1)
			}
		})
	}
	wg.Wait()
	return b.failures
}

// checkEach (good): the number for the dashboard, the line for whoever looks at it.
func (b *Balancer) checkEach(ctx context.Context, shards []Shard) int64 {
	var wg sync.WaitGroup
	for _, s := range shards {
		wg.Go(func() {
			if err := b.cluster.Check(ctx, s); err != nil {
				atomic.AddInt64(&b.failures, 1)
				log.Printf("check of %s: %v", s.ID, err)
			}
		})
	}
	wg.Wait()
	return b.failures
}

// checkSent (good): the outcome of every shard goes over a channel, good or bad.
func (b *Balancer) checkSent(ctx context.Context, shards []Shard) (bad []outcome) {
	out := make(chan outcome)
	for _, s := range shards {
		go func() { out <- outcome{s.ID, b.cluster.Check(ctx, s)} }()
	}
	for range shards {
		if o := <-out; o.err != nil {
			bad = append(bad, o)
		}
	}
	return bad
}

// watch (bad): the flag says that the balancer is broken, for ever and without a reason.
func (b *Balancer) watch(url string) {
	go func() {
		resp, err := http.Get(url)
		if err != nil { // want `error from http\.Get ends the goroutine, but nothing logs it \(goroutine\)`
			b.broken.Store(true)
			return
		}
		resp.Body.Close()
	}()
}

// watchReason (good): the flag is the error itself.
func watchReason(url string, reason *atomic.Value) {
	go func() {
		resp, err := http.Get(url)
		if err != nil {
			reason.Store(err)
			return
		}
		resp.Body.Close()
	}()
}

// sizes (bad): the channel has room for yes and no only.
func sizes(shards []Shard) bool {
	done := make(chan bool)
	for _, s := range shards {
		go func() {
			_, err := os.ReadDir(s.Path)
			if err != nil { // want `error from os\.ReadDir ends the goroutine, but nothing logs it; the rest of the function literal is then not done \(goroutine\)`
				done <- false
				return
			}
			done <- true
		}()
	}
	all := true
	for range shards {
		all = <-done && all
	}
	return all
}

// sizesErr (good): the channel has room for the error.
func sizesErr(shards []Shard) (err error) {
	done := make(chan error)
	for _, s := range shards {
		go func() {
			_, err := os.ReadDir(s.Path)
			done <- err
		}()
	}
	for range shards {
		err = errors.Join(err, <-done)
	}
	return err
}
