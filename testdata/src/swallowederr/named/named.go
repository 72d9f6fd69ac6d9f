package named

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
)

// ErrUnavailable is what callers see when the ledger cannot be reached.
var ErrUnavailable = errors.New("ledger unavailable")

// Entry is one line of the ledger.
type Entry struct {
	ID     string
	Amount int
}

// Tokens hands out tokens for the remote side.
type Tokens interface {
	Fetch(ctx context.Context, user string) (string, error)
}

// Ledger keeps the entries.
type Ledger struct {
	db     *sql.DB
	dir    string
	tokens Tokens
	token  string
	total  int
}

// Snapshot is bad: the naked return returns err, and the error is in another variable.
func (l *Ledger) Snapshot(path string) (entries []Entry, err error) {
	data, readErr := os.ReadFile(path)
	if readErr != nil { // want `error from os\.ReadFile is dropped: .*\(dropped\)`
		return
	}
	err = json.Unmarshal(data, &entries)
	return
}

// SnapshotChecked is good: the naked return returns the variable that was assigned.
func (l *Ledger) SnapshotChecked(path string) (entries []Entry, err error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return
	}
	err = json.Unmarshal(data, &entries)
	return
}

// Post is bad: the error is declared again in the loop, the result stays nil.
func (l *Ledger) Post(ctx context.Context, entries []Entry) (err error) {
	for _, e := range entries {
		if _, err := l.db.ExecContext(ctx, "INSERT INTO ledger VALUES ($1, $2)", e.ID, e.Amount); err != nil { // want `error from \(\*sql\.DB\)\.ExecContext is dropped: .*\(dropped\)`
			break
		}
		l.total += e.Amount
	}
	return
}

// PostChecked is good: the loop assigns the named result.
func (l *Ledger) PostChecked(ctx context.Context, entries []Entry) (err error) {
	for _, e := range entries {
		if _, err = l.db.ExecContext(ctx, "INSERT INTO ledger VALUES ($1, $2)", e.ID, e.Amount); err != nil {
			break
		}
		l.total += e.Amount
	}
	return
}

// Token is bad: the inner := hides the result, the failed refresh is lost.
func (l *Ledger) Token(ctx context.Context, user string, refresh bool) (token string, err error) {
	if refresh {
		fresh, err := l.tokens.Fetch(ctx, user) // want `error from Tokens\.Fetch is dropped: .*\(dropped\)`
		if err == nil {
			l.token = fresh
		}
	}
	return l.token, err
}

// TokenChecked is good: the inner assignment fills the result.
func (l *Ledger) TokenChecked(ctx context.Context, user string, refresh bool) (token string, err error) {
	if refresh {
		var fresh string
		fresh, err = l.tokens.Fetch(ctx, user)
		if err == nil {
			l.token = fresh
		}
	}
	return l.token, err
}

// Granted is bad: the naked return of false hides that the grants could not be read.
func (l *Ledger) Granted(ctx context.Context, user string) (ok bool) {
	row := l.db.QueryRowContext(ctx, "SELECT true FROM grants WHERE usr = $1", user)
	if err := row.Scan(&ok); err != nil { // want `error from \(\*sql\.Row\)\.Scan is dropped: .*\(dropped\)`
		return
	}
	return ok
}

// GrantedChecked is good: the naked return carries the error beside the false.
func (l *Ledger) GrantedChecked(ctx context.Context, user string) (ok bool, err error) {
	row := l.db.QueryRowContext(ctx, "SELECT true FROM grants WHERE usr = $1", user)
	if err = row.Scan(&ok); err != nil {
		return
	}
	return
}

// Close is bad: the branch sets the result back to nil for every error.
func (l *Ledger) Close(ctx context.Context) (err error) {
	_, err = l.db.ExecContext(ctx, "UPDATE ledger SET closed = true")
	if err != nil { // want `error from \(\*sql\.DB\)\.ExecContext is dropped: .*\(dropped\)`
		err = nil
	}
	return
}

