package rangefunc

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"iter"
	"log"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"slices"
)

// Chunk is one part of a file.
type Chunk struct {
	Key  string
	Data []byte
}

// Backend is the remote side.
type Backend interface {
	Get(ctx context.Context, key string) (Chunk, error)
	Put(ctx context.Context, c Chunk) error
	Chunks(ctx context.Context, prefix string) iter.Seq2[Chunk, error]
}

// Mover moves chunks.
type Mover struct {
	from, to Backend
	db       *sql.DB
	client   *http.Client
	dir      string
	queue    map[string]Chunk
	moved    int
}

// Keys yields the keys of the queue, in order.
func (m *Mover) Keys() iter.Seq[string] {
	return slices.Values(slices.Sorted(maps.Keys(m.queue)))
}

// Move is bad: a chunk that cannot be read is skipped in the loop's body.
func (m *Mover) Move(ctx context.Context) error {
	for key := range m.Keys() {
		c, err := m.from.Get(ctx, key)
		if err != nil { // want `error from Backend\.Get is dropped: .*\(dropped\)`
			continue
		}
		m.queue[key] = c
	}
	return nil
}

// MoveLogged is good: the skipped chunk is logged.
func (m *Mover) MoveLogged(ctx context.Context) error {
	for key := range m.Keys() {
		c, err := m.from.Get(ctx, key)
		if err != nil {
			log.Printf("move %s: %v", key, err)
			continue
		}
		m.queue[key] = c
	}
	return nil
}

// Push is bad: the return inside the body is one of success.
func (m *Mover) Push(ctx context.Context) error {
	for _, c := range maps.All(m.queue) {
		if err := m.to.Put(ctx, c); err != nil { // want `error from Backend\.Put is dropped: .*\(dropped\)`
			return nil
		}
		m.moved++
	}
	return nil
}

// PushChecked is good: the return inside the body carries the error.
func (m *Mover) PushChecked(ctx context.Context) error {
	for _, c := range maps.All(m.queue) {
		if err := m.to.Put(ctx, c); err != nil {
			return err
		}
		m.moved++
	}
	return nil
}

// Drain is bad: the break leaves the body, and the error with it.
func (m *Mover) Drain(ctx context.Context) (int, error) {
	for key := range m.Keys() {
		if err := m.to.Put(ctx, m.queue[key]); err != nil { // want `error from Backend\.Put is dropped: .*\(dropped\)`
			break
		}
		delete(m.queue, key)
	}
	return len(m.queue), nil
}

// DrainChecked is good: the variable outside the body is read after the break.
func (m *Mover) DrainChecked(ctx context.Context) (int, error) {
	var err error
	for key := range m.Keys() {
		if err = m.to.Put(ctx, m.queue[key]); err != nil {
			break
		}
		delete(m.queue, key)
	}
	return len(m.queue), err
}

// Copy is bad: the iterator's own error is taken for the end of the sequence.
func (m *Mover) Copy(ctx context.Context, prefix string) error {
	for c, err := range m.from.Chunks(ctx, prefix) {
		if err != nil { // want `is dropped: .*\(dropped\)`
			break
		}
		if err := m.to.Put(ctx, c); err != nil {
			return err
		}
	}
	return nil
}

// CopyChecked is good: the iterator's own error is returned.
func (m *Mover) CopyChecked(ctx context.Context, prefix string) error {
	for c, err := range m.from.Chunks(ctx, prefix) {
		if err != nil {
			return err
		}
		if err := m.to.Put(ctx, c); err != nil {
			return err
		}
	}
	return nil
}

// Preload is bad: the blank in the body makes empty chunks of those that cannot be read.
func (m *Mover) Preload(ctx context.Context) {
	for key := range m.Keys() {
		c, _ := m.from.Get(ctx, key) // want `error from Backend\.Get is discarded: .*\(discarded\)`
		m.queue[key] = c
	}
}

// PreloadChecked is good: the errors of the body are joined and returned.
func (m *Mover) PreloadChecked(ctx context.Context) error {
	var errs []error
	for key := range m.Keys() {
		c, err := m.from.Get(ctx, key)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		m.queue[key] = c
	}
	return errors.Join(errs...)
}

// SyncJoined is good: each round of the body joins its error to those before.
func (m *Mover) SyncJoined(ctx context.Context) error {
	var err error
	for key := range m.Keys() {
		err = errors.Join(err, m.to.Put(ctx, m.queue[key]))
	}
	return err
}

// Download is bad: the error returned out of the body does not carry the cause.
func (m *Mover) Download(base string) error {
	for key := range m.Keys() {
		resp, err := m.client.Get(base + "/" + key)
		if err != nil {
			return fmt.Errorf("download of %s failed", key) // want `error from \(\*http\.Client\)\.Get is replaced: .*\(replaced\)`
		}
		resp.Body.Close()
	}
	return nil
}

// DownloadWrapped is good: the error returned out of the body carries the cause.
func (m *Mover) DownloadWrapped(base string) error {
	for key := range m.Keys() {
		resp, err := m.client.Get(base + "/" + key)
		if err != nil {
			return fmt.Errorf("download of %s failed: %w", key, err)
		}
		resp.Body.Close()
	}
	return nil
}

// Index is bad: the body logs which key, not why.
func (m *Mover) Index(ctx context.Context) {
	for key := range m.Keys() {
		_, err := m.db.ExecContext(ctx, "INSERT INTO chunks (key) VALUES ($1)", key)
		if err != nil {
			log.Printf("chunk %s not indexed", key) // want `error from \(\*sql\.DB\)\.ExecContext is missing from the line logged for it.*\(novalue\)`
		}
	}
}

// IndexValue is good: the body logs which key, and why.
func (m *Mover) IndexValue(ctx context.Context) {
	for key := range m.Keys() {
		_, err := m.db.ExecContext(ctx, "INSERT INTO chunks (key) VALUES ($1)", key)
		if err != nil {
			log.Printf("chunk %s not indexed: %v", key, err)
		}
	}
}

// Verify is bad: the inner body jumps to the outer loop and leaves the error behind.
func (m *Mover) Verify(ctx context.Context, groups iter.Seq[iter.Seq[string]]) error {
groups:
	for group := range groups {
		for key := range group {
			c, err := m.to.Get(ctx, key)
			if err != nil { // want `error from Backend\.Get is dropped: .*\(dropped\)`
				continue groups
			}
			m.moved += len(c.Data)
		}
	}
	return nil
}

// VerifyChecked is good: the inner body assigns the named result before it jumps out.
func (m *Mover) VerifyChecked(ctx context.Context, groups iter.Seq[iter.Seq[string]]) (err error) {
groups:
	for group := range groups {
		for key := range group {
			var c Chunk
			c, err = m.to.Get(ctx, key)
			if err != nil {
				break groups
			}
			m.moved += len(c.Data)
		}
	}
	return
}

// Merge is good: the end of each file is the sentinel, the body returns the rest.
func (m *Mover) Merge(dst io.Writer, files iter.Seq[*os.File]) error {
	buf := make([]byte, 512)
	for f := range files {
		n, err := io.ReadFull(f, buf)
		if errors.Is(err, io.EOF) {
			continue
		}
		if err != nil {
			return err
		}
		if _, err := dst.Write(buf[:n]); err != nil {
			return err
		}
	}
	return nil
}

// Files is good: what goes wrong is yielded to the caller's body.
func (m *Mover) Files() iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		for key := range m.Keys() {
			data, err := os.ReadFile(filepath.Join(m.dir, key))
			if err != nil {
				yield(nil, err)
				return
			}
			if !yield(data, nil) {
				return
			}
		}
	}
}
