package closures

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"log"
	"os"
	"path/filepath"
	"sync"
)

// Store is bad: the variable the closure fills is only asked whether to count.
func (w *Worker) Store(ctx context.Context, it Item) error {
	var err error
	w.locked(func() {
		err = w.store.Save(ctx, it) // want `error from Store\.Save is dropped: the captured variable .*\(dropped\)`
	})
	if err == nil {
		w.saved++
	}
	return nil
}

// StoreChecked is good: the variable the closure fills is returned.
func (w *Worker) StoreChecked(ctx context.Context, it Item) error {
	var err error
	w.locked(func() {
		err = w.store.Save(ctx, it)
	})
	if err == nil {
		w.saved++
	}
	return err
}

// ReplaceChecked is good: the variable is returned after the closure has filled it.
func (w *Worker) ReplaceChecked(ctx context.Context, id, path string) error {
	it, err := w.store.Load(ctx, id)
	if err != nil {
		return err
	}
	it.Path = path
	w.locked(func() {
		err = w.store.Save(ctx, it)
	})
	return err
}

// TouchChecked is good: the closure has a variable of its own.
func (w *Worker) TouchChecked(ctx context.Context, id string) error {
	it, err := w.store.Load(ctx, id)
	var saveErr error
	w.locked(func() {
		saveErr = w.store.Save(ctx, it)
	})
	return errors.Join(err, saveErr)
}

// SaveAll is bad: the function given to the group forgets the error that the group would keep.
func (w *Worker) SaveAll(ctx context.Context, items []Item) error {
	var g group
	for _, it := range items {
		g.Go(func() error {
			if err := w.store.Save(ctx, it); err != nil { // want `error from Store\.Save is dropped: .*\(dropped\)`
				return nil
			}
			return nil
		})
	}
	return g.Wait()
}

// SaveAllChecked is good: the group gets the error.
func (w *Worker) SaveAllChecked(ctx context.Context, items []Item) error {
	var g group
	for _, it := range items {
		g.Go(func() error {
			return w.store.Save(ctx, it)
		})
	}
	return g.Wait()
}

// SaveEach is good: each goroutine has its own slot, and the slots are joined.
func (w *Worker) SaveEach(ctx context.Context, items []Item) error {
	var wg sync.WaitGroup
	errs := make([]error, len(items))
	for i, it := range items {
		wg.Go(func() {
			errs[i] = w.store.Save(ctx, it)
		})
	}
	wg.Wait()
	return errors.Join(errs...)
}

// Refresh is bad: the closure that logs is called for one of the two kinds of failure only.
func (w *Worker) Refresh(ctx context.Context, ids []string) {
	report := func(id string, err error) { log.Printf("refresh %s: %v", id, err) }
	for _, id := range ids {
		it, err := w.store.Load(ctx, id)
		if err != nil { // want `error from Store\.Load is dropped: .*\(dropped\)`
			continue
		}
		if err := w.store.Save(ctx, it); err != nil {
			report(id, err)
		}
	}
}

// RefreshLogged is good: the closure that logs is called for both.
func (w *Worker) RefreshLogged(ctx context.Context, ids []string) {
	report := func(id string, err error) { log.Printf("refresh %s: %v", id, err) }
	for _, id := range ids {
		it, err := w.store.Load(ctx, id)
		if err != nil {
			report(id, err)
			continue
		}
		if err := w.store.Save(ctx, it); err != nil {
			report(id, err)
		}
	}
}

// Rotate is bad: the deferred closure logs the outer variable, which stays nil.
func (w *Worker) Rotate(name string) {
	var err error
	defer func() {
		if err != nil {
			log.Printf("rotate %s: %v", name, err)
		}
	}()
	if err := os.Rename(name, name+".old"); err != nil { // want `error from os\.Rename is dropped: .*\(dropped\)`
		return
	}
	err = os.WriteFile(name, nil, 0o600)
}

// RotateLogged is good: the deferred closure logs the variable that was assigned.
func (w *Worker) RotateLogged(name string) {
	var err error
	defer func() {
		if err != nil {
			log.Printf("rotate %s: %v", name, err)
		}
	}()
	if err = os.Rename(name, name+".old"); err != nil {
		return
	}
	err = os.WriteFile(name, nil, 0o600)
}

// SaveSpelt is good: the deferred closure logs the text of the error before it forgets it.
func (w *Worker) SaveSpelt(ctx context.Context, it Item) {
	err := w.store.Save(ctx, it)
	defer func() {
		if err != nil {
			log.Print("save: " + err.Error())
		}
		err = nil
	}()
	w.saved++
}

