// Package sent holds errors that are sent to channels: one is bad when nothing receives
// from its channel.
package sent

import (
	"context"
	"log/slog"
	"os"
)

var failures = make(chan error, 16)

var watched = make(chan error, 16)

type Round struct{ dir string }

func (r *Round) run() error { return os.WriteFile(r.dir+"/proof", []byte("x"), 0o600) }

type Rounds struct{ failed chan error }

func NewRounds() *Rounds { return &Rounds{failed: make(chan error, 16)} }

// execute (bad): nobody ever receives from failed.
func (rs *Rounds) execute(r *Round) {
	go func() {
		if err := r.run(); err != nil { // want `error from \(\*Round\)\.run is dropped: at line 27 it is sent to rs\.failed, from which nothing receives; it may come from os\.WriteFile \(goroutine\)`
			rs.failed <- err
		}
	}()
}

type Watched struct{ failed chan error }

func (w *Watched) execute(r *Round) {
	go func() {
		if err := r.run(); err != nil {
			w.failed <- err
		}
	}()
}

// watch (good): this one is watched.
func (w *Watched) watch(ctx context.Context) {
	for {
		select {
		case err := <-w.failed:
			slog.ErrorContext(ctx, "round failed", "err", err)
		case <-ctx.Done():
			return
		}
	}
}

// try (bad): that it is only tried to send makes no difference.
func try(r *Round) {
	go func() {
		if err := r.run(); err != nil { // want `error from \(\*Round\)\.run is dropped: at line 58 it is sent to failures, from which nothing receives; it may come from os\.WriteFile \(goroutine\)`
			select {
			case failures <- err:
			default:
			}
		}
	}()
}

func tryWatched(r *Round) {
	go func() {
		if err := r.run(); err != nil {
			select {
			case watched <- err:
			default:
			}
		}
	}()
}

// wait (good): it is received here.
func wait() error { return <-watched }

type Handed struct{ failed chan error }

func (h *Handed) execute(r *Round) {
	go func() {
		if err := r.run(); err != nil {
			h.failed <- err
		}
	}()
}

// channel (good): whoever gets the channel may receive from it.
func (h *Handed) channel() <-chan error { return h.failed }

type Result struct {
	Name string
	Err  error
}

type Results struct{ out chan Result }

func NewResults() *Results { return &Results{out: make(chan Result)} }

// send (bad): the error is in what is sent.
func (rs *Results) send(r *Round) {
	go func() {
		err := r.run()
		if err != nil { // want `error from \(\*Round\)\.run is dropped: at line 107 it is sent to rs\.out, from which nothing receives; it may come from os\.WriteFile \(goroutine\)`
			rs.out <- Result{Name: r.dir, Err: err}
		}
	}()
}

type Open struct{ Failed chan error }

// execute (good): other packages can name the field.
func (o *Open) execute(r *Round) {
	go func() {
		if err := r.run(); err != nil {
			o.Failed <- err
		}
	}()
}

// keep (good): what is sent is logged as well.
func keep(r *Round) {
	go func() {
		if err := r.run(); err != nil {
			slog.Error("round failed", "err", err)
			failures <- err
		}
	}()
}
