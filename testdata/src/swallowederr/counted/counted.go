// Package counted holds errors that only a number tells of.
package counted

import (
	"context"
	"expvar"
	"log/slog"
	"net/http"
	"os"
	"sync/atomic"
)

// Counter is a number that only grows.
type Counter struct{ n atomic.Int64 }

// Inc adds one.
func (c *Counter) Inc() { c.n.Add(1) }

// With gives the counter for a label.
func (c *Counter) With(label string) *Counter { return c }

// Store keeps what is fed.
type Store interface {
	Put(ctx context.Context, key string, data []byte) error
}

// Feeder feeds a store.
type Feeder struct {
	store    Store
	client   *http.Client
	failures Counter
	skipped  int
}

var misses = expvar.NewInt("misses")

// Feed is bad: how many were lost is known, which and why is not.
func (f *Feeder) Feed(ctx context.Context, items map[string][]byte) {
	for key, data := range items {
		if err := f.store.Put(ctx, key, data); err != nil { // want `error from Store\.Put is dropped: .*\(dropped\)`
			f.failures.Inc()
			continue
		}
		slog.DebugContext(ctx, "fed", "key", key)
	}
}

// FeedLogged is good: a number for the graph and a line for the reason.
func (f *Feeder) FeedLogged(ctx context.Context, items map[string][]byte) {
	for key, data := range items {
		if err := f.store.Put(ctx, key, data); err != nil {
			f.failures.With(key).Inc()
			slog.WarnContext(ctx, "not fed", "key", key, "err", err)
			continue
		}
		slog.DebugContext(ctx, "fed", "key", key)
	}
}

// Pull is bad: expvar shows the number to whoever asks, and that is all.
func (f *Feeder) Pull(url string) *http.Response {
	resp, err := f.client.Get(url)
	if err != nil { // want `error from \(\*http\.Client\)\.Get is dropped: .*\(dropped\)`
		misses.Add(1)
		return nil
	}
	return resp
}

// PullReturned is good: counted and returned.
func (f *Feeder) PullReturned(url string) (*http.Response, error) {
	resp, err := f.client.Get(url)
	if err != nil {
		misses.Add(1)
	}
	return resp, err
}

// Read is bad: a field that counts is a metric by another name.
func (f *Feeder) Read(paths []string) (all [][]byte) {
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil { // want `error from os\.ReadFile is dropped: .*\(dropped\)`
			f.skipped++
			continue
		}
		all = append(all, data)
	}
	return all
}

// ReadLast is good: the count and the last error are what the caller gets.
func (f *Feeder) ReadLast(paths []string) (all [][]byte, last error) {
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			f.skipped++
			last = err
			continue
		}
		all = append(all, data)
	}
	return all, last
}
