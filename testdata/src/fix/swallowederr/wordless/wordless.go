// Package wordless writes no lines: what fails is returned, or left to whoever calls it.
package wordless

import (
	"fmt"
	"os"
)

type index struct{ dir string }

// Open returns what fails.
func Open(dir string) (*index, error) {
	if _, err := os.ReadDir(dir); err != nil {
		return nil, fmt.Errorf("reading index: %w", err)
	}
	os.WriteFile(dir+"/lock", nil, 0o600) // want `error from os.WriteFile is discarded`
	return &index{dir}, nil
}

// Conclude returns another.
func Conclude(path string) (n int, err error) {
	os.WriteFile(path, []byte("concluded"), 0o600) // want `discarded`
	data, err := os.ReadFile(path)
	return len(data), err
}

// Touch discards it by name.
func (x *index) Touch() error {
	if _, err := os.ReadDir(x.dir); err != nil {
		return fmt.Errorf("reading index: %w", err)
	}
	_ = os.WriteFile(x.dir+"/touched", nil, 0o600) // nobody minds
	return nil
}
