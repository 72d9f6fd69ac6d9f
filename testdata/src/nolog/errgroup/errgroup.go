// Package errgroup holds goroutines beside those of a group.
package errgroup

import (
	"context"

	"golang.org/x/sync/errgroup"
)

type Store interface {
	Save(ctx context.Context, id string) error
}

type Job struct{ store Store }

// loose (bad): a goroutine outside the group has nobody to return to.
func (j *Job) loose(ctx context.Context, ids []string) error {
	g, gctx := errgroup.WithContext(ctx)
	for _, id := range ids {
		g.Go(func() error { return j.store.Save(gctx, id) })
	}
	go func() {
		if err := j.store.Save(ctx, "all"); err != nil { // want `error from Store\.Save ends the goroutine, but nothing logs it.*\(goroutine\)`
			return
		}
	}()
	return g.Wait()
}

// grouped (good): in the group, it is returned.
func (j *Job) grouped(ctx context.Context, ids []string) error {
	g, gctx := errgroup.WithContext(ctx)
	for _, id := range ids {
		g.Go(func() error { return j.store.Save(gctx, id) })
	}
	g.Go(func() error {
		if err := j.store.Save(ctx, "all"); err != nil {
			return err
		}
		return nil
	})
	return g.Wait()
}

// waited (bad): a goroutine waits for the group, and tells nobody.
func (j *Job) waited(ctx context.Context, ids []string) {
	g, gctx := errgroup.WithContext(ctx)
	for _, id := range ids {
		g.Go(func() error { return j.store.Save(gctx, id) })
	}
	go g.Wait() // want `error from \(\*errgroup\.Group\)\.Wait ends the goroutine, but nothing logs it.*\(goroutine\)`
}

// waitedSent (good): it tells a channel.
func (j *Job) waitedSent(ctx context.Context, ids []string) <-chan error {
	g, gctx := errgroup.WithContext(ctx)
	for _, id := range ids {
		g.Go(func() error { return j.store.Save(gctx, id) })
	}
	done := make(chan error, 1)
	go func() { done <- g.Wait() }()
	return done
}
