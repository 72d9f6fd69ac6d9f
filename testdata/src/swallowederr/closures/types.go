package closures

import (
	"context"
	"database/sql"
	"sync"
)

// Item is one stored record.
type Item struct{ ID, Path string }

// Store is the remote record store.
type Store interface {
	Load(ctx context.Context, id string) (Item, error)
	Save(ctx context.Context, it Item) error
}

// Worker does the work of one node.
type Worker struct {
	mu     sync.Mutex
	store  Store
	db     *sql.DB
	dir    string
	strict bool
	saved  int
	index  map[string][]byte
}

// locked runs f while the worker is locked.
func (w *Worker) locked(f func()) {
	w.mu.Lock()
	defer w.mu.Unlock()
	f()
}

// inTx runs f in a transaction and commits when it succeeds.
func (w *Worker) inTx(ctx context.Context, f func(tx *sql.Tx) error) error {
	tx, err := w.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if err := f(tx); err != nil {
		return err
	}
	return tx.Commit()
}

// group runs functions side by side and keeps the first error.
type group struct {
	wg   sync.WaitGroup
	once sync.Once
	err  error
}

// Go runs f in a goroutine of the group.
func (g *group) Go(f func() error) {
	g.wg.Go(func() {
		if err := f(); err != nil {
			g.once.Do(func() { g.err = err })
		}
	})
}

// Wait waits for all functions and returns the first error.
func (g *group) Wait() error {
	g.wg.Wait()
	return g.err
}
