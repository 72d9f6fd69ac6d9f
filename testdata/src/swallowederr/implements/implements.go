// Package implements has the types behind another package's interfaces, and
// calls them through these.
package implements

import (
	"context"
	"database/sql"
	"log/slog"

	"swallowederr/implements/model"
)

// library keeps the tracks in a database.
type library struct{ db *sql.DB }

// query logs whatever goes wrong (good).
func (l *library) query(ctx context.Context, q string, into any) error {
	err := l.db.QueryRowContext(ctx, q).Scan(into)
	if err != nil {
		slog.ErrorContext(ctx, "query", "query", q, "err", err)
	}
	return err
}

// Count is good: query has logged what it returns.
func (l *library) Count(ctx context.Context) (n int, err error) {
	err = l.query(ctx, "SELECT count(*) FROM tracks", &n)
	return n, err
}

// Drop returns the error, and logs nothing (good).
func (l *library) Drop(ctx context.Context, id string) error {
	_, err := l.db.ExecContext(ctx, "DELETE FROM tracks WHERE id = ?", id)
	return err
}

// newLibrary hides the type behind the interface.
func newLibrary(db *sql.DB) model.Library { return &library{db} }

// sees is good: the only implementation here has logged the error.
func sees(ctx context.Context, db *sql.DB, all int) bool {
	n, err := newLibrary(db).Count(ctx)
	if err != nil {
		return false
	}
	return n == all
}

// dropAll is bad: the implementation has not.
func dropAll(ctx context.Context, db *sql.DB, ids []string) {
	for _, id := range ids {
		if err := newLibrary(db).Drop(ctx, id); err != nil { // want `error from model\.Library\.Drop is dropped: .*\(dropped\)`
			continue
		}
	}
}

// logged stands before another index, and says what that one does not.
type logged struct{ next model.Index }

// Refresh logs (good), but says nothing of what it stands before.
func (l logged) Refresh(ctx context.Context) error {
	err := l.next.Refresh(ctx)
	if err != nil {
		slog.ErrorContext(ctx, "refresh", "err", err)
	}
	return err
}

// refreshAll is bad: an index need not be the one that logs.
func refreshAll(ctx context.Context, all []model.Index) {
	for _, index := range all {
		if err := index.Refresh(ctx); err != nil { // want `error from model\.Index\.Refresh is dropped: .*\(dropped\)`
			continue
		}
	}
}
