// Package store reads and writes for the package that imports it.
package store

import (
	"errors"
	"log/slog"
	"os"
	"strconv"
)

// Save writes a file.
func Save(name string, data []byte) error { return os.WriteFile(name, data, 0o600) }

// SaveLogged writes a file, and logs when it cannot.
func SaveLogged(name string, data []byte) error {
	if err := os.WriteFile(name, data, 0o600); err != nil {
		slog.Error("cannot write", "name", name, "err", err)
		return err
	}
	return nil
}

// Number computes.
func Number(text string) (int, error) { return strconv.Atoi(text) }

// Checked computes, and says in its own words what is wrong.
func Checked(n int) error {
	if n < 0 {
		return errors.New("negative")
	}
	return nil
}

// Never has an error result for the sake of an interface.
func Never(n int) error { return nil }

// SaveOrLog logs what another way would lose.
func SaveOrLog(name string, data []byte) error {
	err := SaveLogged(name, data)
	if err != nil {
		return err
	}
	return Checked(len(data))
}
