package conditions

import (
	"context"
	"errors"
	"log"
	"net/http"
	"os"
)

// Prune is bad: without strict, the right side of the && lets the error go.
func (s *Service) Prune(ctx context.Context, strict bool) error {
	_, err := s.db.ExecContext(ctx, "DELETE FROM items WHERE expires < now()")
	if err != nil && strict { // want `error from \(\*sql\.DB\)\.ExecContext is dropped: .*\(dropped\)`
		return err
	}
	return nil
}

// PruneLogged is good: what the && does not return is logged.
func (s *Service) PruneLogged(ctx context.Context, strict bool) error {
	_, err := s.db.ExecContext(ctx, "DELETE FROM items WHERE expires < now()")
	if err != nil && strict {
		return err
	}
	if err != nil {
		log.Printf("prune: %v", err)
	}
	return nil
}

// PruneVerbose is good: one branch logs, the other returns, none loses it.
func (s *Service) PruneVerbose(ctx context.Context) error {
	_, err := s.db.ExecContext(ctx, "DELETE FROM items WHERE expires < now()")
	if err != nil && !s.verbose {
		return err
	}
	if s.verbose && err != nil {
		log.Printf("prune: %v", err)
	}
	return nil
}

// Heads is bad: the || puts a failed request and an empty answer into one branch.
func (s *Service) Heads(url string) ([]string, error) {
	resp, err := http.Get(url)
	if err != nil || resp.StatusCode == http.StatusNotFound { // want `error from http\.Get is dropped: .*\(dropped\)`
		return nil, nil
	}
	defer resp.Body.Close()
	return resp.Header.Values("X-Head"), nil
}

// HeadsChecked is good: the branch of the || returns the error, which may be nil.
func (s *Service) HeadsChecked(url string) ([]string, error) {
	resp, err := http.Get(url)
	if err != nil || resp.ContentLength == 0 {
		return nil, err
	}
	defer resp.Body.Close()
	return resp.Header.Values("X-Head"), nil
}

// Authenticate is bad: a token store that is down looks like an unknown token.
func (s *Service) Authenticate(ctx context.Context, raw string) (string, bool) {
	user, ok, err := s.tokens.Lookup(ctx, raw)
	if !ok || err != nil { // want `error from Tokens\.Lookup is dropped: .*\(dropped\)`
		return "", false
	}
	return user, true
}

// AuthenticateChecked is good: only the unknown token is a refusal.
func (s *Service) AuthenticateChecked(ctx context.Context, raw string) (string, bool, error) {
	user, ok, err := s.tokens.Lookup(ctx, raw)
	if err != nil {
		return "", false, err
	}
	if !ok {
		return "", false, nil
	}
	return user, true, nil
}

// AuthenticateBoth is good: the compound branch hands the error on.
func (s *Service) AuthenticateBoth(ctx context.Context, raw string) (string, error) {
	user, ok, err := s.tokens.Lookup(ctx, raw)
	if !ok || err != nil {
		return "", errors.Join(denied(user), err)
	}
	return user, nil
}

// Commit is bad: the boolean is tested in the error's place, and false is success.
func (s *Service) Commit(ctx context.Context, it Item) error {
	err := s.store.Save(ctx, it)
	if ok := err == nil; ok { // want `error from Store\.Save is dropped: .*\(dropped\)`
		s.pending = nil
	}
	return nil
}

// CommitChecked is good: the boolean is tested, and false returns the error.
func (s *Service) CommitChecked(ctx context.Context, it Item) error {
	err := s.store.Save(ctx, it)
	if ok := err == nil; !ok {
		return err
	}
	s.pending = nil
	return nil
}

// Transfer is bad: the boolean lives on, the error does not.
func (s *Service) Transfer(ctx context.Context, it Item, owner string) error {
	it.Owner = owner
	err := s.store.Save(ctx, it)
	ok := err == nil // want `error from Store\.Save is dropped: .*\(dropped\)`
	s.pending = append(s.pending, it)
	if !ok {
		return nil
	}
	s.pending = s.pending[:0]
	return nil
}

// TransferChecked is good: the error lives as long as the boolean.
func (s *Service) TransferChecked(ctx context.Context, it Item, owner string) error {
	it.Owner = owner
	err := s.store.Save(ctx, it)
	ok := err == nil
	s.pending = append(s.pending, it)
	if !ok {
		return err
	}
	s.pending = s.pending[:0]
	return nil
}

// ReadPolicy is bad: the nil on the left does not make the test another one.
func (s *Service) ReadPolicy(path string) string {
	data, err := os.ReadFile(path)
	if nil != err { // want `error from os\.ReadFile is dropped: .*\(dropped\)`
		return ""
	}
	return string(data)
}

// ReadPolicyChecked is good: the negated test returns the error.
func (s *Service) ReadPolicyChecked(path string) (string, error) {
	data, err := os.ReadFile(path)
	if !(err == nil) {
		return "", err
	}
	return string(data), nil
}

type coded struct{ code int }

func (c *coded) Error() string { return "coded" }

// Good: each error is one, so the second case takes what the first has left.
func everyKind(path string) {
	switch err := os.WriteFile(path, nil, 0o600); v := err.(type) {
	case *coded:
		log.Print(v.code)
	case error:
		log.Print(v)
	}
}

// Bad: some kinds are left.
func someKinds(path string) {
	switch err := os.WriteFile(path, nil, 0o600); v := err.(type) { // want `error from os.WriteFile is dropped`
	case *coded:
		log.Print(v.code)
	case *os.PathError:
		log.Print(v)
	}
}
