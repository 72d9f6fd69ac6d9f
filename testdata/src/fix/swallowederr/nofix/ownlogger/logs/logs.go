// Package logs writes to a file.
package logs

import (
	"log"
	"os"
)

var out = log.Default()

// Build opens the file.
func Build(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	out = log.New(f, "", 0)
	return nil
}

// Errorf writes a line.
func Errorf(format string, args ...any) { out.Printf(format, args...) }
