// Package wrongerr holds branches on one error that log or return another.
package wrongerr

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"os"
	"os/user"
	"path/filepath"
	"strconv"
)

// Event is one line of the audit trail.
type Event struct{ ID, Actor string }

// Queue takes events to where they are kept.
type Queue interface {
	Send(ctx context.Context, e Event) error
	Receive(ctx context.Context) (Event, error)
}

// Trail writes the audit trail.
type Trail struct {
	db    *sql.DB
	queue Queue
	log   *slog.Logger
}

// Seal is bad: the line for the rename has the error of the write, which is nil by then.
func (t *Trail) Seal(path string, data []byte) {
	err := os.WriteFile(path+".tmp", data, 0o600)
	if err != nil {
		log.Printf("seal %s: %v", path, err)
		return
	}
	if rerr := os.Rename(path+".tmp", path); rerr != nil {
		log.Printf("seal %s: %v", path, err) // want `error from os\.Rename is missing from the line logged for it, which has another error \(novalue\)`
		return
	}
	log.Printf("sealed %s", path)
}

// SealBoth is good: each line has its own.
func (t *Trail) SealBoth(path string, data []byte) {
	err := os.WriteFile(path+".tmp", data, 0o600)
	if err != nil {
		log.Printf("seal %s: %v", path, err)
		return
	}
	if rerr := os.Rename(path+".tmp", path); rerr != nil {
		log.Printf("seal %s: %v", path, rerr)
		return
	}
	log.Printf("sealed %s", path)
}

// Replay is bad: the inner error is shadowed away, the line has the outer one.
func (t *Trail) Replay(ctx context.Context) error {
	rows, err := t.db.QueryContext(ctx, "SELECT id, actor FROM events")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var e Event
		if cerr := rows.Scan(&e.ID, &e.Actor); cerr != nil {
			t.log.ErrorContext(ctx, "scan", "err", err) // want `error from \(\*sql\.Rows\)\.Scan is missing from the line logged for it, which has another error \(novalue\)`
			continue
		}
		if serr := t.queue.Send(ctx, e); serr != nil {
			return serr
		}
	}
	return rows.Err()
}

// ReplayShadowed is good: the inner error has the outer one's name, and is in the line.
func (t *Trail) ReplayShadowed(ctx context.Context) error {
	rows, err := t.db.QueryContext(ctx, "SELECT id, actor FROM events")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var e Event
		if err := rows.Scan(&e.ID, &e.Actor); err != nil {
			t.log.ErrorContext(ctx, "scan", "err", err)
			continue
		}
		if err := t.queue.Send(ctx, e); err != nil {
			return err
		}
	}
	return rows.Err()
}

// Relay is bad: the line for the send has the error of the context, which may not be why.
func (t *Trail) Relay(ctx context.Context, e Event) {
	if serr := t.queue.Send(ctx, e); serr != nil {
		slog.WarnContext(ctx, "relay", "id", e.ID, "err", ctx.Err()) // want `error from Queue\.Send is missing from the line logged for it.*\(novalue\)`
	}
}

// RelayBoth is good: the line has the cause and the context's word on it.
func (t *Trail) RelayBoth(ctx context.Context, e Event) {
	if serr := t.queue.Send(ctx, e); serr != nil {
		slog.WarnContext(ctx, "relay", "id", e.ID, "err", serr, "ctx", ctx.Err())
	}
}

// Undo is good: the roll-back's error is the one in the line, the first one is returned.
func (t *Trail) Undo(ctx context.Context, id string) error {
	tx, err := t.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if _, err = tx.ExecContext(ctx, "DELETE FROM events WHERE id = $1", id); err != nil {
		if rerr := tx.Rollback(); rerr != nil {
			t.log.ErrorContext(ctx, "roll back", "err", rerr)
		}
		return err
	}
	return tx.Commit()
}

// Archive is bad: the error that is returned was made of the wrong one, and says "%!w(<nil>)".
func (t *Trail) Archive(dir string, e Event) error {
	err := os.MkdirAll(dir, 0o700)
	if err != nil {
		return err
	}
	if werr := os.WriteFile(filepath.Join(dir, e.ID), []byte(e.Actor), 0o600); werr != nil {
		return fmt.Errorf("archive %s: %w", e.ID, err) // want `error from os\.WriteFile is replaced: .*\(replaced\)`
	}
	return nil
}

// ArchiveWrapped is good: the same sentence, made of the right one.
func (t *Trail) ArchiveWrapped(dir string, e Event) error {
	err := os.MkdirAll(dir, 0o700)
	if err != nil {
		return err
	}
	if werr := os.WriteFile(filepath.Join(dir, e.ID), []byte(e.Actor), 0o600); werr != nil {
		return fmt.Errorf("archive %s: %w", e.ID, werr)
	}
	return nil
}

// AppendRight is good: the branch returns its own error.
func (t *Trail) AppendRight(ctx context.Context, e Event) error {
	tx, err := t.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if _, xerr := tx.ExecContext(ctx, "INSERT INTO events VALUES ($1, $2)", e.ID, e.Actor); xerr != nil {
		return xerr
	}
	return tx.Commit()
}

// LatestJoined is good: both are returned, whichever is nil.
func (t *Trail) LatestJoined(ctx context.Context, dir string) (Event, error) {
	e, err := t.queue.Receive(ctx)
	data, err2 := os.ReadFile(filepath.Join(dir, e.ID))
	if err2 != nil {
		return Event{}, errors.Join(err, err2)
	}
	return Event{ID: e.ID, Actor: string(data)}, err
}

// Requeue is good: the first error is not nil there, and it is the one that matters.
// By default nothing is said of it.
func (t *Trail) Requeue(ctx context.Context, e Event) error {
	if err := t.queue.Send(ctx, e); err != nil {
		if _, xerr := t.db.ExecContext(ctx, "INSERT INTO later VALUES ($1)", e.ID); xerr != nil {
			return err // want `error from \(\*sql\.DB\)\.ExecContext .*\(replaced\)`
		}
		log.Printf("event %s is sent later: %v", e.ID, err)
	}
	return nil
}

// Group is good: a name that is no number tells nothing, and the line is for the
// lookup, which failed.
func Group(name string) int {
	g, err := user.LookupGroup(name)
	if err != nil {
		n, nerr := strconv.Atoi(name)
		if nerr != nil {
			log.Printf("look up group %s: %v", name, err)
			return -1
		}
		return n
	}
	return len(g.Gid)
}

// Number is bad: the line for the number has the error of the lookup, which did
// not fail.
func Number(name string) int {
	g, err := user.LookupGroup(name)
	if err != nil {
		log.Printf("look up group %s: %v", name, err)
		return -1
	}
	n, nerr := strconv.Atoi(g.Gid)
	if nerr != nil {
		log.Printf("group %s: %v", name, err) // want `error from strconv\.Atoi is missing from the line logged for it, which has another error \(novalue\)`
		return -1
	}
	return n
}
