// Package audit is handed errors by the package that imports it.
package audit

import (
	"errors"
	"log/slog"
	"os"
)

var failures int

// Count counts an error, and forgets it.
func Count(err error) {
	if err != nil {
		failures++
	}
}

// Note logs an error.
func Note(err error) {
	if err != nil {
		slog.Error("failed", "err", err)
	}
}

// Gone says what kind of error it is given.
func Gone(err error) bool { return errors.Is(err, os.ErrNotExist) }

// Failed says only whether there is an error.
func Failed(err error) bool { return err != nil }

// Kept is a list of errors.
var Kept []error

// Keep keeps an error.
func Keep(err error) { Kept = append(Kept, err) }

// Wrap adds text.
func Wrap(err error) error { return errors.Join(errors.New("audit"), err) }
