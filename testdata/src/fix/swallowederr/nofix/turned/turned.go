// Package turned tests the wrong way round: the branch for no error tells of it.
package turned

import (
	"errors"
	"log"
	"os"
)

func write(path string) error { return os.WriteFile(path, nil, 0o600) }

// The error is nil where it is logged.
func all(paths []string) error {
	var errs error
	for _, path := range paths {
		err := write(path)
		if err == nil { // want `dropped`
			log.Printf("failed to write %s: %v", path, err)
			errs = errors.Join(errs, err)
		}
	}
	return errs
}
