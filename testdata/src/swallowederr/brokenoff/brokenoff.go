// Package brokenoff holds loops that break on one error and return another,
// which is nil unless something else went wrong as well.
package brokenoff

import (
	"context"
	"database/sql"
	"errors"
)

// Agent reads leases.
type Agent struct{ db *sql.DB }

// Holders is bad: a scan that fails leaves the loop with half of the rows.
func (a *Agent) Holders(ctx context.Context) (holders []string, err error) {
	rows, err := a.db.QueryContext(ctx, "SELECT holder FROM leases")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var h string
		if err := rows.Scan(&h); err != nil { // want `error from \(\*sql\.Rows\)\.Scan is dropped: .*\(dropped\)`
			break
		}
		holders = append(holders, h)
	}
	return holders, rows.Err()
}

// HoldersJoined is good: the error of the loop is joined with that of the rows.
func (a *Agent) HoldersJoined(ctx context.Context) (holders []string, err error) {
	rows, err := a.db.QueryContext(ctx, "SELECT holder FROM leases")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var h string
		if err = rows.Scan(&h); err != nil {
			break
		}
		holders = append(holders, h)
	}
	return holders, errors.Join(err, rows.Err())
}
