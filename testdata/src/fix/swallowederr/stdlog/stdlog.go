// Package stdlog writes with package log.
package stdlog

import (
	"log"
	"os"
)

// A line as this package writes it.
func clean(dir string) {
	if err := os.RemoveAll(dir); err != nil {
		log.Printf("Could not remove directory: %s", err)
	}
}

// A file of the list is skipped.
func lines(paths []string) (all []string) {
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil { // want `dropped`
			continue
		}
		all = append(all, string(data))
	}
	return all
}

// The write is lost.
func save(path string, data []byte) {
	os.WriteFile(path, data, 0o600) // want `discarded`
	log.Printf("Saved %s", path)
}

// The line lacks the error.
func move(from, to string) {
	if err := os.Rename(from, to); err != nil {
		log.Printf("Could not move %s.\n", from) // want `novalue`
	}
}
