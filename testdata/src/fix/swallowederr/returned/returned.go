// Package returned can return its errors: that comes second, after a line,
// but for an error that is made on the spot.
package returned

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
)

var errNoLedger = errors.New("no ledger")

// An error as this package wraps them.
func head(path string) (string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return "", fmt.Errorf("reading ledger: %w", err)
	}
	return string(data), nil
}

func tail(path string) (string, error) {
	data, err := os.ReadFile(path + ".1")
	if err != nil {
		return "", fmt.Errorf("reading older ledger: %w", err)
	}
	return string(data), nil
}

// A line as this package writes it.
func opened(path string) { slog.Info("opened ledger", "path", path) }

// The error is not returned, though it could be.
func entries(dir string) ([]string, error) {
	files, err := os.ReadDir(dir)
	if err != nil { // want `dropped`
		return nil, nil
	}
	return make([]string, len(files)), nil
}

// Another error is made on the spot.
func ledger(dir, year string) (string, error) {
	data, err := os.ReadFile(filepath.Join(dir, year))
	if err != nil {
		return "", fmt.Errorf("ledger of %s is not there", year) // want `replaced`
	}
	return string(data), nil
}

// A sentinel is returned in its place.
func balance(path string) (int, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return 0, errNoLedger // want `replaced`
	}
	return len(data), nil
}

// Nothing takes the error.
func close(path string) (n int, err error) {
	os.WriteFile(path, []byte("closed"), 0o600) // want `discarded`
	data, err := os.ReadFile(path)
	return len(data), err
}
