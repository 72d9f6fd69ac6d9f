package nofix

import (
	"errors"
	"os"
)

var errNoLedger = errors.New("no ledger")

// The error could be returned, but that changes what callers see, and they are
// not asked.
func entries(dir string) ([]string, error) {
	files, err := os.ReadDir(dir)
	if err != nil { // want `dropped`
		return nil, nil
	}
	return make([]string, len(files)), nil
}

// Callers may compare the sentinel.
func balance(path string) (int, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return 0, errNoLedger // want `replaced`
	}
	return len(data), nil
}
