package a

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"os"
	"strconv"
)

// Read reaches the world outside.
func Read(path string) ([]byte, error) { // want Read:`^result 1: environment from os\.ReadFile, reads$`
	return os.ReadFile(path)
}

// Parse follows from its argument.
func Parse(s string) (int, error) { // want Parse:`^result 1: computed$`
	return strconv.Atoi(s)
}

// Decode decodes what came from outside.
func Decode(b []byte) (v map[string]int, err error) { // want Decode:`^result 1: decode from json\.Unmarshal$`
	err = json.Unmarshal(b, &v)
	return v, err
}

// Render writes to memory, which never fails.
func Render(b *bytes.Buffer) error { // want Render:`^result 0: neverfails$`
	b.WriteString("ok")
	return nil
}

// Sentinel has one thing to say.
func Sentinel(n int) error { // want Sentinel:`^result 0: computed$`
	if n < 0 {
		return ErrNotFound
	}
	return nil
}

// Sentinels has two.
func Sentinels(n int) error { // want Sentinels:`^result 0: computed, several causes$`
	if n < 0 {
		return ErrNotFound
	}
	if n > 10 {
		return ErrBusy
	}
	return nil
}

// Load can be missing, or not readable: two causes, one of them outside.
func Load(path string) ([]byte, error) { // want Load:`^param 0: escaped\|classified\|replaced; result 1: environment from os\.ReadFile, reads, several causes; result 0 is zero with an error$`
	if path == "" {
		return nil, ErrNotFound
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("load: %w", err)
	}
	return b, nil
}

// LoadLogged has already logged what it returns, on every path.
func LoadLogged(path string) ([]byte, error) { // want LoadLogged:`^param 0: escaped; result 1: environment, logged from os\.ReadFile, reads; result 0 is zero with an error$`
	b, err := os.ReadFile(path)
	if err != nil {
		log.Printf("load: %v", err)
		return nil, err
	}
	return b, nil
}

// LoadLoggedOnce logs on one of two paths.
func LoadLoggedOnce(path string, loud bool) ([]byte, error) { // want LoadLoggedOnce:`^param 0: escaped; result 1: environment from os\.ReadFile, reads$`
	b, err := os.ReadFile(path)
	if err != nil && loud {
		log.Printf("load: %v", err)
	}
	return b, err
}

// Pair has two error results of different classes.
func Pair(path, s string) (readErr, parseErr error) { // want Pair:`^result 0: environment from os\.ReadFile, reads; result 1: computed$`
	_, readErr = os.ReadFile(path)
	_, parseErr = strconv.Atoi(s)
	return readErr, parseErr
}

// NamedTested has a deferred function that only looks.
func NamedTested(path string) (err error) { // want NamedTested:`^result 0: environment from os\.ReadFile, reads; removes$`
	defer func() {
		if err != nil {
			os.Remove(path)
		}
	}()
	_, err = os.ReadFile(path)
	return err
}

// Store is a consumer-side interface: its methods have no body here.
type Store interface {
	Get(ctx context.Context, id string) (string, error)
	ParseID(id string) error
}

// Through returns what an interface method returned.
func Through(ctx context.Context, s Store) (string, error) { // want Through:`^result 1: environment from a\.Store\.Get through errfate/facts/a\.Store\.Get$`
	return s.Get(ctx, "id")
}

// ThroughName returns what a method computes, by its name.
func ThroughName(s Store) error { // want ThroughName:`^result 0: computed$`
	return s.ParseID("id")
}

// Stored returns an error that was stored by somebody else: nothing is known
// of it, since the variable is not named as a sentinel is.
func Stored() error { return last }

// Joined joins an error of each class.
func Joined(path, s string) error { // want Joined:`^param 0: escaped; param 1: escaped; result 0: environment from os\.ReadFile, reads, several causes$`
	_, err1 := os.ReadFile(path)
	_, err2 := strconv.Atoi(s)
	return errors.Join(err1, err2)
}

// Named returns through a named result that a deferred function wraps.
func Named(path string) (err error) { // want Named:`^result 0: environment from os\.ReadFile, reads$`
	defer func() {
		if err != nil {
			err = fmt.Errorf("named: %w", err)
		}
	}()
	_, err = os.ReadFile(path)
	return err
}

