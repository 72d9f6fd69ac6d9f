package cleanup

import (
	"bufio"
	"compress/gzip"
	"context"
	"database/sql"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"
)

// Report is one file for the auditors.
type Report struct {
	Name string
	Data []byte
}

// Auditor writes and reads reports.
type Auditor struct {
	db     *sql.DB
	client *http.Client
	dir    string
	count  int
}

// Record is bad: the commit may fail, and the row is not there.
func (a *Auditor) Record(ctx context.Context, r Report) error {
	tx, err := a.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "INSERT INTO reports (name) VALUES ($1)", r.Name); err != nil {
		return err
	}
	tx.Commit() // want `error from \(\*sql\.Tx\)\.Commit is discarded: .*\(discarded\)`
	return nil
}

// RecordChecked is good: the commit is returned, the rollback is best effort.
func (a *Auditor) RecordChecked(ctx context.Context, r Report) error {
	tx, err := a.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "INSERT INTO reports (name) VALUES ($1)", r.Name); err != nil {
		return err
	}
	return tx.Commit()
}

// Retire is bad: the commit is tested, and then taken for success.
func (a *Auditor) Retire(ctx context.Context, tx *sql.Tx, name string) error {
	if _, err := tx.ExecContext(ctx, "UPDATE reports SET retired = true WHERE name = $1", name); err != nil {
		tx.Rollback()
		return err
	}
	if err := tx.Commit(); err != nil { // want `error from \(\*sql\.Tx\)\.Commit is dropped: .*\(dropped\)`
		return nil
	}
	a.count--
	return nil
}

