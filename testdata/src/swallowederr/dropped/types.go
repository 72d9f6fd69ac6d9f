package dropped

import (
	"context"
	"database/sql"
	"fmt"
	"io/fs"
)

// Item is one stored record.
type Item struct {
	ID   string
	Rev  int
	Body []byte
}

// ConflictError says that another writer was first.
type ConflictError struct {
	ID  string
	Rev int
}

func (e *ConflictError) Error() string { return fmt.Sprintf("%s: stored at revision %d", e.ID, e.Rev) }

// Store is the remote record store.
type Store interface {
	Load(ctx context.Context, id string) (Item, error)
	Save(ctx context.Context, it Item) error
	List(ctx context.Context, bucket string) ([]Item, error)
	Quota(ctx context.Context, tenant string) (int, error)
}

// Syncer copies records between the store, a database and a directory.
type Syncer struct {
	store      Store
	db         *sql.DB
	dir        string
	strict     bool
	busy       bool
	saved      int
	generation int
	state      map[string]int
	items      map[string][]Item
}

func (s *Syncer) replace(bucket string, items []Item) { s.items[bucket] = items }

func (s *Syncer) index(e fs.DirEntry) { s.state[e.Name()]++ }
