// Package firstkept keeps the first of several errors, and returns it.
package firstkept

import (
	"fmt"
	"log"
	"os"
)

func changed() bool { return false }

// Only has one step: there is no earlier error that could be kept.
func Only(path string) (err error) {
	if changed() {
		if e := os.Truncate(path, 0); err == nil {
			err = e
		}
	}
	return err
}

// First is the first step of two, and cannot be lost; the second is lost only where the first is
// returned, which is not worth a change.
func First(path, to string) (err error) {
	if e := os.Truncate(path, 0); err == nil {
		err = e
	}
	if e := os.Rename(path, to); err == nil { // want `error from os\.Rename is dropped: the path returning at line \d+ never looks at it`
		err = e
	}
	return err
}

// Kept is the same with variables.
func Kept(path, to string) error {
	err := os.Truncate(path, 0)
	if e := os.Rename(path, to); err == nil { // want `error from os\.Rename is dropped: the path returning at line \d+ never looks at it`
		err = e
	}
	return err
}

// Lost asks for something else than an error before it.
func Lost(path, to string, dry bool) (err error) {
	if e := os.Rename(path, to); dry { // want `error from os\.Rename is dropped: the path returning at line \d+ never looks at it`
		return nil
	} else {
		err = e
	}
	return err
}

// Swapped keeps it where the first went well, and returns the first.
func Swapped(path, to string) error {
	first := os.Truncate(path, 0)
	second := os.Rename(path, to) // want `error from os\.Rename is dropped: the path returning at line \d+ never looks at it`
	if first == nil {
		return first
	}
	return second // want `error from os\.Truncate is replaced`
}

// Other returns the error of another step, which may be none.
func Other(path, to string) error {
	first := os.Truncate(path, 0) // want `error from os\.Truncate is dropped: the path returning at line \d+ never looks at it`
	second := os.Rename(path, to) // want `error from os\.Rename is dropped`
	if changed() {
		return first
	}
	return second
}

// Both returns one of two at random.
func Both(path, to string) error {
	first := os.Truncate(path, 0)
	second := os.Rename(path, to) // want `error from os\.Rename is dropped: the path returning at line \d+ never looks at it`
	if first != nil {
		return first
	}
	return second
}

// Closed closes what could not be written to, and returns why it could not.
func Closed(f *os.File, b []byte) error {
	_, err := f.Write(b)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return fmt.Errorf("saving: %w", err)
	}
	return nil
}

// ClosedLast closes what was written to, and forgets how that went.
func ClosedLast(name string, b []byte, quiet bool) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	if _, err := f.Write(b); err != nil {
		return err
	}
	err = f.Close() // want `error from \(\*os\.File\)\.Close is dropped: the path returning at line \d+ never looks at it`
	if quiet {
		return nil
	}
	return err
}

// there (bad): whether it can be opened is told, and never why not.
func there(path string) bool {
	_, err := os.ReadDir(path) // want `error from os\.ReadDir is dropped: only whether it is nil is returned at line \d+`
	return err == nil
}

// thereLogged (good): the reason is in a line.
func thereLogged(path string) bool {
	_, err := os.ReadDir(path)
	if err != nil {
		log.Printf("reading %s: %v", path, err)
	}
	return err == nil
}
