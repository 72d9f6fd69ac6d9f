// Package deferred holds work that is deferred: it is as lost, when it fails, as where it
// is a statement of its own. What only cleans up is not.
package deferred

import (
	"bufio"
	"bytes"
	"context"
	"database/sql"
	"log/slog"
	"mime/multipart"
	"os"
)

type Accounts struct{ db *sql.DB }

// rename (bad): that the transaction is not committed is known to nobody.
func (a *Accounts) rename(ctx context.Context, id, name string) error {
	tx, err := a.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Commit() // want `error from \(\*sql\.Tx\)\.Commit is discarded: nothing looks at it \(discarded\)`
	_, err = tx.ExecContext(ctx, "update accounts set name = $1 where id = $2", name, id)
	return err
}

// renamed (good): the rollback is for the paths on which there is an error already.
func (a *Accounts) renamed(ctx context.Context, id, name string) error {
	tx, err := a.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "update accounts set name = $1 where id = $2", name, id); err != nil {
		return err
	}
	return tx.Commit()
}

// export (bad): what is still in the buffer is not in the file.
func (a *Accounts) export(names []string, path string) error {
	f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	defer w.Flush() // want `error from \(\*bufio\.Writer\)\.Flush is discarded: nothing looks at it \(discarded\)`
	for _, name := range names {
		if _, err := w.WriteString(name + "\n"); err != nil {
			return err
		}
	}
	return nil
}

// exported (good): the buffer is flushed where its error can be returned.
func (a *Accounts) exported(names []string, path string) error {
	f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	for _, name := range names {
		if _, err := w.WriteString(name + "\n"); err != nil {
			return err
		}
	}
	return w.Flush()
}

// drain (bad): the marker is what tells the next one that there is nothing left.
func (a *Accounts) drain(path string) {
	defer os.WriteFile(path, []byte("drained"), 0o600) // want `error from os\.WriteFile is discarded: nothing looks at it \(discarded\)`
	slog.Info("drains")
}

// drained (good): the deferred literal says what went wrong.
func (a *Accounts) drained(path string) {
	defer func() {
		if err := os.WriteFile(path, []byte("drained"), 0o600); err != nil {
			slog.Error("cannot mark", "path", path, "err", err)
		}
	}()
	slog.Info("drains")
}

// swap (bad): the old name stays.
func (a *Accounts) swap(from, to string) {
	defer os.Rename(from, to) // want `error from os\.Rename is discarded: nothing looks at it \(discarded\)`
	slog.Info("swaps", "from", from)
}

// read (good): to close what was only read is clean-up.
func (a *Accounts) read(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	buf := make([]byte, 512)
	n, err := f.Read(buf)
	return buf[:n], err
}

// form (good): what is written into memory does not fail.
func form(fields map[string]string) (*bytes.Buffer, error) {
	body := new(bytes.Buffer)
	w := multipart.NewWriter(body)
	defer w.Close()
	write := func(name, value string) error { return w.WriteField(name, value) }
	for name, value := range fields {
		if err := write(name, value); err != nil {
			return nil, err
		}
	}
	return body, nil
}
