// Package captured holds errors that a literal puts into a variable of the function around
// it, when nothing reads that variable any more: a deferred one after the results are
// there, a goroutine after the last look.
package captured

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log"
	"os"
	"sync"
)

type Store struct{ db *sql.DB }

// save (bad): err is no result of the function, so that it is returned before the commit.
func (s *Store) save(ctx context.Context, user, prefs string) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = tx.Rollback()
			return
		}
		err = tx.Commit() // want `error from \(\*sql\.Tx\)\.Commit is dropped: the captured variable that takes it is neither returned nor logged \(dropped\)`
	}()
	_, err = tx.ExecContext(ctx, "update users set prefs = $1 where id = $2", prefs, user)
	return err
}

// saved (good): err is the result.
func (s *Store) saved(ctx context.Context, user, prefs string) (err error) {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = tx.Rollback()
			return
		}
		err = tx.Commit()
	}()
	_, err = tx.ExecContext(ctx, "update users set prefs = $1 where id = $2", prefs, user)
	return err
}

// flush (bad): likewise, with a file.
func flush(path string, data []byte) error {
	err := os.MkdirAll("out", 0o700)
	if err != nil {
		return err
	}
	defer func() {
		err = os.WriteFile(path, data, 0o600) // want `error from os\.WriteFile is dropped: the captured variable that takes it is neither returned nor logged \(dropped\)`
	}()
	return err
}

// flushed (good): it is joined to the result.
func flushed(path string, data []byte) (err error) {
	if err = os.MkdirAll("out", 0o700); err != nil {
		return err
	}
	defer func() {
		err = errors.Join(err, os.WriteFile(path, data, 0o600))
	}()
	return nil
}

// undo (bad): the error that was made of it goes where the commit's would.
func (s *Store) undo(ctx context.Context, work func(*sql.Tx) error) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer func() {
		rerr := os.Remove("lock") // want `error from os\.Remove is dropped: the captured variable that takes it is neither returned nor logged \(dropped\)`
		if rerr == nil || errors.Is(rerr, os.ErrNotExist) {
			return
		}
		err = fmt.Errorf("unlock: %w", rerr)
	}()
	if err = work(tx); err != nil {
		return fmt.Errorf("work: %w", err)
	}
	return tx.Commit()
}

// undone (good): with the name of a result.
func (s *Store) undone(ctx context.Context, work func(*sql.Tx) error) (err error) {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer func() {
		rerr := os.Remove("lock")
		if rerr == nil || errors.Is(rerr, os.ErrNotExist) {
			return
		}
		err = fmt.Errorf("unlock: %w", rerr)
	}()
	if err = work(tx); err != nil {
		return fmt.Errorf("work: %w", err)
	}
	return tx.Commit()
}

// background (bad): the last look at err comes before the goroutine.
func background(path string) error {
	err := os.MkdirAll(path, 0o700)
	if err != nil {
		return err
	}
	go func() {
		err = os.WriteFile(path+"/ready", nil, 0o600) // want `error from os\.WriteFile is dropped: the captured variable that takes it is neither returned nor logged \(dropped\)`
	}()
	return nil
}

// waited (good): it is looked at after the goroutine has ended.
func waited(path string) error {
	err := os.MkdirAll(path, 0o700)
	if err != nil {
		return err
	}
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		err = os.WriteFile(path+"/ready", nil, 0o600)
	}()
	wg.Wait()
	return err
}

// rounds (good): the next round of the loop looks at it.
func rounds(paths []string) error {
	var err error
	for _, path := range paths {
		if err != nil {
			return err
		}
		var wg sync.WaitGroup
		wg.Go(func() { err = os.WriteFile(path, nil, 0o600) })
		wg.Wait()
	}
	return err
}

// told (good): another deferred literal, which runs after it, says it.
func told(path string) error {
	err := os.MkdirAll(path, 0o700)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
	}()
	defer func() {
		err = os.Remove(path)
	}()
	return nil
}

// noted (good): the literal logs what it finds before it puts another error there, which is
// not seen to be read too early.
func noted(path string) error {
	err := os.WriteFile(path, nil, 0o600)
	defer func() {
		fmt.Fprintln(os.Stderr, "written:", err)
		note(err)
		err = os.Remove(path)
	}()
	return nil
}

func note(err error) { log.Println("noted:", err) }