// SaveWrapped is good: the deferred closure logs what it wraps the error in.
func (w *Worker) SaveWrapped(ctx context.Context, it Item) {
	err := w.store.Save(ctx, it)
	defer func() {
		err = fmt.Errorf("save: %w", err)
		log.Print(err)
	}()
	w.saved++
}

// SaveReported is good: a helper that takes what a line takes logs it, before it is forgotten.
func (w *Worker) SaveReported(ctx context.Context, it Item) {
	err := w.store.Save(ctx, it)
	defer func() {
		logf("save: %v", err)
		err = nil
	}()
	w.saved++
}

func logf(format string, args ...any) { log.Printf(format, args...) }

// SaveSeq is good: what the loop's body defers logs each error at the end of the function.
func (w *Worker) SaveSeq(ctx context.Context, items iter.Seq[Item]) {
	for it := range items {
		if err := w.store.Save(ctx, it); err != nil {
			defer func() { log.Printf("save: %v", err) }()
		}
	}
}

// SaveSeqCounted is bad: what the loop's body defers only counts.
func (w *Worker) SaveSeqCounted(ctx context.Context, items iter.Seq[Item]) {
	for it := range items {
		if err := w.store.Save(ctx, it); err != nil { // want `error from Store\.Save is dropped: .*\(dropped\)`
			defer func() { w.saved-- }()
		}
	}
}

// SaveForgotten is bad: the deferred closure forgets the error without a word of it.
func (w *Worker) SaveForgotten(ctx context.Context, it Item) {
	err := w.store.Save(ctx, it) // want `error from Store\.Save is dropped: .*\(dropped\)`
	defer func() {
		if err != nil {
			w.saved--
		}
		err = nil
	}()
	w.saved++
}

// IndexTree is bad: a file that cannot be read is missing from the index, unseen.
func (w *Worker) IndexTree() error {
	return filepath.WalkDir(w.dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil { // want `error from os\.ReadFile is dropped: .*\(dropped\)`
			return nil
		}
		w.index[path] = data
		return nil
	})
}

// IndexReadable is good: entries the walk cannot enter are skipped, reading errors are returned.
func (w *Worker) IndexReadable() error {
	return filepath.WalkDir(w.dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return nil
		}
		if d.IsDir() {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		w.index[path] = data
		return nil
	})
}

// Move is bad: the transaction is committed although its statement failed.
func (w *Worker) Move(ctx context.Context, id, to string) error {
	return w.inTx(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "UPDATE items SET path = $1 WHERE id = $2", to, id)
		if err != nil { // want `error from \(\*sql\.Tx\)\.ExecContext is dropped: .*\(dropped\)`
			return nil
		}
		_, err = tx.ExecContext(ctx, "INSERT INTO moves (id, path) VALUES ($1, $2)", id, to)
		return err
	})
}

// MoveChecked is good: the statement's error rolls the transaction back.
func (w *Worker) MoveChecked(ctx context.Context, id, to string) error {
	return w.inTx(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "UPDATE items SET path = $1 WHERE id = $2", to, id)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, "INSERT INTO moves (id, path) VALUES ($1, $2)", id, to)
		return err
	})
}

// Warm is bad: the local function returns its error, the loop forgets it.
func (w *Worker) Warm(names []string) error {
	load := func(name string) error {
		data, err := os.ReadFile(filepath.Join(w.dir, name))
		if err != nil {
			return err
		}
		w.index[name] = data
		return nil
	}
	for _, name := range names {
		if err := load(name); err != nil { // want `is dropped: .*\(dropped\)`
			return nil
		}
	}
	return nil
}

// WarmChecked is good: the local function returns its error, the loop as well.
func (w *Worker) WarmChecked(names []string) error {
	load := func(name string) error {
		data, err := os.ReadFile(filepath.Join(w.dir, name))
		if err != nil {
			return err
		}
		w.index[name] = data
		return nil
	}
	for _, name := range names {
		if err := load(name); err != nil {
			return err
		}
	}
	return nil
}

// LoadOnce is good: the closure runs once, the captured error is returned after it.
func (w *Worker) LoadOnce(ctx context.Context, once *sync.Once, id string) (it Item, err error) {
	once.Do(func() {
		it, err = w.store.Load(ctx, id)
	})
	return it, err
}
