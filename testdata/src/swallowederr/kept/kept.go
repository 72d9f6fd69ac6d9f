// Package kept holds errors that are kept for later in one of the ways in
// which Go programs do it; all but the marked ones reach somebody.
package kept

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
)

// Part is a piece of a file.
type Part struct {
	Name string
	Data []byte
}

// Source gives parts.
type Source interface {
	Part(ctx context.Context, i int) (Part, error)
}

// writer keeps its first error, as a bufio.Writer does.
type writer struct {
	w   io.Writer
	n   int
	err error
}

// write does nothing once there has been an error (good).
func (w *writer) write(p []byte) {
	if w.err != nil {
		return
	}
	n, err := w.w.Write(p)
	w.n += n
	if err != nil {
		w.err = err
	}
}

// writeFlag only keeps that there was one.
type writeFlag struct {
	f      *os.File
	failed bool
}

// write is bad: the flag is all that is kept.
func (w *writeFlag) write(p []byte) {
	if w.failed {
		return
	}
	if _, err := w.f.Write(p); err != nil { // want `error from \(\*os\.File\)\.Write is dropped: .*\(dropped\)`
		w.failed = true
	}
}

// flush gives what was kept (good).
func (w *writer) flush() error { return w.err }

// Join is good: the writer keeps the error, and flush gives it.
func Join(out io.Writer, parts []Part) error {
	w := &writer{w: out}
	for _, p := range parts {
		w.write(p.Data)
	}
	return w.flush()
}

// Save is good: a deferred function puts the error of Close into the result.
func Save(path string, p Part) (err error) {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() {
		if cerr := f.Close(); cerr != nil && err == nil {
			err = cerr
		}
	}()
	_, err = f.Write(p.Data)
	return err
}

// SaveJoined is good: with errors.Join.
func SaveJoined(path string, p Part) (err error) {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	_, err = f.Write(p.Data)
	return err
}

// SaveHelped is good: by a helper that is given the address of the result.
func SaveHelped(path string, p Part) (err error) {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer closing(f, &err)
	_, err = f.Write(p.Data)
	return err
}

func closing(c io.Closer, err *error) {
	if cerr := c.Close(); cerr != nil && *err == nil {
		*err = cerr
	}
}

// Insert is good: the deferred function commits or rolls back, and sets the result.
func Insert(ctx context.Context, db *sql.DB, p Part) (err error) {
	tx, err := db.BeginTx(ctx, nil)
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
	_, err = tx.ExecContext(ctx, "INSERT INTO parts VALUES ($1)", p.Name)
	return
}

// InsertAll is good: the first error wins, the loop goes on.
func InsertAll(ctx context.Context, db *sql.DB, parts []Part) error {
	var first error
	for _, p := range parts {
		_, err := db.ExecContext(ctx, "INSERT INTO parts VALUES ($1)", p.Name)
		if err != nil && first == nil {
			first = fmt.Errorf("part %s: %w", p.Name, err)
		}
	}
	return first
}

// InsertLast is bad: the first error is kept, and the function forgets it.
func InsertLast(ctx context.Context, db *sql.DB, parts []Part) (n int) {
	var first error
	for _, p := range parts {
		_, err := db.ExecContext(ctx, "INSERT INTO parts VALUES ($1)", p.Name)
		if err != nil && first == nil { // want `error from \(\*sql\.DB\)\.ExecContext is dropped: .*\(dropped\)`
			first = err
			continue
		}
		n++
	}
	return n
}

// once loads a part the first time it is asked for.
type once struct {
	do   sync.Once
	part Part
	err  error
}

// get is good: every caller gets the error of the first.
func (o *once) get(ctx context.Context, src Source) (Part, error) {
	o.do.Do(func() { o.part, o.err = src.Part(ctx, 0) })
	return o.part, o.err
}

// load is good: OnceValues keeps both.
func load(path string) func() ([]byte, error) {
	return sync.OnceValues(func() ([]byte, error) { return os.ReadFile(path) })
}

// iterator goes over the parts of a source, as sql.Rows does over rows.
type iterator struct {
	src  Source
	i    int
	part Part
	err  error
}

// next is good: the error is for Err to give.
func (it *iterator) next(ctx context.Context) bool {
	part, err := it.src.Part(ctx, it.i)
	if errors.Is(err, io.EOF) {
		return false
	}
	if err != nil {
		it.err = err
		return false
	}
	it.i, it.part = it.i+1, part
	return true
}

// Err gives the error that ended the iteration (good).
func (it *iterator) Err() error { return it.err }

// nextQuiet is bad: the end and the error are the same false.
func (it *iterator) nextQuiet(ctx context.Context) bool {
	part, err := it.src.Part(ctx, it.i)
	if err != nil { // want `error from Source\.Part is dropped: .*\(dropped\)`
		return false
	}
	it.i, it.part = it.i+1, part
	return true
}

// result is a part or the error in its place.
type result struct {
	Part Part
	Err  error
}

// All is good: each result has the error of its part.
func All(ctx context.Context, src Source, n int) []result {
	results := make([]result, n)
	for i := range results {
		p, err := src.Part(ctx, i)
		results[i] = result{Part: p, Err: err}
	}
	return results
}

// Future is good: the error is in the struct that the goroutine closes over.
func Future(ctx context.Context, src Source) func() (Part, error) {
	var r result
	done := make(chan struct{})
	go func() {
		defer close(done)
		r.Part, r.Err = src.Part(ctx, 0)
	}()
	return func() (Part, error) {
		<-done
		return r.Part, r.Err
	}
}
