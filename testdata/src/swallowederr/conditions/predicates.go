package conditions

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
)

// Settings is bad: only a permission error is returned, a broken disk means defaults.
func (s *Service) Settings(dir string) ([]byte, error) {
	data, err := os.ReadFile(filepath.Join(dir, "settings.json"))
	if errors.Is(err, fs.ErrPermission) {
		return nil, err
	}
	if err != nil { // want `error from os\.ReadFile is dropped: .*\(dropped\)`
		return []byte("{}"), nil
	}
	return data, nil
}

// SettingsOrDefault is good: only the missing file means defaults.
func (s *Service) SettingsOrDefault(dir string) ([]byte, error) {
	data, err := os.ReadFile(filepath.Join(dir, "settings.json"))
	if errors.Is(err, fs.ErrNotExist) {
		return []byte("{}"), nil
	}
	if err != nil {
		return nil, err
	}
	return data, nil
}

// Charge is bad: every error that is not about the quota is taken for success.
func (s *Service) Charge(ctx context.Context, it Item) error {
	if err := s.store.Save(ctx, it); err != nil { // want `error from Store\.Save is dropped: .*\(dropped\)`
		var quota *QuotaError
		if errors.As(err, &quota) {
			return denied(quota.Tenant)
		}
		return nil
	}
	return nil
}

// ChargeLater is good: the quota error, recognised by its type, is what ends in a later attempt.
func (s *Service) ChargeLater(ctx context.Context, it Item) error {
	if err := s.store.Save(ctx, it); err != nil {
		var quota *QuotaError
		if errors.As(err, &quota) {
			s.pending = append(s.pending, it)
			return nil
		}
		return err
	}
	return nil
}

// Lint is bad: a linter that cannot be started counts as one that found nothing.
func (s *Service) Lint(dir string) (int, error) {
	if err := exec.Command("golint", dir).Run(); err != nil { // want `error from \(\*exec\.Cmd\)\.Run is dropped: .*\(dropped\)`
		if exit, ok := errors.AsType[*exec.ExitError](err); ok {
			return exit.ExitCode(), nil
		}
		return 0, nil
	}
	return 0, nil
}

// LintChecked is good: the exit code is the use, everything else is returned.
func (s *Service) LintChecked(dir string) (int, error) {
	if err := exec.Command("golint", dir).Run(); err != nil {
		if exit, ok := errors.AsType[*exec.ExitError](err); ok {
			return exit.ExitCode(), nil
		}
		return 0, err
	}
	return 0, nil
}

// Finish is bad: the only question asked is whether the transaction was over before.
func (s *Service) Finish(tx *sql.Tx) error {
	if err := tx.Commit(); errors.Is(err, sql.ErrTxDone) { // want `error from \(\*sql\.Tx\)\.Commit is dropped: .*\(dropped\)`
		return err
	}
	return nil
}

// FinishOnce is good: the transaction that was over before is fine, all else is returned.
func (s *Service) FinishOnce(tx *sql.Tx) error {
	err := tx.Commit()
	if errors.Is(err, sql.ErrTxDone) {
		return nil
	}
	return err
}

// Flush is bad: the predicate asks whether there is an error, not which, and false is success.
func (s *Service) Flush(ctx context.Context, it Item) error {
	if err := s.store.Save(ctx, it); worked(err) { // want `error from Store\.Save is dropped: .*\(dropped\)`
		s.pending = nil
	}
	return nil
}

// FlushLater is good: the predicate knows the error it lets pass.
func (s *Service) FlushLater(ctx context.Context, it Item) error {
	err := s.store.Save(ctx, it)
	if throttled(err) {
		s.pending = append(s.pending, it)
		return nil
	}
	return err
}

// Owner is bad: the predicate says that there is an error, and the branch forgets it.
func (s *Service) Owner(ctx context.Context, id string) (string, error) {
	it, err := s.store.Load(ctx, id)
	if failed(err) { // want `error from Store\.Load is dropped: .*\(dropped\)`
		return "", nil
	}
	return it.Owner, nil
}

// OwnerChecked is good: the same predicate, and the branch returns the error.
func (s *Service) OwnerChecked(ctx context.Context, id string) (string, error) {
	it, err := s.store.Load(ctx, id)
	if failed(err) {
		return "", err
	}
	return it.Owner, nil
}

// Evict is bad: what the predicate does not recognise is forgotten.
func (s *Service) Evict(ctx context.Context, it Item) error {
	if err := s.store.Save(ctx, it); transient(err) { // want `error from Store\.Save is dropped: .*\(dropped\)`
		return err
	}
	s.pending = nil
	return nil
}

// EvictLater is good: what the predicate recognises is tried again, the rest is returned.
func (s *Service) EvictLater(ctx context.Context, it Item) error {
	if err := s.store.Save(ctx, it); transient(err) {
		s.pending = append(s.pending, it)
	} else if err != nil {
		return err
	}
	return nil
}

// Reload is good: a predicate over two sentinels says that nothing was there.
func (s *Service) Reload(ctx context.Context, id string) (Item, error) {
	it, err := s.store.Load(ctx, id)
	if err != nil && gone(err) {
		return Item{ID: id}, nil
	}
	return it, err
}

// Drain is good: when the caller has gone away, the error is its cancellation.
func (s *Service) Drain(ctx context.Context) error {
	for _, it := range s.pending {
		if err := s.store.Save(ctx, it); err != nil {
			if ctx.Err() != nil {
				return nil
			}
			return err
		}
	}
	return nil
}
