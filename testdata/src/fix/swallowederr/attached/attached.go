// Package attached returns errors that are made from text alone, where the cause is known.
package attached

import (
	"fmt"
	"os"

	"github.com/pkg/errors"
)

// A httpError may have a cause.
type httpError struct {
	text  string
	cause error
}

func (e *httpError) Error() string { return e.text }

// WithCause adds it.
func (e *httpError) WithCause(err error) *httpError {
	e.cause = err
	return e
}

func internal(format string, args ...any) *httpError {
	return &httpError{text: fmt.Sprintf(format, args...)}
}

func load(path string) error {
	if _, err := os.ReadFile(path); err != nil {
		return internal("cannot load %s", path).WithCause(err)
	}
	return nil
}

func reload(path string) error {
	if _, err := os.ReadFile(path); err != nil {
		return internal("cannot reload %s", path) // want `replaced`
	}
	return nil
}

func open(path string) error {
	if _, err := os.ReadFile(path); err != nil {
		return errors.New("cannot open") // want `replaced`
	}
	return nil
}

func reopen(path string) error {
	if _, err := os.ReadFile(path); err != nil {
		return errors.Errorf("cannot reopen %s", path) // want `replaced`
	}
	return nil
}

var errClosed = errors.New("closed")

func final(path string) error {
	if _, err := os.ReadFile(path); err != nil {
		return fmt.Errorf("%w: %s", errClosed, path) // want `replaced`
	}
	return nil
}
