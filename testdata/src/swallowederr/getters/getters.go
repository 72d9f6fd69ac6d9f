// Package getters asks for the same error twice.
package getters

import (
	"bufio"
	"context"
	"database/sql"
	"log/slog"
	"os"
)

// Feed gives items until there are no more.
type Feed interface {
	Next(ctx context.Context) bool
	Err() error
}

// Reader reads from several places.
type Reader struct {
	ctx  context.Context
	feed Feed
	old  Feed
	n    int
}

// Stopped is good: the second call gives the error that the first has found.
func (r *Reader) Stopped() bool {
	if r.ctx.Err() != nil {
		slog.Error("reader has stopped", "err", r.ctx.Err())
		return true
	}
	return false
}

// StoppedBare is bad: the line has no error at all.
func (r *Reader) StoppedBare(ctx context.Context) bool {
	for r.feed.Next(ctx) {
		r.n++
	}
	if r.feed.Err() != nil {
		slog.Error("feed is broken", "items", r.n) // want `error from Feed\.Err is missing from the line logged for it.*\(novalue\)`
		return true
	}
	return false
}

// Read is good: the feed is asked again for the line.
func (r *Reader) Read(ctx context.Context) int {
	for r.feed.Next(ctx) {
		r.n++
	}
	if r.feed.Err() != nil {
		slog.Error("feed is broken", "err", r.feed.Err())
		return 0
	}
	return r.n
}

// ReadOther is bad: another feed is asked for the line.
func (r *Reader) ReadOther(ctx context.Context) int {
	for r.feed.Next(ctx) {
		r.n++
	}
	if r.feed.Err() != nil {
		slog.Error("feed is broken", "err", r.old.Err()) // want `error from Feed\.Err is missing from the line logged for it, which has another error.*\(novalue\)`
		return 0
	}
	return r.n
}

// Lines is good: the scanner is asked again for what is returned.
func Lines(s *bufio.Scanner) (int, error) {
	n := 0
	for s.Scan() {
		n++
	}
	if s.Err() != nil {
		return 0, s.Err()
	}
	return n, nil
}

// LinesOther is bad: another scanner is asked for what is returned.
func LinesOther(s, other *bufio.Scanner) (int, error) {
	n := 0
	for s.Scan() {
		n++
	}
	if s.Err() != nil {
		return 0, other.Err() // want `error from \(\*bufio\.Scanner\)\.Err is replaced: .*\(replaced\)`
	}
	return n, nil
}

// Rows is good: the rows are asked again for the line.
func Rows(rows *sql.Rows) bool {
	if rows.Err() != nil {
		slog.Error("rows are lost", "err", rows.Err())
		return false
	}
	return true
}

// RowsLost is bad: the rows are asked once.
func RowsLost(rows *sql.Rows) bool {
	return rows.Err() == nil && rows.Next() // want `error from \(\*sql\.Rows\)\.Err is dropped: .*\(dropped\)`
}

// Wait is good: the error is that of the context, which whoever ends it knows.
func Wait(ctx context.Context, ready chan struct{}) error {
	select {
	case <-ready:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Start is good: nothing is lost with what Wait returns.
func Start(ctx context.Context, ready chan struct{}, run func()) {
	if err := Wait(ctx, ready); err != nil {
		return
	}
	run()
}

// StartLost is bad: what was to be read is lost.
func StartLost(path string, run func()) {
	if _, err := os.ReadFile(path); err != nil { // want `error from os\.ReadFile is dropped: .*\(dropped\)`
		return
	}
	run()
}
