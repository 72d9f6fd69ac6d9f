// Package retries holds loops that try again, or stop trying, because of an
// error.
package retries

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net"
	"net/http"
	"os"
	"time"
)

// Lease is the right to be the leader for a while.
type Lease struct{ Holder string }

// Registry is where leases are kept.
type Registry interface {
	Acquire(ctx context.Context, name string) (Lease, error)
	Renew(ctx context.Context, l Lease) error
}

// Agent keeps a lease.
type Agent struct {
	registry Registry
	db       *sql.DB
	client   *http.Client
	lease    Lease
	attempts int
}

// Lead is bad: it waits for ever, and nobody learns for what.
func (a *Agent) Lead(ctx context.Context) {
	for {
		lease, err := a.registry.Acquire(ctx, "leader")
		if err == nil { // want `error from Registry\.Acquire is dropped: .*\(dropped\)`
			a.lease = lease
			break
		}
		time.Sleep(5 * time.Second)
	}
}

// LeadLogged is good: each attempt that fails has a line.
func (a *Agent) LeadLogged(ctx context.Context) {
	for {
		lease, err := a.registry.Acquire(ctx, "leader")
		if err == nil {
			a.lease = lease
			break
		}
		slog.WarnContext(ctx, "no lease yet", "err", err)
		time.Sleep(5 * time.Second)
	}
}

// LeadUntil is good: the last attempt's error goes with the one that gives up.
func (a *Agent) LeadUntil(ctx context.Context) error {
	for {
		lease, err := a.registry.Acquire(ctx, "leader")
		if err == nil {
			a.lease = lease
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("no lease: %w (%v)", err, ctx.Err())
		case <-time.After(5 * time.Second):
		}
	}
}

// Migrate is bad: the condition of the loop is all that looks at the error.
func (a *Agent) Migrate(ctx context.Context) {
	_, err := a.db.ExecContext(ctx, "CREATE TABLE leases (holder text)")
	for err != nil { // want `error from \(\*sql\.DB\)\.ExecContext is dropped: .*\(dropped\)`
		time.Sleep(time.Second)
		_, err = a.db.ExecContext(ctx, "CREATE TABLE leases (holder text)")
	}
}

// MigrateLogged is good: the loop's body has a line for each error.
func (a *Agent) MigrateLogged(ctx context.Context) {
	_, err := a.db.ExecContext(ctx, "CREATE TABLE leases (holder text)")
	for err != nil {
		log.Printf("migrate: %v", err)
		time.Sleep(time.Second)
		_, err = a.db.ExecContext(ctx, "CREATE TABLE leases (holder text)")
	}
}

// WaitFor is bad: the only one who could say why the port stays closed does not.
func (a *Agent) WaitFor(addr string) {
	for {
		conn, err := net.DialTimeout("tcp", addr, time.Second)
		if err == nil { // want `error from net\.DialTimeout is dropped: .*\(dropped\)`
			conn.Close()
			return
		}
		a.attempts++
	}
}

// WaitForTenth is good: every tenth attempt has a line, and the others are the same attempt.
func (a *Agent) WaitForTenth(addr string) {
	for {
		conn, err := net.DialTimeout("tcp", addr, time.Second)
		if err == nil {
			conn.Close()
			return
		}
		if a.attempts++; a.attempts%10 == 0 {
			log.Printf("%s: %v, %d attempts", addr, err, a.attempts)
		}
	}
}

// WaitForLast is good: the last error is kept, and returned when the time is up.
func (a *Agent) WaitForLast(addr string, limit time.Duration) (err error) {
	for deadline := time.Now().Add(limit); time.Now().Before(deadline); {
		var conn net.Conn
		if conn, err = net.DialTimeout("tcp", addr, time.Second); err == nil {
			return conn.Close()
		}
		time.Sleep(time.Second)
	}
	return err
}

// Keep is bad: a lease that cannot be renewed ends the loop, and the end is a success.
func (a *Agent) Keep(ctx context.Context, tick <-chan time.Time) error {
	for range tick {
		if err := a.registry.Renew(ctx, a.lease); err != nil { // want `error from Registry\.Renew is dropped: .*\(dropped\)`
			break
		}
	}
	a.lease = Lease{}
	return nil
}

