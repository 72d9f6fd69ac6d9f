package dropped

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log"
	"os"
	"path/filepath"
)

// Publish is bad: outside strict mode the nested branch claims success.
func (s *Syncer) Publish(ctx context.Context, it Item) error {
	if err := s.store.Save(ctx, it); err != nil { // want `error from Store\.Save is dropped: .*\(dropped\)`
		if s.strict {
			return fmt.Errorf("publish %s: %w", it.ID, err)
		}
		return nil
	}
	s.saved++
	return nil
}

// PublishLenient is good: outside strict mode the nested branch logs.
func (s *Syncer) PublishLenient(ctx context.Context, it Item) error {
	if err := s.store.Save(ctx, it); err != nil {
		if s.strict {
			return fmt.Errorf("publish %s: %w", it.ID, err)
		}
		log.Printf("publish %s: %v", it.ID, err)
		return nil
	}
	s.saved++
	return nil
}

// Archive is bad: the case for failures returns nil.
func (s *Syncer) Archive(ctx context.Context, id string) error {
	res, err := s.db.ExecContext(ctx, "UPDATE items SET archived = true WHERE id = $1", id)
	switch {
	case err != nil: // want `error from \(\*sql\.DB\)\.ExecContext is dropped: .*\(dropped\)`
		return nil
	case res == nil:
		return errors.New("no result")
	}
	s.saved--
	return nil
}

// ArchiveChecked is good: the case for failures returns the error.
func (s *Syncer) ArchiveChecked(ctx context.Context, id string) error {
	res, err := s.db.ExecContext(ctx, "UPDATE items SET archived = true WHERE id = $1", id)
	switch {
	case err != nil:
		return err
	case res == nil:
		return errors.New("no result")
	}
	s.saved--
	return nil
}

// Merge is bad: everything but a conflict is taken for success.
func (s *Syncer) Merge(ctx context.Context, it Item) error {
	if err := s.store.Save(ctx, it); err != nil { // want `error from Store\.Save is dropped: .*\(dropped\)`
		switch e := err.(type) {
		case *ConflictError:
			return fmt.Errorf("merge: %w", e)
		default:
			return nil
		}
	}
	return nil
}

// MergeOnce is good: only the conflict, which says that the work is done, ends in success.
func (s *Syncer) MergeOnce(ctx context.Context, it Item) error {
	if err := s.store.Save(ctx, it); err != nil {
		switch e := err.(type) {
		case *ConflictError:
			s.generation = e.Rev
			return nil
		default:
			return err
		}
	}
	return nil
}

// Expire is bad: the default case of the switch on the value returns nil.
func (s *Syncer) Expire(ctx context.Context, id string) error {
	_, err := s.db.ExecContext(ctx, "UPDATE leases SET expired = true WHERE id = $1", id)
	switch err {
	case nil: // want `error from \(\*sql\.DB\)\.ExecContext is dropped: .*\(dropped\)`
		s.generation++
		return nil
	case sql.ErrConnDone:
		return err
	default:
		return nil
	}
}

// ExpireOpen is good: the default case returns the error, the closed connection is expected.
func (s *Syncer) ExpireOpen(ctx context.Context, id string) error {
	_, err := s.db.ExecContext(ctx, "UPDATE leases SET expired = true WHERE id = $1", id)
	switch err {
	case nil:
		s.generation++
		return nil
	case sql.ErrConnDone:
		return nil
	default:
		return err
	}
}

// Checkpoint is bad: nothing happens when the save fails, there is no else.
func (s *Syncer) Checkpoint(ctx context.Context, it Item) error {
	if err := s.store.Save(ctx, it); err == nil { // want `error from Store\.Save is dropped: .*\(dropped\)`
		s.saved++
	}
	return nil
}

// CheckpointElse is good: the else branch returns the error.
func (s *Syncer) CheckpointElse(ctx context.Context, it Item) error {
	if err := s.store.Save(ctx, it); err == nil {
		s.saved++
	} else {
		return err
	}
	return nil
}

// Rotate is bad: the label it jumps to returns nil.
func (s *Syncer) Rotate() error {
	current := filepath.Join(s.dir, "current")
	err := os.Rename(current, current+".old")
	if err != nil { // want `error from os\.Rename is dropped: .*\(dropped\)`
		goto done
	}
	s.generation++
done:
	s.busy = false
	return nil
}

// RotateChecked is good: the label it jumps to returns the error.
func (s *Syncer) RotateChecked() error {
	current := filepath.Join(s.dir, "current")
	err := os.Rename(current, current+".old")
	if err != nil {
		goto done
	}
	s.generation++
done:
	s.busy = false
	return err
}
