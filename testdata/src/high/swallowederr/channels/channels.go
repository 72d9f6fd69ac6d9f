// Package channels holds functions that give a channel which they send errors to: whoever
// throws the channel away throws the errors away.
package channels

import (
	"context"
	"log/slog"
	"os"
)

func mirror(ctx context.Context, path string) (chan error, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	errc := make(chan error, 1)
	go func() {
		defer close(errc)
		defer f.Close()
		if _, err := f.WriteTo(os.Stdout); err != nil {
			errc <- err
		}
	}()
	return errc, nil
}

type Result struct {
	Name string
	Err  error
}

func read(names []string) <-chan Result {
	out := make(chan Result, len(names))
	go func() {
		defer close(out)
		for _, name := range names {
			_, err := os.ReadFile(name)
			select {
			case out <- Result{name, err}:
			default:
			}
		}
	}()
	return out
}

func done() <-chan error {
	ch := make(chan error)
	close(ch)
	return ch
}

// system (bad): what goes wrong later is sent to nobody.
func system(ctx context.Context) error {
	_, err := mirror(ctx, "/var/log/system.json") // want `channel from mirror is discarded: nothing receives the errors that are sent to it \(discarded\)`
	if err != nil {
		return err
	}
	slog.InfoContext(ctx, "mirrors the system log")
	return nil
}

// queue (good): it is received.
func queue(ctx context.Context) error {
	errc, err := mirror(ctx, "/var/log/queue.json")
	if err != nil {
		return err
	}
	go func() {
		for err := range errc {
			slog.ErrorContext(ctx, "queue log is no longer mirrored", "err", err)
		}
	}()
	return nil
}

// warm (bad): the results are read to warm a cache, and nobody sees that one could not be.
func warm(names []string) {
	read(names) // want `channel from read is discarded: nothing receives the errors that are sent to it \(discarded\)`
}

// warmed (good): the results are looked at.
func warmed(names []string) {
	for r := range read(names) {
		if r.Err != nil {
			slog.Warn("not warmed", "name", r.Name, "err", r.Err)
		}
	}
}

// again (bad): likewise where the error beside it is returned.
func again(ctx context.Context) error {
	_, err := mirror(ctx, "/var/log/again.json") // want `channel from mirror is discarded: nothing receives the errors that are sent to it \(discarded\)`
	return err
}

// handed (good): whoever gets the channel may receive from it.
func handed(ctx context.Context) (<-chan error, error) {
	return mirror(ctx, "/var/log/handed.json")
}

// blank (bad): the start of it is looked at, and not the end.
func blank(ctx context.Context) {
	if _, err := mirror(ctx, "/var/log/blank.json"); err != nil { // want `channel from mirror is discarded: nothing receives the errors that are sent to it \(discarded\)`
		slog.ErrorContext(ctx, "cannot mirror", "err", err)
	}
}

// closed (good): nothing is sent to this one.
func closed() {
	done()
}
