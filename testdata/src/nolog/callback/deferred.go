package callback

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
)

// writeReport (bad): what Flush could not write is missing from the file.
func writeReport(w io.Writer, lines []string) error {
	bw := bufio.NewWriter(w)
	defer func() {
		if err := bw.Flush(); err != nil { // want `error from \(\*bufio\.Writer\)\.Flush ends in a deferred function that .*\(callback\)`
			return
		}
	}()
	for _, line := range lines {
		if _, err := fmt.Fprintln(bw, line); err != nil {
			return err
		}
	}
	return nil
}

// writeDigest (good): the named result takes the error of Flush.
func writeDigest(w io.Writer, lines []string) (err error) {
	bw := bufio.NewWriter(w)
	defer func() {
		if flushErr := bw.Flush(); err == nil {
			err = flushErr
		}
	}()
	for _, line := range lines {
		if _, err := fmt.Fprintln(bw, line); err != nil {
			return err
		}
	}
	return nil
}

// closeMonth (bad): the commit is lost in a deferred function, its roll-back is no news.
func closeMonth(ctx context.Context, db *sql.DB, month string) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("close month: %w", err)
	}
	defer func() {
		if err := tx.Commit(); err != nil { // want `error from \(\*sql\.Tx\)\.Commit ends in a deferred function that .*\(callback\)`
			tx.Rollback()
		}
	}()
	_, err = tx.ExecContext(ctx, "UPDATE months SET closed = true WHERE month = $1", month)
	return err
}

// openMonth (good): joined with the result.
func openMonth(ctx context.Context, db *sql.DB, month string) (err error) {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("open month: %w", err)
	}
	defer func() {
		err = errors.Join(err, tx.Commit())
	}()
	_, err = tx.ExecContext(ctx, "UPDATE months SET closed = false WHERE month = $1", month)
	return err
}

// lockMonth (good): the deferred function logs the commit that failed.
func lockMonth(ctx context.Context, db *sql.DB, month string) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("lock month: %w", err)
	}
	defer func() {
		if err := tx.Commit(); err != nil {
			slog.ErrorContext(ctx, "commit", "month", month, "err", err)
		}
	}()
	_, err = tx.ExecContext(ctx, "UPDATE months SET locked = true WHERE month = $1", month)
	return err
}

// journal (bad): the deferred function does not even look at what Flush returns.
func journal(w io.Writer, events []Event) {
	bw := bufio.NewWriterSize(w, 1<<16)
	defer func() {
		bw.Flush() // want `error from \(\*bufio\.Writer\)\.Flush .*\(callback\)`
	}()
	for _, ev := range events {
		bw.WriteString(ev.Topic + " " + ev.ID + "\n")
	}
}

// readJournal (good): closing what was only read is no loss.
func readJournal(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() {
		f.Close()
	}()
	return io.ReadAll(f)
}

// publishState (bad): the new state never replaces the old one.
func publishState(path string, state []byte) error {
	tmp := path + ".tmp"
	defer func() {
		if err := os.Rename(tmp, path); err != nil { // want `error from os\.Rename ends in a deferred function that .*\(callback\)`
			return
		}
	}()
	return os.WriteFile(tmp, state, 0o600)
}

// publishIndex (good): a rename that fails is logged where it happens.
func publishIndex(path string, index []byte) error {
	tmp := path + ".tmp"
	defer func() {
		if err := os.Rename(tmp, path); err != nil {
			slog.Error("publish index", "path", path, "err", err)
		}
	}()
	return os.WriteFile(tmp, index, 0o600)
}
