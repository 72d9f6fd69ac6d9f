// Package nilreturned holds branches on one error that return another, which is
// known to be nil.
package nilreturned

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
)

// Event is one line of the audit trail.
type Event struct{ ID, Actor string }

// Queue takes events to where they are kept.
type Queue interface {
	Receive(ctx context.Context) (Event, error)
}

// Trail writes the audit trail.
type Trail struct {
	db    *sql.DB
	queue Queue
}

// Append is bad: the outer err is known to be nil, so that a lost row is a success.
func (t *Trail) Append(ctx context.Context, e Event) error {
	tx, err := t.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if _, xerr := tx.ExecContext(ctx, "INSERT INTO events VALUES ($1, $2)", e.ID, e.Actor); xerr != nil {
		return err // want `error from \(\*sql\.Tx\)\.ExecContext is replaced: .*\(replaced\)`
	}
	return tx.Commit()
}

// Latest is bad: the second error is tested and the first, nil one returned.
func (t *Trail) Latest(ctx context.Context, dir string) (Event, error) {
	e, err := t.queue.Receive(ctx)
	if err != nil {
		return Event{}, err
	}
	data, err2 := os.ReadFile(filepath.Join(dir, e.ID))
	if err2 != nil {
		return Event{}, err // want `error from os\.ReadFile is replaced: .*\(replaced\)`
	}
	return Event{ID: e.ID, Actor: string(data)}, nil
}

// LatestRight is good: the branch returns its own error.
func (t *Trail) LatestRight(ctx context.Context, dir string) (Event, error) {
	e, err := t.queue.Receive(ctx)
	if err != nil {
		return Event{}, err
	}
	data, err2 := os.ReadFile(filepath.Join(dir, e.ID))
	if err2 != nil {
		return Event{}, err2
	}
	return Event{ID: e.ID, Actor: string(data)}, nil
}

// LatestFirst is good: the first error is not nil where it is returned.
func (t *Trail) LatestFirst(ctx context.Context, dir string) error {
	e, err := t.queue.Receive(ctx)
	if err != nil {
		if err2 := os.Remove(filepath.Join(dir, e.ID)); err2 != nil {
			return err
		}
		return err
	}
	return nil
}
