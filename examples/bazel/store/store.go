// Package store keeps notes in files.
package store

import (
	"log"
	"os"
)

// Save writes a note, and logs what goes wrong.
func Save(name string, text []byte) error {
	err := os.WriteFile(name, text, 0o600)
	if err != nil {
		log.Printf("cannot save %s: %v", name, err)
	}
	return err
}

// Move gives a note another name, and leaves it to its caller to log what goes wrong.
func Move(from, to string) error {
	return os.Rename(from, to)
}
