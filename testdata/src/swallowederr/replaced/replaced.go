package replaced

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"time"
)

// The errors that callers of this package can tell apart.
var (
	ErrNotFound    = errors.New("account not found")
	ErrUnavailable = errors.New("accounts unavailable")
	ErrDenied      = errors.New("access denied")
)

// Account is one customer.
type Account struct {
	ID    string
	Limit int
}

// Verifier checks signed tokens at the identity provider.
type Verifier interface {
	Verify(ctx context.Context, token string) (Account, error)
}

// Accounts is the table of accounts.
type Accounts struct {
	db       *sql.DB
	client   *http.Client
	verifier Verifier
	dir      string
}

// Get is bad: a database that is down reads as an account that does not exist.
func (a *Accounts) Get(ctx context.Context, id string) (Account, error) {
	var acc Account
	err := a.db.QueryRowContext(ctx, "SELECT id, lim FROM accounts WHERE id = $1", id).Scan(&acc.ID, &acc.Limit)
	if err != nil {
		return acc, ErrNotFound // want `error from \(\*sql\.Row\)\.Scan is replaced: .*\(replaced\)`
	}
	return acc, nil
}

// GetTranslated is good: only the recognised sentinel is translated.
func (a *Accounts) GetTranslated(ctx context.Context, id string) (Account, error) {
	var acc Account
	err := a.db.QueryRowContext(ctx, "SELECT id, lim FROM accounts WHERE id = $1", id).Scan(&acc.ID, &acc.Limit)
	if errors.Is(err, sql.ErrNoRows) {
		return acc, ErrNotFound
	}
	if err != nil {
		return acc, err
	}
	return acc, nil
}

// List is bad: the new error's text says nothing that the caller did not know.
func (a *Accounts) List(ctx context.Context) (*sql.Rows, error) {
	rows, err := a.db.QueryContext(ctx, "SELECT id, lim FROM accounts")
	if err != nil {
		return nil, errors.New("could not list accounts") // want `error from \(\*sql\.DB\)\.QueryContext is replaced: .*\(replaced\)`
	}
	return rows, nil
}

// ListLogged is good: the cause is logged before the other error is returned.
func (a *Accounts) ListLogged(ctx context.Context) (*sql.Rows, error) {
	rows, err := a.db.QueryContext(ctx, "SELECT id, lim FROM accounts")
	if err != nil {
		slog.ErrorContext(ctx, "list accounts", "err", err)
		return nil, errors.New("could not list accounts")
	}
	return rows, nil
}

// Import is bad: the format has a verb for the path and none for the cause.
func (a *Accounts) Import(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("cannot import %s", path) // want `error from os\.ReadFile is replaced: .*\(replaced\)`
	}
	return data, nil
}

// ImportWrapped is good: the format has a verb for the cause.
func (a *Accounts) ImportWrapped(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("cannot import %s: %w", path, err)
	}
	return data, nil
}

// ImportText is good: the text of the cause is carried, though not the value.
func (a *Accounts) ImportText(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("cannot import %s: %v", path, err)
	}
	return data, nil
}

// Login is bad: a provider that cannot be reached only shows as a refusal.
func (a *Accounts) Login(ctx context.Context, token string) (Account, error) {
	acc, err := a.verifier.Verify(ctx, token)
	if err != nil {
		return Account{}, ErrDenied // want `error from Verifier\.Verify is replaced: .*\(replaced\)`
	}
	return acc, nil
}

// LoginJoined is good: the refusal carries its reason.
func (a *Accounts) LoginJoined(ctx context.Context, token string) (Account, error) {
	acc, err := a.verifier.Verify(ctx, token)
	if err != nil {
		return Account{}, errors.Join(ErrDenied, err)
	}
	return acc, nil
}

// Ping is bad: refused, timed out, unknown host, it is all the same sentinel.
func (a *Accounts) Ping(addr string) error {
	conn, err := net.DialTimeout("tcp", addr, time.Second)
	if err != nil {
		return ErrUnavailable // want `error from net\.DialTimeout is replaced: .*\(replaced\)`
	}
	return conn.Close()
}

// PingWrapped is good: the sentinel can be asked for and the cause can be read.
func (a *Accounts) PingWrapped(addr string) error {
	conn, err := net.DialTimeout("tcp", addr, time.Second)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrUnavailable, err)
	}
	return conn.Close()
}

// Backup is bad: the exit code and the missing binary give the same sentence.
func (a *Accounts) Backup(ctx context.Context, dst string) error {
	cmd := exec.CommandContext(ctx, "pg_dump", "-f", dst)
	if err := cmd.Run(); err != nil {
		return errors.New("backup failed") // want `error from \(\*exec\.Cmd\)\.Run is replaced: .*\(replaced\)`
	}
	return nil
}

// BackupText is good: the sentence ends with the cause.
func (a *Accounts) BackupText(ctx context.Context, dst string) error {
	cmd := exec.CommandContext(ctx, "pg_dump", "-f", dst)
	if err := cmd.Run(); err != nil {
		return errors.New("backup failed: " + err.Error())
	}
	return nil
}

// Remote is bad: only the error of the body is wrapped, the request's own is replaced.
func (a *Accounts) Remote(url string) ([]byte, error) {
	resp, err := a.client.Get(url)
	if err != nil {
		return nil, fmt.Errorf("remote accounts: %w", ErrUnavailable) // want `error from \(\*http\.Client\)\.Get is replaced: .*\(replaced\)`
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, fmt.Errorf("remote accounts: %w", err)
	}
	return body, nil
}

// RemoteLogged is good: the sentinel goes to the caller, the cause to the log.
func (a *Accounts) RemoteLogged(url string) ([]byte, error) {
	resp, err := a.client.Get(url)
	if err != nil {
		log.Printf("remote accounts: %v", err)
		return nil, fmt.Errorf("remote accounts: %w", ErrUnavailable)
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// Limit is good: what does not parse is quoted, and that says all.
func (a *Accounts) Limit(raw string) (int, error) {
	n, err := strconv.Atoi(raw)
	if err != nil {
		return 0, fmt.Errorf("limit %q is not a number", raw)
	}
	return n, nil
}

// Config is good: a missing file, recognised as such, gets a sentence of its own.
func (a *Accounts) Config(path string) (cfg map[string]string, err error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errors.New("no configuration, run the set-up first")
	}
	if err != nil {
		return nil, err
	}
	err = json.Unmarshal(data, &cfg)
	return cfg, err
}
