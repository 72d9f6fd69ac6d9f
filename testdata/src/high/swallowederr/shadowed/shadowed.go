// Package shadowed holds variables that hide another one of the same name: what is read in
// its place later was never given an error.
package shadowed

import (
	"context"
	"log/slog"
	"net/http"
	"os"
	"time"
)

type Probe struct {
	client *http.Client
	path   string
}

// ready (bad): the error of each attempt stays in the inner variable.
func (p *Probe) ready(ctx context.Context, req *http.Request) error {
	var err error
	for i := range 30 {
		if _, err := p.client.Do(req); err == nil { // want `error from \(\*http\.Client\)\.Do is dropped: its variable hides another one of that name, which is always nil and is read at line 25 in its place; nil is returned at line 28, so the caller is told that all went well \(dropped\)`
			break
		}
		slog.DebugContext(ctx, "not ready", "attempt", i, "err", err)
		time.Sleep(time.Second)
	}
	return err
}

// readyShared (good): there is one variable.
func (p *Probe) readyShared(ctx context.Context, req *http.Request) error {
	var err error
	for i := range 30 {
		if _, err = p.client.Do(req); err == nil {
			break
		}
		slog.DebugContext(ctx, "not ready", "attempt", i, "err", err)
		time.Sleep(time.Second)
	}
	return err
}

// write (bad): the named result is never assigned.
func (p *Probe) write(data []byte) (err error) {
	if len(data) > 0 {
		if err := os.WriteFile(p.path, data, 0o600); err != nil { // want `error from os\.WriteFile is dropped: its variable hides another one of that name, which is always nil and is read at line 51 in its place; nil is returned at line 51, so the caller is told that all went well \(dropped\)`
			slog.Info("not written", "path", p.path)
		}
	}
	return err
}

// written (good): it is.
func (p *Probe) written(data []byte) (err error) {
	if len(data) > 0 {
		if err = os.WriteFile(p.path, data, 0o600); err != nil {
			slog.Info("not written", "path", p.path)
		}
	}
	return err
}

// sync (bad): the block has a variable of its own.
func (p *Probe) sync(names []string) error {
	var err error
	for _, name := range names {
		data, err := os.ReadFile(name) // want `error from os\.ReadFile is dropped: its variable hides another one of that name, which is always nil and is read at line 74 in its place; nil is returned at line 74, so the caller is told that all went well \(dropped\)`
		if err != nil {
			continue
		}
		slog.Info("read", "bytes", len(data))
	}
	return err
}

// synced (good): it is returned from there.
func (p *Probe) synced(names []string) error {
	var err error
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		slog.Info("read", "bytes", len(data))
	}
	return err
}

// move (bad): the line below tells of an error that cannot be there.
func (p *Probe) move(to string) {
	var err error
	if p.path != "" {
		err := os.Rename(p.path, to) // want `error from os\.Rename is dropped: its variable hides another one of that name, which is always nil and is read at line 99 in its place \(dropped\)`
		if err == nil {
			return
		}
	}
	slog.Error("not moved", "to", to, "err", err)
}

// later (bad, but nothing is read in its place): a return statement gives the literal's result
// a value, which the deferred function sees.
func (p *Probe) later(names []string) func() error {
	return func() (err error) {
		for _, name := range names {
			if _, err := os.ReadFile(name); err != nil { // want `error from os\.ReadFile is dropped: the path continuing at line \d+ neither returns nor logs it; the loop goes on without this item \(dropped\)`
				continue
			}
		}
		defer func() {
			if err != nil {
				slog.Error("not renamed", "err", err)
			}
		}()
		return os.Rename(p.path, p.path+".old")
	}
}

// moved (good): the inner error is logged, and the outer one is given by another call.
func (p *Probe) moved(to string) error {
	_, err := os.Stat(to)
	if p.path != "" {
		if err := os.Rename(p.path, to); err != nil {
			slog.Error("not moved", "to", to, "err", err)
		}
	}
	return err
}
