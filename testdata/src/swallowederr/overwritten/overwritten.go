package overwritten

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"strconv"
	"sync"
)

// Doc is one document.
type Doc struct {
	ID   string
	Size int
}

// Index is the search index.
type Index interface {
	Full(ctx context.Context) error
	Delta(ctx context.Context, since int) error
	Put(ctx context.Context, d Doc) error
	Commit(ctx context.Context) error
}

// Indexer fills the index.
type Indexer struct {
	mu    sync.Mutex
	index Index
	db    *sql.DB
	docs  []Doc
}

// Replace is bad: the second assignment stands where the test should.
func (x *Indexer) Replace(ctx context.Context, id string) error {
	_, err := x.db.ExecContext(ctx, "DELETE FROM docs WHERE id = $1", id) // want `error from \(\*sql\.DB\)\.ExecContext is overwritten at line \d+ .*\(overwritten\)`
	_, err = x.db.ExecContext(ctx, "INSERT INTO docs (id) VALUES ($1)", id)
	return err
}

// ReplaceChecked is good: the test stands between the assignments.
func (x *Indexer) ReplaceChecked(ctx context.Context, id string) error {
	_, err := x.db.ExecContext(ctx, "DELETE FROM docs WHERE id = $1", id)
	if err != nil {
		return err
	}
	_, err = x.db.ExecContext(ctx, "INSERT INTO docs (id) VALUES ($1)", id)
	return err
}

// PutAll is bad: each round writes over the error of the one before.
func (x *Indexer) PutAll(ctx context.Context, docs []Doc) error {
	var err error
	for _, d := range docs {
		err = x.index.Put(ctx, d) // want `error from Index\.Put is overwritten at line \d+ .*\(overwritten\)`
	}
	return err
}

// PutAllChecked is good: a round that fails is the last.
func (x *Indexer) PutAllChecked(ctx context.Context, docs []Doc) error {
	var err error
	for _, d := range docs {
		if err = x.index.Put(ctx, d); err != nil {
			break
		}
	}
	return err
}

// PutAllJoined is good: each round joins its error to those before.
func (x *Indexer) PutAllJoined(ctx context.Context, docs []Doc) error {
	var err error
	for _, d := range docs {
		err = errors.Join(err, x.index.Put(ctx, d))
	}
	return err
}

// PutWhile is good: the loop's condition is the test.
func (x *Indexer) PutWhile(ctx context.Context) error {
	var err error
	for err == nil && len(x.docs) > 0 {
		err = x.index.Put(ctx, x.docs[0])
		x.docs = x.docs[1:]
	}
	return err
}

// Rebuild is bad: both branches assign, and the commit writes over both.
func (x *Indexer) Rebuild(ctx context.Context, since int) error {
	var err error
	if since == 0 {
		err = x.index.Full(ctx) // want `error from Index\.Full is overwritten at line \d+ .*\(overwritten\)`
	} else {
		err = x.index.Delta(ctx, since) // want `error from Index\.Delta is overwritten at line \d+ .*\(overwritten\)`
	}
	err = x.index.Commit(ctx)
	return err
}

// RebuildChecked is good: the branches meet in a test.
func (x *Indexer) RebuildChecked(ctx context.Context, since int) error {
	var err error
	if since == 0 {
		err = x.index.Full(ctx)
	} else {
		err = x.index.Delta(ctx, since)
	}
	if err != nil {
		return err
	}
	return x.index.Commit(ctx)
}

// RebuildOr is good: the first error was tested, the second attempt reports its own.
func (x *Indexer) RebuildOr(ctx context.Context, since int) error {
	err := x.index.Delta(ctx, since)
	if err != nil {
		err = x.index.Full(ctx)
	}
	return err
}

// Snapshot is bad: the write's error is gone before the rename.
func (x *Indexer) Snapshot(path string, data []byte) error {
	err := os.WriteFile(path+".tmp", data, 0o600) // want `error from os\.WriteFile is overwritten at line \d+ .*\(overwritten\)`
	if err = os.Rename(path+".tmp", path); err != nil {
		return err
	}
	return nil
}

