// Package migrations changes the tables of a database before anything is
// served.
package migrations

import (
	"context"
	"database/sql"
	"log/slog"
	"net/http"
)

var ups []func(ctx context.Context, tx *sql.Tx) error

func add(up func(ctx context.Context, tx *sql.Tx) error) { ups = append(ups, up) }

func init() {
	add(UpNames)
	http.HandleFunc("GET /migrations", show)
}

// UpNames (good): only init hands it on, to be called at the start.
func UpNames(ctx context.Context, tx *sql.Tx) error {
	if _, err := tx.ExecContext(ctx, "alter table notes add name text"); err != nil {
		return err
	}
	slog.Info("names are added")
	return fill(ctx, tx)
}

// fill (good): only UpNames calls it.
func fill(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, "update notes set name = ''")
	slog.Info("names are filled")
	return err
}

// show (bad): init hands it on, and it is given requests.
func show(w http.ResponseWriter, r *http.Request) {
	slog.Info("migrations are shown") // want `slog\.Info does not carry the request's context: slog\.InfoContext with r\.Context\(\) would \(nocontext\)`
}

// Migrate (bad): others call it, with whatever context.
func Migrate(ctx context.Context, tx *sql.Tx) error {
	for _, up := range ups {
		if err := up(ctx, tx); err != nil {
			slog.ErrorContext(ctx, "migrate", "err", err)
			return err
		}
	}
	slog.Info("migrated") // want `slog\.Info does not carry the request's context: slog\.InfoContext with ctx would \(nocontext\)`
	return nil
}
