// Package shadow has several variables called err: a line names the one that holds
// what is lost, or there is none.
package shadow

import (
	"context"
	"database/sql"
	"errors"
	"log/slog"
	"os"
)

type Store struct{ db *sql.DB }

var errGone = errors.New("gone")

// The error is known in the if alone. The other err holds what has been logged.
func (s *Store) touch(ctx context.Context, path string) {
	_, err := os.Stat(path)
	if err != nil {
		slog.WarnContext(ctx, "no such file", "path", path, "err", err)
	}
	for range 3 {
		if _, err := s.db.ExecContext(ctx, "update files set seen = now() where path = $1", path); err == nil {
			return
		}
		slog.WarnContext(ctx, "file is not touched", "path", path) // want `novalue`
	}
}

// It is known where the line stands.
func (s *Store) retouch(ctx context.Context, path string) {
	for range 3 {
		_, err := s.db.ExecContext(ctx, "update files set seen = now() where path = $1", path)
		if err == nil {
			return
		}
		slog.WarnContext(ctx, "file is not touched", "path", path) // want `novalue`
	}
}

// The line has an err already, which is the wrong one.
func (s *Store) await(ctx context.Context, path string) error {
	var err error
	for range 3 {
		if _, err := s.db.ExecContext(ctx, "select 1 from files where path = $1", path); err == nil { // want `dropped`
			break
		}
		slog.WarnContext(ctx, "file is not there", "path", path, "err", err)
	}
	return err
}

// When the branch ends, the variable holds another error.
func (s *Store) replace(ctx context.Context, path string, known bool) bool {
	data, err := os.ReadFile(path)
	if err != nil { // want `dropped`
		if !known {
			err = errGone
		}
		data = []byte(errGone.Error())
	}
	slog.DebugContext(ctx, "replaced", "path", path)
	return len(data) > 0
}

// When the branch ends, it holds the same.
func (s *Store) keep(ctx context.Context, path string, known bool) bool {
	data, err := os.ReadFile(path)
	if err != nil { // want `dropped`
		if !known {
			data = []byte(errGone.Error())
		}
	}
	slog.DebugContext(ctx, "kept", "path", path)
	return len(data) > 0
}

// A closure gives the variable another error before the branch.
func (s *Store) shared(ctx context.Context, path string) bool {
	var err error
	forget := func() { err = errGone }
	err = os.WriteFile(path, nil, 0o600)
	if err != nil { // want `dropped`
		forget()
		if path == "" {
			return false
		}
	}
	slog.DebugContext(ctx, "shared", "path", path)
	return true
}

// The parameter is an error that the caller has seen.
func (s *Store) finish(ctx context.Context, path string, err error) bool {
	if err != nil {
		slog.WarnContext(ctx, "unfinished", "err", err)
	}
	if err := os.WriteFile(path, nil, 0o600); err == nil { // want `dropped`
		return true
	}
	return false
}