// Balance is good: the result is set back to nil for the missing row only.
func (l *Ledger) Balance(ctx context.Context, id string) (sum int, err error) {
	err = l.db.QueryRowContext(ctx, "SELECT sum FROM balances WHERE id = $1", id).Scan(&sum)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return
}

// Rate is bad: the result is set to a sentinel that says nothing of the cause.
func (l *Ledger) Rate(url string) (rate string, err error) {
	resp, err := http.Get(url)
	if err != nil {
		err = ErrUnavailable
		return // want `error from http\.Get is replaced: .*\(replaced\)`
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	return string(body), err
}

// RateWrapped is good: the result is set to an error that carries both.
func (l *Ledger) RateWrapped(url string) (rate string, err error) {
	resp, err := http.Get(url)
	if err != nil {
		err = fmt.Errorf("%w: %w", ErrUnavailable, err)
		return
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	return string(body), err
}

// Export is bad: the deferred closure puts the close's nil in the place of the write's error.
func (l *Ledger) Export(path string, report []byte) (err error) {
	f, openErr := os.Create(path)
	if openErr != nil {
		return openErr
	}
	defer func() {
		err = f.Close()
	}()
	_, err = f.Write(report) // want `error from \(\*os\.File\)\.Write is overwritten at line \d+ .*\(overwritten\)`
	return err
}

// ExportChecked is good: the deferred closure sets the result only when it is free.
func (l *Ledger) ExportChecked(path string, report []byte) (err error) {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() {
		if closeErr := f.Close(); err == nil {
			err = closeErr
		}
	}()
	_, err = f.Write(report)
	return err
}

// ExportJoined is good: the deferred closure joins the two.
func (l *Ledger) ExportJoined(path string, report []byte) (err error) {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() {
		err = errors.Join(err, f.Close())
	}()
	_, err = f.Write(report)
	return err
}

// Rename is good: the deferred closure adds the names to whatever is returned.
func (l *Ledger) Rename(from, to string) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("rename %s to %s: %w", from, to, err)
		}
	}()
	return os.Rename(filepath.Join(l.dir, from), filepath.Join(l.dir, to))
}

// Notify is good: the deferred closure turns a panic into the result.
func (l *Ledger) Notify(conn net.Conn, msg []byte) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("notify: panic: %v", r)
		}
	}()
	_, err = conn.Write(msg)
	return err
}

// Hub hands events to those who want them.
type Hub struct{ out Outlet }

// Outlet takes events.
type Outlet interface {
	Put(ctx context.Context, topic string) error
}

// Publish is good: the deferred function logs whatever it returns from there on;
// before, there is nothing but a mistake of the caller's.
func (h *Hub) Publish(ctx context.Context, topic string) (err error) {
	if topic == "" {
		return errors.New("no topic")
	}
	defer func() {
		if err != nil {
			slog.ErrorContext(ctx, "publish", "topic", topic, "err", err)
		}
	}()
	return h.out.Put(ctx, topic)
}

// Announce is good: Publish has logged what it returns.
func (h *Hub) Announce(ctx context.Context, topics []string) {
	for _, topic := range topics {
		h.Publish(ctx, topic)
	}
}

// PublishLate is bad at its callers: what fails before the deferred call is not
// logged by it.
func (h *Hub) PublishLate(ctx context.Context, topic string) (err error) {
	if err := h.out.Put(ctx, "early"); err != nil {
		return err
	}
	defer func() {
		if err != nil {
			slog.ErrorContext(ctx, "publish", "topic", topic, "err", err)
		}
	}()
	return h.out.Put(ctx, topic)
}

// AnnounceLate is bad: nobody hears of the early failure.
func (h *Hub) AnnounceLate(ctx context.Context, topics []string) {
	for _, topic := range topics {
		h.PublishLate(ctx, topic) // want `error from \(\*Hub\)\.PublishLate is discarded: .*\(discarded\)`
	}
}