// RetireChecked is good: the commit is tested and returned, the rollback on the failing path is not.
func (a *Auditor) RetireChecked(ctx context.Context, tx *sql.Tx, name string) error {
	if _, err := tx.ExecContext(ctx, "UPDATE reports SET retired = true WHERE name = $1", name); err != nil {
		tx.Rollback()
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	a.count--
	return nil
}

// RetireRolled is good: a rollback that fails is tested and let go, the cause is returned.
func (a *Auditor) RetireRolled(ctx context.Context, tx *sql.Tx, name string) error {
	_, err := tx.ExecContext(ctx, "UPDATE reports SET retired = true WHERE name = $1", name)
	if err != nil {
		if rollbackErr := tx.Rollback(); rollbackErr != nil {
			a.count = 0
		}
		return err
	}
	return tx.Commit()
}

// Append is bad: the last lines stay in the buffer when the flush fails.
func (a *Auditor) Append(f *os.File, lines []string) error {
	w := bufio.NewWriter(f)
	for _, line := range lines {
		if _, err := w.WriteString(line + "\n"); err != nil {
			return err
		}
	}
	w.Flush() // want `error from \(\*bufio\.Writer\)\.Flush is discarded: .*\(discarded\)`
	return nil
}

// AppendChecked is good: the flush is returned.
func (a *Auditor) AppendChecked(f *os.File, lines []string) error {
	w := bufio.NewWriter(f)
	for _, line := range lines {
		if _, err := w.WriteString(line + "\n"); err != nil {
			return err
		}
	}
	return w.Flush()
}

// Send is bad: the flush is tested, and the void function ends.
func (a *Auditor) Send(conn net.Conn, r Report) {
	w := bufio.NewWriter(conn)
	w.Write(r.Data)
	if err := w.Flush(); err != nil { // want `error from \(\*bufio\.Writer\)\.Flush is dropped: .*\(dropped\)`
		return
	}
	a.count++
}

// SendChecked is good: the writer keeps its first error, and the flush returns it.
func (a *Auditor) SendChecked(conn net.Conn, r Report) error {
	w := bufio.NewWriter(conn)
	w.Write(r.Data)
	if err := w.Flush(); err != nil {
		return err
	}
	a.count++
	return nil
}

// Seal is bad: what the close could not write is missing from the file that is put in place.
func (a *Auditor) Seal(path string, r Report) error {
	f, err := os.Create(path + ".tmp")
	if err != nil {
		return err
	}
	if _, err := f.Write(r.Data); err != nil {
		f.Close()
		return err
	}
	f.Close() // want `error from \(\*os\.File\)\.Close is discarded: .*\(discarded\)`
	return os.Rename(path+".tmp", path)
}

// SealChecked is good: the close is tested before the file is put in place.
func (a *Auditor) SealChecked(path string, r Report) error {
	f, err := os.Create(path + ".tmp")
	if err != nil {
		return err
	}
	if _, err := f.Write(r.Data); err != nil {
		f.Close()
		os.Remove(path + ".tmp")
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(path+".tmp", path)
}

// Pack is bad: the writer's close writes the end of the archive.
func (a *Auditor) Pack(dst io.Writer, r Report) error {
	zw := gzip.NewWriter(dst)
	if _, err := zw.Write(r.Data); err != nil {
		return err
	}
	zw.Close() // want `error from \(\*gzip\.Writer\)\.Close is discarded: .*\(discarded\)`
	return nil
}

// PackChecked is good: the end of the archive is checked.
func (a *Auditor) PackChecked(dst io.Writer, r Report) error {
	zw := gzip.NewWriter(dst)
	if _, err := zw.Write(r.Data); err != nil {
		return err
	}
	return zw.Close()
}

// Persist is bad: the sync says whether the disk has it, and nobody listens.
func (a *Auditor) Persist(f *os.File, r Report) error {
	if _, err := f.Write(r.Data); err != nil {
		return err
	}
	f.Sync() // want `error from \(\*os\.File\)\.Sync is discarded: .*\(discarded\)`
	return nil
}

// PersistChecked is good: the sync is returned.
func (a *Auditor) PersistChecked(f *os.File, r Report) error {
	if _, err := f.Write(r.Data); err != nil {
		return err
	}
	return f.Sync()
}

// Read is good: closing what was only read is best effort.
func (a *Auditor) Read(name string) ([]byte, error) {
	f, err := os.Open(filepath.Join(a.dir, name))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

// Download is good: draining and closing a body is best effort.
func (a *Auditor) Download(url string) (int, error) {
	resp, err := a.client.Get(url)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, resp.Body)
	return resp.StatusCode, nil
}

// Rows is good: the rows are closed, their error is returned.
func (a *Auditor) Rows(ctx context.Context) ([]string, error) {
	rows, err := a.db.QueryContext(ctx, "SELECT name FROM reports")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var names []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, rows.Err()
}

// Scratch is good: the temporary directory is removed as well as it can be.
func (a *Auditor) Scratch(f func(dir string) error) error {
	dir, err := os.MkdirTemp(a.dir, "scratch")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	return f(dir)
}

// Write is good: on the failing path, the half-written file is removed, and the cause is returned.
func (a *Auditor) Write(name string, r Report) error {
	path := filepath.Join(a.dir, name)
	if err := os.WriteFile(path, r.Data, 0o600); err != nil {
		os.Remove(path)
		return err
	}
	return nil
}

// Stop is good: shutting down is best effort, in both of its forms.
func (a *Auditor) Stop(srv *http.Server, l net.Listener) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	if err := srv.Shutdown(ctx); err != nil {
		srv.Close()
	}
	l.Close()
	a.db.Close()
}

// count (good): what only reads stores nothing when it is committed.
func count(ctx context.Context, db *sql.DB) (n int, err error) {
	tx, err := db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return 0, err
	}
	defer tx.Rollback()
	if err := tx.QueryRowContext(ctx, "SELECT count(*) FROM orders").Scan(&n); err != nil {
		return 0, err
	}
	tx.Commit()
	return n, nil
}

// reset (bad): what was changed need not be stored.
func reset(ctx context.Context, db *sql.DB) error {
	tx, err := db.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelSerializable})
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, "UPDATE orders SET open = false"); err != nil {
		return err
	}
	tx.Commit() // want `error from \(\*sql.Tx\).Commit is discarded`
	return nil
}
