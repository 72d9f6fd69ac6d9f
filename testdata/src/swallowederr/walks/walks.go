// Package walks holds callbacks that can return an error, and whether anybody
// learns of it.
package walks

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Indexer reads a tree of documents.
type Indexer struct {
	root string
	db   *sql.DB
	docs map[string]string
}

// Tree is bad: a document that cannot be read is missing from the index, and the walk succeeds.
func (x *Indexer) Tree() error {
	return filepath.WalkDir(x.root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil { // want `error from os\.ReadFile is dropped: .*\(dropped\)`
			return nil
		}
		x.docs[path] = string(data)
		return nil
	})
}

// TreeSkipped is good: what is left out is said.
func (x *Indexer) TreeSkipped() error {
	return filepath.WalkDir(x.root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			log.Printf("left out: %v", err)
			return nil
		}
		x.docs[path] = string(data)
		return nil
	})
}

// Sizes is good: entries that cannot be read are skipped, as WalkDir's callers are used to.
func (x *Indexer) Sizes() (total int64, err error) {
	err = filepath.WalkDir(x.root, func(_ string, d fs.DirEntry, err error) error {
		if err != nil {
			return nil
		}
		if info, err := d.Info(); err == nil {
			total += info.Size()
		}
		return nil
	})
	return total, err
}

// Links is bad: SkipDir is an error in name only, and says nothing of the one in whose place it is returned.
func (x *Indexer) Links() (links []string, err error) {
	err = fs.WalkDir(os.DirFS(x.root), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		entries, err := os.ReadDir(filepath.Join(x.root, path))
		if err != nil {
			return fs.SkipDir // want `error from os\.ReadDir is replaced: .*\(replaced\)`
		}
		links = append(links, fmt.Sprint(len(entries)))
		return nil
	})
	return links, err
}

// LinksGone is good: only the directory that went away meanwhile is skipped.
func (x *Indexer) LinksGone() (links []string, err error) {
	err = fs.WalkDir(os.DirFS(x.root), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		entries, err := os.ReadDir(filepath.Join(x.root, path))
		if errors.Is(err, fs.ErrNotExist) {
			return fs.SkipDir
		}
		if err != nil {
			return err
		}
		links = append(links, fmt.Sprint(len(entries)))
		return nil
	})
	return links, err
}

// inTx runs do in a transaction, and gives back what it returns.
func (x *Indexer) inTx(ctx context.Context, do func(tx *sql.Tx) error) error {
	tx, err := x.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := do(tx); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

// Rename is bad: the callback says that all is well, and half a change is committed.
func (x *Indexer) Rename(ctx context.Context, from, to string) error {
	return x.inTx(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, "UPDATE docs SET path = $1 WHERE path = $2", to, from); err != nil { // want `error from \(\*sql\.Tx\)\.ExecContext is dropped: .*\(dropped\)`
			return nil
		}
		_, err := tx.ExecContext(ctx, "UPDATE links SET path = $1 WHERE path = $2", to, from)
		return err
	})
}

// RenameBoth is good: the callback returns, its caller rolls back and returns.
func (x *Indexer) RenameBoth(ctx context.Context, from, to string) error {
	return x.inTx(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, "UPDATE docs SET path = $1 WHERE path = $2", to, from); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, "UPDATE links SET path = $1 WHERE path = $2", to, from)
		return err
	})
}

// Titles is good: the rows are asked in the end whether there was an error.
func (x *Indexer) Titles(ctx context.Context) (titles []string, err error) {
	rows, err := x.db.QueryContext(ctx, "SELECT title FROM docs")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var title string
		if err := rows.Scan(&title); err != nil {
			return nil, err
		}
		titles = append(titles, title)
	}
	return titles, rows.Err()
}

// TitlesUnasked is bad: nobody asks the rows why there are no more.
func (x *Indexer) TitlesUnasked(ctx context.Context) (titles []string, err error) {
	rows, err := x.db.QueryContext(ctx, "SELECT title FROM docs")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() { // want `error from \(\*sql\.Rows\)\.Next is discarded: it is kept, and the path returning at line \d+ does not ask Err for it; what was read until then is taken for all there is \(discarded\)`
		var title string
		if err := rows.Scan(&title); err != nil {
			return nil, err
		}
		titles = append(titles, title)
	}
	return titles, nil
}

// Words is good: the scanner is asked in the end.
func Words(path string) (n int, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		n += len(strings.Fields(sc.Text()))
	}
	return n, sc.Err()
}

// WordsUnasked is bad: half a file is counted as the whole.
func WordsUnasked(path string) (n int, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	for sc := bufio.NewScanner(f); sc.Scan(); { // want `error from \(\*bufio\.Scanner\)\.Scan is discarded: it is kept, and the path returning at line \d+ does not ask Err for it; what was read until then is taken for all there is \(discarded\)`
		n += len(strings.Fields(sc.Text()))
	}
	return n, nil
}

// Oldest is good: a comparison has no place for an error, what is gone sorts first.
func Oldest(paths []string) {
	slices.SortFunc(paths, func(a, b string) int {
		left, err := os.Stat(a)
		if err != nil {
			return -1
		}
		right, err := os.Stat(b)
		if err != nil {
			return 1
		}
		return left.ModTime().Compare(right.ModTime())
	})
}