// Clock is another interface, whose method fails as well.
type Clock interface {
	Now(ctx context.Context) (string, error)
}

// ThroughTwo names both of the methods that its error may come through.
func ThroughTwo(ctx context.Context, s Store, c Clock) error { // want ThroughTwo:`^result 0: environment from a\.Store\.Get through errfate/facts/a\.Clock\.Now and errfate/facts/a\.Store\.Get, several causes$`
	if _, err := s.Get(ctx, "id"); err != nil {
		return err
	}
	_, err := c.Now(ctx)
	return err
}

// ThroughOther has another error beside that of the method: what implements
// the method does not decide.
func ThroughOther(ctx context.Context, s Store, path string) error { // want ThroughOther:`^result 0: environment from a\.Store\.Get, writes, several causes; writes$`
	if _, err := s.Get(ctx, "id"); err != nil {
		return err
	}
	return os.WriteFile(path, nil, 0o600)
}

// ThroughLogged has logged the other error: only that of the method is left.
func ThroughLogged(ctx context.Context, s Store, path string) error { // want ThroughLogged:`^param 2: escaped; result 0: environment from a\.Store\.Get through errfate/facts/a\.Store\.Get, several causes$`
	if _, err := os.ReadFile(path); err != nil {
		slog.ErrorContext(ctx, "reading", "err", err)
		return err
	}
	_, err := s.Get(ctx, "id")
	return err
}

// ThroughParsed has one beside it that follows from an argument.
func ThroughParsed(ctx context.Context, s Store, n string) error { // want ThroughParsed:`^result 0: environment from a\.Store\.Get through errfate/facts/a\.Store\.Get, several causes$`
	if _, err := strconv.Atoi(n); err != nil {
		return err
	}
	_, err := s.Get(ctx, "id")
	return err
}

// LoggedUnknown has logged what a callee returns of which nothing is known, and
// the rest as well.
func LoggedUnknown(path string) error { // want LoggedUnknown:`^param 0: escaped; result 0: environment, logged from os\.ReadFile, reads, several causes$`
	if _, err := os.ReadFile(path); err != nil {
		slog.Error("reading", "err", err)
		return err
	}
	if err := Stored(); err != nil {
		slog.Error("stored", "err", err)
		return err
	}
	return nil
}

// sqlError logs what it translates, and nothing else.
func sqlError(err error) error { // want sqlError:`^param 0: propagated\|logged\|classified\|replaced; result 0: computed$`
	translated := err
	if errors.Is(err, os.ErrNotExist) {
		translated = last
	}
	if translated != err {
		slog.Debug("translated", "err", err)
	}
	return fmt.Errorf("sql: %w", translated)
}

// LoggedMaybe leaves it to what does not always log.
func LoggedMaybe(path string) error { // want LoggedMaybe:`^param 0: escaped; result 0: environment, logged maybe from os\.ReadFile, reads$`
	if _, err := os.ReadFile(path); err != nil {
		return sqlError(err)
	}
	return nil
}

// A Sticky writer keeps the first error, which it logs.
type Sticky struct {
	path string
	err  error
}

// Write returns the error of this call, or of an earlier one: each was logged,
// as far as this call can tell.
func (s *Sticky) Write(data []byte) error { // want Write:`^result 0: environment, logged maybe from os\.WriteFile, writes; writes$`
	if s.err != nil {
		return s.err
	}
	if err := os.WriteFile(s.path, data, 0o600); err != nil {
		slog.Error("writing", "err", err)
		s.keep(err)
		return err
	}
	return nil
}

func (s *Sticky) keep(err error) {
	s.err = err
}

// Kept returns what was kept, or something that nobody has logged.
func (s *Sticky) Kept() error { // want Kept:`^result 0: environment from os\.WriteFile, writes; writes$`
	if s.err != nil {
		return s.err
	}
	return os.WriteFile(s.path, nil, 0o600)
}

// Vague names what tells more, though it comes later.
func Vague(w io.Writer, path string) error { // want Vague:`^result 0: environment from os\.ReadFile, reads, several causes; sends$`
	if _, err := w.Write(nil); err != nil {
		return err
	}
	_, err := os.ReadFile(path)
	return err
}
