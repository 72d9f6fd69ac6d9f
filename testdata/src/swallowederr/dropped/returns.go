package dropped

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"io/fs"
	"log"
	"os"
	"path/filepath"
)

// RestoreState is bad: a state file that cannot be read counts as restored.
func (s *Syncer) RestoreState() error {
	data, err := os.ReadFile(filepath.Join(s.dir, "state.json"))
	if err != nil { // want `error from os\.ReadFile is dropped: .*\(dropped\)`
		return nil
	}
	return json.Unmarshal(data, &s.state)
}

// RestoreStateIfAny is good: only the missing file counts as restored.
func (s *Syncer) RestoreStateIfAny() error {
	data, err := os.ReadFile(filepath.Join(s.dir, "state.json"))
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	}
	return json.Unmarshal(data, &s.state)
}

// Mirror is bad: the void function ends and the bucket stays behind unseen.
func (s *Syncer) Mirror(ctx context.Context, bucket string) {
	items, err := s.store.List(ctx, bucket)
	if err != nil { // want `error from Store\.List is dropped: .*\(dropped\)`
		return
	}
	s.replace(bucket, items)
}

// MirrorLogged is good: the void function ends after a line with the error.
func (s *Syncer) MirrorLogged(ctx context.Context, bucket string) {
	items, err := s.store.List(ctx, bucket)
	if err != nil {
		log.Printf("mirror %s: %v", bucket, err)
		return
	}
	s.replace(bucket, items)
}

// Current is bad: an unreachable store looks like an empty item.
func (s *Syncer) Current(ctx context.Context, id string) Item {
	it, err := s.store.Load(ctx, id)
	if err != nil { // want `error from Store\.Load is dropped: .*\(dropped\)`
		return Item{}
	}
	it.Rev++
	return it
}

// CurrentOrError is good: the zero value comes with the error.
func (s *Syncer) CurrentOrError(ctx context.Context, id string) (Item, error) {
	it, err := s.store.Load(ctx, id)
	if err != nil {
		return Item{}, err
	}
	it.Rev++
	return it, nil
}

// Allowed is bad: a database that is down only shows as a refusal.
func (s *Syncer) Allowed(ctx context.Context, user, bucket string) bool {
	var role string
	row := s.db.QueryRowContext(ctx, "SELECT role FROM grants WHERE usr = $1 AND bucket = $2", user, bucket)
	if err := row.Scan(&role); err != nil { // want `error from \(\*sql\.Row\)\.Scan is dropped: .*\(dropped\)`
		return false
	}
	return role == "writer"
}

// AllowedStrict is good: only the missing grant is a refusal.
func (s *Syncer) AllowedStrict(ctx context.Context, user, bucket string) (bool, error) {
	var role string
	row := s.db.QueryRowContext(ctx, "SELECT role FROM grants WHERE usr = $1 AND bucket = $2", user, bucket)
	if err := row.Scan(&role); err != nil {
		if errors.Is(err, sql.ErrNoRows) {
			return false, nil
		}
		return false, err
	}
	return role == "writer", nil
}

// Enforce is bad: the default quota hides that the real one could not be read.
func (s *Syncer) Enforce(ctx context.Context, tenant string, used int) bool {
	quota, err := s.store.Quota(ctx, tenant)
	if err != nil { // want `error from Store\.Quota is dropped: .*\(dropped\)`
		quota = 100
	}
	return used < quota
}

// EnforceLogged is good: the default is taken, and a line says why.
func (s *Syncer) EnforceLogged(ctx context.Context, tenant string, used int) bool {
	quota, err := s.store.Quota(ctx, tenant)
	if err != nil {
		log.Printf("quota of %s: %v, taking the default", tenant, err)
		quota = 100
	}
	return used < quota
}