// SnapshotChecked is good: each step has its own test.
func (x *Indexer) SnapshotChecked(path string, data []byte) error {
	err := os.WriteFile(path+".tmp", data, 0o600)
	if err != nil {
		return err
	}
	if err = os.Rename(path+".tmp", path); err != nil {
		return err
	}
	return nil
}

// Flush is bad: the closure, called at once, writes over the error of the save.
func (x *Indexer) Flush(ctx context.Context, d Doc) error {
	err := x.index.Put(ctx, d) // want `error from Index\.Put is overwritten at line \d+ .*\(overwritten\)`
	func() {
		x.mu.Lock()
		defer x.mu.Unlock()
		err = x.index.Commit(ctx)
	}()
	return err
}

// FlushChecked is good: the closure assigns only where no error is.
func (x *Indexer) FlushChecked(ctx context.Context, d Doc) error {
	err := x.index.Put(ctx, d)
	func() {
		x.mu.Lock()
		defer x.mu.Unlock()
		if err == nil {
			err = x.index.Commit(ctx)
		}
	}()
	return err
}

// Count is bad: any class counts here, even that of a number that does not parse.
func (x *Indexer) Count(resp *http.Response) (Doc, error) {
	var d Doc
	size, err := strconv.Atoi(resp.Header.Get("X-Size")) // want `error from strconv\.Atoi is overwritten at line \d+ .*\(overwritten\)`
	d.Size = size
	err = json.NewDecoder(resp.Body).Decode(&d)
	return d, err
}

// CountChecked is good: two variables, both are looked at.
func (x *Indexer) CountChecked(resp *http.Response) (Doc, error) {
	var d Doc
	size, sizeErr := strconv.Atoi(resp.Header.Get("X-Size"))
	d.Size = size
	err := json.NewDecoder(resp.Body).Decode(&d)
	if err != nil || sizeErr != nil {
		return d, errors.Join(err, sizeErr)
	}
	return d, nil
}

// Sync is bad: in one case of the switch the error is assigned and then written over.
func (x *Indexer) Sync(ctx context.Context, kind string, d Doc) error {
	var err error
	switch kind {
	case "delta":
		err = x.index.Delta(ctx, d.Size) // want `error from Index\.Delta is overwritten at line \d+ .*\(overwritten\)`
	case "full":
		if err = x.index.Full(ctx); err != nil {
			return err
		}
	}
	err = x.index.Put(ctx, d)
	return err
}

// SyncChecked is good: the cases meet in a test.
func (x *Indexer) SyncChecked(ctx context.Context, kind string, d Doc) error {
	var err error
	switch kind {
	case "delta":
		err = x.index.Delta(ctx, d.Size)
	case "full":
		err = x.index.Full(ctx)
	}
	if err != nil {
		return err
	}
	err = x.index.Put(ctx, d)
	return err
}

// Claims is good: what is nil says that there is an error.
func (x *Indexer) Claims(ctx context.Context, id string) (*Doc, error) {
	doc, err := x.find(ctx, id)
	if doc == nil {
		return nil, err
	}
	if err = x.index.Put(ctx, *doc); err != nil {
		return nil, err
	}
	return doc, nil
}

// ClaimsBlind is bad: nothing asks before the second call takes the variable.
func (x *Indexer) ClaimsBlind(ctx context.Context, id string) (*Doc, error) {
	doc, err := x.find(ctx, id) // want `error from .*find is overwritten at line \d+ .*\(overwritten\)`
	if err = x.index.Put(ctx, *doc); err != nil {
		return nil, err
	}
	return doc, nil
}

// Worst is good: each round has an error of its own, and the worst is kept.
// By default nothing is said of it.
func (x *Indexer) Worst(ctx context.Context, docs []Doc) error {
	var worst error
	for i, d := range docs {
		err := x.index.Put(ctx, d) // want `error from Index\.Put .*\(dropped\)`
		if worst == nil || i%2 == 0 {
			worst = err
		}
	}
	return worst
}

func (x *Indexer) find(ctx context.Context, id string) (*Doc, error) {
	row := x.db.QueryRowContext(ctx, "SELECT id FROM docs WHERE id = $1", id)
	var d Doc
	if err := row.Scan(&d.ID); err != nil {
		return nil, err
	}
	return &d, nil
}