// KeepChecked is good: the error outlives the loop.
func (a *Agent) KeepChecked(ctx context.Context, tick <-chan time.Time) error {
	var err error
	for range tick {
		if err = a.registry.Renew(ctx, a.lease); err != nil {
			break
		}
	}
	a.lease = Lease{}
	return err
}

// HoldersNamed is good: the named result takes the error out of the loop.
func (a *Agent) HoldersNamed(ctx context.Context) (holders []string, err error) {
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

// Announce is bad: the first peer that is down is the last one to be told.
func (a *Agent) Announce(peers []string) {
	for _, peer := range peers {
		resp, err := a.client.Post(peer, "text/plain", nil)
		if err != nil { // want `error from \(\*http\.Client\)\.Post is dropped: .*\(dropped\)`
			break
		}
		resp.Body.Close()
	}
}

// AnnounceLabel is good: the label is left with a line.
func (a *Agent) AnnounceLabel(peers []string) {
tell:
	for _, peer := range peers {
		resp, err := a.client.Post(peer, "text/plain", nil)
		switch {
		case err != nil:
			log.Printf("%s is down, the rest is not told: %v", peer, err)
			break tell
		default:
			resp.Body.Close()
		}
	}
}

// Spool is bad: with goto or with break, the loop that stops here stops silently.
func (a *Agent) Spool(path string, lines []string) {
	f, err := os.Create(path)
	if err != nil {
		log.Print(err)
		return
	}
	for _, line := range lines {
		if _, err := f.WriteString(line); err != nil { // want `error from \(\*os\.File\)\.WriteString is dropped: .*\(dropped\)`
			goto done
		}
	}
done:
	if err := f.Close(); err != nil {
		log.Print(err)
	}
}

// SpoolBuffered is good: a buffered writer keeps its first error until it is flushed.
func (a *Agent) SpoolBuffered(path string, lines []string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	for _, line := range lines {
		if _, err := w.WriteString(line); err != nil {
			break
		}
	}
	return errors.Join(w.Flush(), f.Close())
}

// Backoff is bad: five attempts, five errors, and true or false is what is left of them.
func (a *Agent) Backoff(ctx context.Context) bool {
	for i := range 5 {
		if err := a.registry.Renew(ctx, a.lease); err == nil { // want `error from Registry\.Renew is dropped: .*\(dropped\)`
			return true
		}
		time.Sleep(time.Duration(i) * time.Second)
	}
	return false
}

// BackoffLogged is good: after the loop, the last error is logged.
func (a *Agent) BackoffLogged(ctx context.Context) bool {
	var last error
	for i := range 5 {
		if last = a.registry.Renew(ctx, a.lease); last == nil {
			return true
		}
		time.Sleep(time.Duration(i) * time.Second)
	}
	slog.ErrorContext(ctx, "lease lost", "err", last)
	return false
}

// retry is good: what it is given to do says why it failed, and the last word is returned.
func retry(ctx context.Context, n int, do func(context.Context) error) (err error) {
	for range n {
		if err = do(ctx); err == nil {
			return nil
		}
	}
	return fmt.Errorf("%d attempts: %w", n, err)
}

// RenewOften is bad: retry gives its error back, and nobody takes it.
func (a *Agent) RenewOften(ctx context.Context) {
	if err := retry(ctx, 3, func(ctx context.Context) error { return a.registry.Renew(ctx, a.lease) }); err != nil { // want `error from retry is dropped: .*\(dropped\)`
		return
	}
	a.attempts = 0
}

// RenewOftenLogged is good: the error of the last attempt is logged.
func (a *Agent) RenewOftenLogged(ctx context.Context) {
	if err := retry(ctx, 3, func(ctx context.Context) error { return a.registry.Renew(ctx, a.lease) }); err != nil {
		slog.ErrorContext(ctx, "renew", "err", err)
		return
	}
	a.attempts = 0
}
