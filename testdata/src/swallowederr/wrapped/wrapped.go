package wrapped

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

// Build is one artefact of a pipeline.
type Build struct {
	ID   string
	Path string
}

// Registry is the remote side that builds are pushed to.
type Registry interface {
	Push(ctx context.Context, b Build) error
	Tag(ctx context.Context, id, tag string) error
}

// PushError says which build could not be pushed, and why.
type PushError struct {
	ID  string
	Err error
}

func (e *PushError) Error() string {
	if e.Err == nil {
		return "push " + e.ID + " failed"
	}
	return "push " + e.ID + ": " + e.Err.Error()
}

func (e *PushError) Unwrap() error { return e.Err }

// Releaser publishes builds.
type Releaser struct {
	registry Registry
	db       *sql.DB
	client   *http.Client
	dir      string
	strict   bool
}

// wrap adds the operation to the error.
func (r *Releaser) wrap(op string, err error) error {
	return fmt.Errorf("releaser: %s: %w", op, err)
}

// Release is bad: the error is wrapped, and then nil is returned.
func (r *Releaser) Release(ctx context.Context, b Build) error {
	err := r.registry.Push(ctx, b)
	if err != nil { // want `error from Registry\.Push is dropped: .*\(dropped\)`
		err = fmt.Errorf("release %s: %w", b.ID, err)
		return nil
	}
	return nil
}

// ReleaseChecked is good: the wrapped error is returned.
func (r *Releaser) ReleaseChecked(ctx context.Context, b Build) error {
	err := r.registry.Push(ctx, b)
	if err != nil {
		return fmt.Errorf("release %s: %w", b.ID, err)
	}
	return nil
}

// Retag is bad: the wrapping stands alone, somebody forgot the return.
func (r *Releaser) Retag(ctx context.Context, id string) error {
	if err := r.registry.Tag(ctx, id, "latest"); err != nil { // want `error from Registry\.Tag is dropped: .*\(dropped\)`
		fmt.Errorf("tag %s: %w", id, err)
	}
	return nil
}

// RetagChecked is good: the wrapping is returned.
func (r *Releaser) RetagChecked(ctx context.Context, id string) error {
	if err := r.registry.Tag(ctx, id, "latest"); err != nil {
		return fmt.Errorf("tag %s: %w", id, err)
	}
	return nil
}

// Stage is bad: the helper wraps, and its result is let go.
func (r *Releaser) Stage(b Build) error {
	if err := os.Rename(b.Path, filepath.Join(r.dir, b.ID)); err != nil { // want `error from os\.Rename is dropped: .*\(dropped\)`
		r.wrap("stage", err)
		return nil
	}
	return nil
}

// StageChecked is good: the helper wraps, and its result is returned.
func (r *Releaser) StageChecked(b Build) error {
	if err := os.Rename(b.Path, filepath.Join(r.dir, b.ID)); err != nil {
		return r.wrap("stage", err)
	}
	return nil
}

// Promote is bad: outside strict mode the wrapped error has no reader.
func (r *Releaser) Promote(ctx context.Context, id string) error {
	_, err := r.db.ExecContext(ctx, "UPDATE builds SET stable = true WHERE id = $1", id)
	if err != nil { // want `error from \(\*sql\.DB\)\.ExecContext is dropped: .*\(dropped\)`
		wrapped := fmt.Errorf("promote %s: %w", id, err)
		if r.strict {
			return wrapped
		}
	}
	return nil
}

// PromoteLogged is good: outside strict mode the wrapped error is logged.
func (r *Releaser) PromoteLogged(ctx context.Context, id string) error {
	_, err := r.db.ExecContext(ctx, "UPDATE builds SET stable = true WHERE id = $1", id)
	if err != nil {
		wrapped := fmt.Errorf("promote %s: %w", id, err)
		if r.strict {
			return wrapped
		}
		log.Print(wrapped)
	}
	return nil
}

// PushAll is bad: the errors are joined, and nobody takes them out.
func (r *Releaser) PushAll(ctx context.Context, builds []Build) error {
	var all error
	for _, b := range builds {
		if err := r.registry.Push(ctx, b); err != nil { // want `error from Registry\.Push is dropped: .*\(dropped\)`
			all = errors.Join(all, err)
		}
	}
	return nil
}

// PushAllJoined is good: the joined errors are returned.
func (r *Releaser) PushAllJoined(ctx context.Context, builds []Build) error {
	var all error
	for _, b := range builds {
		if err := r.registry.Push(ctx, b); err != nil {
			all = errors.Join(all, err)
		}
	}
	return all
}

// PushSome is bad: the joined errors are only tested, the one returned carries none of them.
func (r *Releaser) PushSome(ctx context.Context, builds []Build) error {
	var all error
	for _, b := range builds {
		all = errors.Join(all, r.registry.Push(ctx, b))
	}
	if all != nil {
		return errors.New("some builds were not pushed") // want `error from Registry\.Push is replaced: .*\(replaced\)`
	}
	return nil
}

// PushSomeWrapped is good: the joined errors are in the one returned.
func (r *Releaser) PushSomeWrapped(ctx context.Context, builds []Build) error {
	var all error
	for _, b := range builds {
		all = errors.Join(all, r.registry.Push(ctx, b))
	}
	if all != nil {
		return fmt.Errorf("some builds were not pushed: %w", all)
	}
	return nil
}

// Upload is bad: the project's own error has a place for the cause, and it stays empty.
func (r *Releaser) Upload(ctx context.Context, b Build) error {
	if err := r.registry.Push(ctx, b); err != nil {
		return &PushError{ID: b.ID} // want `error from Registry\.Push is replaced: .*\(replaced\)`
	}
	return nil
}

// UploadWrapped is good: the project's own error carries the cause.
func (r *Releaser) UploadWrapped(ctx context.Context, b Build) error {
	if err := r.registry.Push(ctx, b); err != nil {
		return &PushError{ID: b.ID, Err: err}
	}
	return nil
}

// Manifest is good: the text of the error is in the new one, though it does not wrap it.
func (r *Releaser) Manifest(id string) ([]byte, error) {
	data, err := os.ReadFile(filepath.Join(r.dir, id, "manifest"))
	if err != nil {
		return nil, errors.New("manifest of " + id + ": " + err.Error())
	}
	return data, nil
}

// Digest is good: the verb is another one, the text is the same.
func (r *Releaser) Digest(id string) (string, error) {
	data, err := os.ReadFile(filepath.Join(r.dir, id, "digest"))
	if err != nil {
		return "", fmt.Errorf("digest of %s: %v", id, err)
	}
	return string(data), nil
}

// Probe is good: the text of the error is the answer.
func (r *Releaser) Probe(url string) string {
	resp, err := r.client.Get(url)
	if err != nil {
		return "unreachable: " + err.Error()
	}
	defer resp.Body.Close()
	return resp.Status
}

// Create is good: the text says that the row is there, the others are returned.
func (r *Releaser) Create(ctx context.Context, id string) error {
	_, err := r.db.ExecContext(ctx, "INSERT INTO builds (id) VALUES ($1)", id)
	if err != nil && strings.Contains(err.Error(), "duplicate key") {
		return nil
	}
	return err
}
