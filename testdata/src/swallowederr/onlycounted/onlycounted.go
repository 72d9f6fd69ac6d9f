// Package onlycounted holds errors that only a number tells of, with the wording
// that is theirs.
package onlycounted

import (
	"context"
	"expvar"
	"log/slog"
	"net/http"
)

// Store keeps what is fed.
type Store interface {
	Put(ctx context.Context, key string, data []byte) error
}

var (
	failures = expvar.NewInt("failures")
	misses   = expvar.NewInt("misses")
)

// Feed is bad: how many were lost is known, which and why is not.
func Feed(ctx context.Context, s Store, items map[string][]byte) {
	for key, data := range items {
		if err := s.Put(ctx, key, data); err != nil { // want `error from Store\.Put is dropped: .* only counts it; the loop goes on without this item \(dropped\)`
			failures.Add(1)
			continue
		}
		slog.DebugContext(ctx, "fed", "key", key)
	}
}

// Pull is bad: expvar shows the number to whoever asks, and that is all.
func Pull(url string) *http.Response {
	resp, err := http.Get(url)
	if err != nil { // want `error from http\.Get is dropped: .* only counts it; nil is returned at line 38 in its place \(dropped\)`
		misses.Add(1)
		return nil
	}
	return resp
}

// PullLogged is good: a number for the graph and a line for the reason.
func PullLogged(url string) *http.Response {
	resp, err := http.Get(url)
	if err != nil {
		misses.Add(1)
		slog.Error("pull", "err", err)
		return nil
	}
	return resp
}
