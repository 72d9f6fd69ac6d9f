package sentinel

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path/filepath"
)

// ErrNoSession is what the session store returns for an unknown id.
var ErrNoSession = errors.New("no such session")

// Session is one login.
type Session struct {
	ID, User string
}

// Sessions is the remote session store.
type Sessions interface {
	Get(ctx context.Context, id string) (Session, error)
	Touch(ctx context.Context, id string) error
}

// Portal serves logged-in users.
type Portal struct {
	sessions Sessions
	db       *sql.DB
	srv      *http.Server
	dir      string
	lines    int
	ready    bool
}

// Read is bad: any error ends the log as its end would.
func (p *Portal) Read(r *bufio.Reader) error {
	for {
		line, err := r.ReadString('\n')
		if err != nil { // want `error from \(\*bufio\.Reader\)\.ReadString is dropped: .*\(dropped\)`
			return nil
		}
		p.lines += len(line)
	}
}

// ReadToEnd is good: the end is the sentinel, all else is returned.
func (p *Portal) ReadToEnd(r *bufio.Reader) error {
	for {
		line, err := r.ReadString('\n')
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		p.lines += len(line)
	}
}

// ReadHeader is bad: the sentinel is singled out, and the others end like it.
func (p *Portal) ReadHeader(f *os.File) ([]byte, error) {
	head := make([]byte, 16)
	_, err := io.ReadFull(f, head)
	if errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, fmt.Errorf("%s: header cut off: %w", f.Name(), err)
	}
	if err != nil { // want `error from io\.ReadFull is dropped: .*\(dropped\)`
		return nil, nil
	}
	return head, nil
}

// ReadHeaderIfAny is good: the empty file is recognised, the others are returned.
func (p *Portal) ReadHeaderIfAny(f *os.File) ([]byte, error) {
	head := make([]byte, 16)
	_, err := io.ReadFull(f, head)
	if errors.Is(err, io.EOF) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return head, nil
}

// User is bad: the no-branch of the sentinel drops what the yes-branch may.
func (p *Portal) User(ctx context.Context, id string) (string, error) {
	var name string
	err := p.db.QueryRowContext(ctx, "SELECT name FROM users WHERE id = $1", id).Scan(&name)
	if err != nil { // want `error from \(\*sql\.Row\)\.Scan is dropped: .*\(dropped\)`
		if !errors.Is(err, sql.ErrNoRows) {
			return "", nil
		}
		return "guest", nil
	}
	return name, nil
}

// UserOrGuest is good: no row means a guest, all else is returned.
func (p *Portal) UserOrGuest(ctx context.Context, id string) (string, error) {
	var name string
	err := p.db.QueryRowContext(ctx, "SELECT name FROM users WHERE id = $1", id).Scan(&name)
	if err != nil {
		if !errors.Is(err, sql.ErrNoRows) {
			return "", err
		}
		return "guest", nil
	}
	return name, nil
}

// Theme is bad: no file, no permission, no disk, the theme is empty.
func (p *Portal) Theme(user string) ([]byte, error) {
	data, err := os.ReadFile(filepath.Join(p.dir, user, "theme.css"))
	switch {
	case err == nil: // want `error from os\.ReadFile is dropped: .*\(dropped\)`
		return data, nil
	case errors.Is(err, fs.ErrPermission):
		return nil, err
	default:
		return nil, nil
	}
}

// ThemeIfAny is good: no file is no theme, the default case returns the rest.
func (p *Portal) ThemeIfAny(user string) ([]byte, error) {
	data, err := os.ReadFile(filepath.Join(p.dir, user, "theme.css"))
	switch {
	case err == nil:
		return data, nil
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	default:
		return nil, err
	}
}

// ThemeOld is good: the older predicate says the same.
func (p *Portal) ThemeOld(user string) ([]byte, error) {
	data, err := os.ReadFile(filepath.Join(p.dir, user, "theme.css"))
	if os.IsNotExist(err) {
		return nil, nil
	}
	return data, err
}

// Touch is bad: cancelled or not, the branch returns nil.
func (p *Portal) Touch(ctx context.Context, id string) error {
	if err := p.sessions.Touch(ctx, id); err != nil { // want `error from Sessions\.Touch is dropped: .*\(dropped\)`
		if errors.Is(err, context.Canceled) {
			p.ready = false
		}
		return nil
	}
	return nil
}

// TouchUnlessGone is good: the caller went away, nobody needs to hear of it.
func (p *Portal) TouchUnlessGone(ctx context.Context, id string) error {
	if err := p.sessions.Touch(ctx, id); err != nil {
		if errors.Is(err, context.Canceled) {
			p.ready = false
			return nil
		}
		return err
	}
	return nil
}

// TouchInTime is good: both ways in which a context ends are recognised.
func (p *Portal) TouchInTime(ctx context.Context, id string) error {
	err := p.sessions.Touch(ctx, id)
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return nil
	}
	return err
}

// Serve is bad: a port in use ends the server as silently as a shutdown does.
func (p *Portal) Serve() error {
	p.ready = true
	if err := p.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) { // want `error from \(\*http\.Server\)\.ListenAndServe is dropped: .*\(dropped\)`
		p.ready = false
	}
	return nil
}

// ServeChecked is good: only the shutdown is silent.
func (p *Portal) ServeChecked() error {
	p.ready = true
	if err := p.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		p.ready = false
		return err
	}
	return nil
}

// Accept is bad: the listener ends for whatever reason, and that is fine with everybody.
func (p *Portal) Accept(l net.Listener, handle func(net.Conn)) error {
	for {
		conn, err := l.Accept()
		if err != nil { // want `error from net\.Listener\.Accept is dropped: .*\(dropped\)`
			return nil
		}
		go handle(conn)
	}
}

// AcceptUntilClosed is good: the closed listener is recognised.
func (p *Portal) AcceptUntilClosed(l net.Listener, handle func(net.Conn)) error {
	for {
		conn, err := l.Accept()
		if errors.Is(err, net.ErrClosed) {
			return nil
		}
		if err != nil {
			return err
		}
		go handle(conn)
	}
}

// Session is bad: a store that is down starts an anonymous session.
func (p *Portal) Session(ctx context.Context, id string) (Session, error) {
	sess, err := p.sessions.Get(ctx, id)
	if err != nil { // want `error from Sessions\.Get is dropped: .*\(dropped\)`
		return Session{User: "anonymous"}, nil
	}
	return sess, nil
}

// SessionOrNew is good: the project's own sentinel starts an anonymous session.
func (p *Portal) SessionOrNew(ctx context.Context, id string) (Session, error) {
	sess, err := p.sessions.Get(ctx, id)
	if err == ErrNoSession {
		return Session{User: "anonymous"}, nil
	}
	if err != nil {
		return Session{}, err
	}
	return sess, nil
}

// SessionSwitch is good: the sentinels have their cases, the default returns.
func (p *Portal) SessionSwitch(ctx context.Context, id string) (Session, error) {
	sess, err := p.sessions.Get(ctx, id)
	switch err {
	case nil:
		return sess, nil
	case ErrNoSession, context.Canceled:
		return Session{User: "anonymous"}, nil
	default:
		return Session{}, err
	}
}
