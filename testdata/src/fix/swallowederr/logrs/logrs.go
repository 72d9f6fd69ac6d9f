// Package logrs writes with logr.
package logrs

import (
	"os"

	"github.com/go-logr/logr"
)

type keeper struct{ log logr.Logger }

// A line as this package writes it.
func (k *keeper) tidy(path string) {
	if err := os.Rename(path, path+".old"); err != nil {
		k.log.Error(err, "failed to tidy")
	}
}

// A file is missing from the list.
func (k *keeper) list(paths []string) (all []string) {
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil { // want `dropped`
			continue
		}
		all = append(all, string(data))
	}
	return all
}

// The line lacks the error.
func (k *keeper) keep(path string) {
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		k.log.Error(nil, "failed to keep", "path", path) // want `novalue`
	}
}
