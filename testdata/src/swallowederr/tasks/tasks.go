// Package tasks holds functions that return an error to whoever runs them,
// and those who run them.
package tasks

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"sync"
)

// Backup is where copies go.
type Backup interface {
	Put(ctx context.Context, name string, data []byte) error
	Prune(ctx context.Context, keep int) error
}

// Night is what is done at night.
type Night struct {
	backup Backup
	dir    string
	hooks  []func(context.Context) error
	onDone func() error
}

// crew runs tasks side by side and keeps the first error.
type crew struct {
	wg    sync.WaitGroup
	once  sync.Once
	first error
}

func (c *crew) run(do func() error) {
	c.wg.Go(func() {
		if err := do(); err != nil {
			c.once.Do(func() { c.first = err })
		}
	})
}

func (c *crew) wait() error {
	c.wg.Wait()
	return c.first
}

// Run is good: the crew keeps the errors of its tasks, and wait gives the first.
func (n *Night) Run(ctx context.Context, names []string) error {
	var c crew
	for _, name := range names {
		c.run(func() error {
			data, err := os.ReadFile(name)
			if err != nil {
				return fmt.Errorf("night: %w", err)
			}
			return n.backup.Put(ctx, name, data)
		})
	}
	return c.wait()
}

// RunSome is bad: the task has somebody to return its error to, and keeps it.
func (n *Night) RunSome(ctx context.Context, names []string) error {
	var c crew
	for _, name := range names {
		c.run(func() error {
			data, err := os.ReadFile(name)
			if err != nil { // want `error from os\.ReadFile is dropped: .*\(dropped\)`
				return nil
			}
			return n.backup.Put(ctx, name, data)
		})
	}
	return c.wait()
}

// Prune is good: the first error of the crew is logged.
func (n *Night) Prune(ctx context.Context, names []string) {
	var c crew
	for range names {
		c.run(func() error { return n.backup.Prune(ctx, 7) })
	}
	if err := c.wait(); err != nil {
		log.Printf("night: %v", err)
	}
}

// Hooks is bad: one hook after the other, and the one that fails is passed over.
func (n *Night) Hooks(ctx context.Context) {
	for _, hook := range n.hooks {
		if err := hook(ctx); err != nil { // want `error from hook is dropped: .*\(dropped\)`
			continue
		}
		log.Print("hook done")
	}
}

// HooksJoined is good: what the hooks return is returned.
func (n *Night) HooksJoined(ctx context.Context) (err error) {
	for _, hook := range n.hooks {
		err = errors.Join(err, hook(ctx))
	}
	return err
}

// Steps is good: a list of tasks, run by a loop that stops at the first error.
func (n *Night) Steps(ctx context.Context) error {
	steps := []func() error{
		func() error { return os.MkdirAll(n.dir, 0o700) },
		func() error { return n.backup.Prune(ctx, 7) },
		func() error {
			resp, err := http.Get("http://mirror.internal/ping")
			if err != nil {
				return err
			}
			return resp.Body.Close()
		},
	}
	for i, step := range steps {
		if err := step(); err != nil {
			return fmt.Errorf("step %d: %w", i, err)
		}
	}
	return nil
}

// Named is good: a table of tasks, each with a line if it fails.
func (n *Night) Named(ctx context.Context) {
	table := map[string]func(context.Context) error{
		"prune": func(ctx context.Context) error { return n.backup.Prune(ctx, 7) },
		"clean": func(context.Context) error { return os.RemoveAll(n.dir) },
	}
	for name, task := range table {
		if err := task(ctx); err != nil {
			log.Printf("%s: %v", name, err)
		}
	}
}

// NamedQuiet is bad: the same table, without the line.
func (n *Night) NamedQuiet(ctx context.Context) (done []string) {
	table := map[string]func(context.Context) error{
		"prune": func(ctx context.Context) error { return n.backup.Prune(ctx, 7) },
		"clean": func(context.Context) error { return os.RemoveAll(n.dir) },
	}
	for name, task := range table {
		if err := task(ctx); err != nil { // want `error from task is dropped: .*\(dropped\)`
			continue
		}
		done = append(done, name)
	}
	return done
}

// Copy is bad: the closure's error comes back to the one who made it, and ends there.
func (n *Night) Copy(ctx context.Context, name string, data []byte) bool {
	put := func() error { return n.backup.Put(ctx, name, data) }
	if err := put(); err != nil { // want `error from put is dropped: .*\(dropped\)`
		return false
	}
	return true
}

// CopyTwice is good: the closure is called again, and the second error is returned.
func (n *Night) CopyTwice(ctx context.Context, name string, data []byte) error {
	put := func() error { return n.backup.Put(ctx, name, data) }
	if err := put(); err == nil {
		return nil
	}
	return put()
}

// Finish is good: the closure is kept, and whoever calls it gets its error.
func (n *Night) Finish(ctx context.Context) {
	n.onDone = func() error { return n.backup.Prune(ctx, 1) }
	n.hooks = append(n.hooks, func(ctx context.Context) error { return os.Remove(n.dir) })
}

// Cleaner is good: what it returns is called by somebody else.
func (n *Night) Cleaner(ctx context.Context) func() error {
	return func() error {
		if err := n.backup.Prune(ctx, 3); err != nil {
			return fmt.Errorf("clean: %w", err)
		}
		return nil
	}
}
