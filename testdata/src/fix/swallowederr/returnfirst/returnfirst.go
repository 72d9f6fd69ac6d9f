// Package returnfirst discards errors in functions that return their others, and in some that
// go on.
package returnfirst

import (
	"fmt"
	"log"
	"os"
)

type index struct{ dir string }

func (x *index) write(name string) error { return os.WriteFile(x.dir+"/"+name, nil, 0o600) }

func (x *index) touch() error { return os.WriteFile(x.dir+"/t", nil, 0o600) }

// Save returns what else fails.
func (x *index) Save() error {
	if err := x.write("a"); err != nil {
		return fmt.Errorf("writing a: %w", err)
	}
	x.write("b") // want `error from \(\*index\).write is discarded`
	return nil
}

// Load returns a result as well.
func (x *index) Load() ([]byte, error) {
	data, err := os.ReadFile(x.dir)
	if err != nil {
		return nil, fmt.Errorf("reading index: %w", err)
	}
	x.write("loaded") // want `error from \(\*index\).write is discarded`
	return data, nil
}

type entry struct{ name string }

func (x *index) find(name string) (*entry, error) {
	data, err := os.ReadFile(x.dir + "/" + name)
	if err != nil {
		return nil, err
	}
	return &entry{string(data)}, nil
}

// Copy goes on in a loop with a result that is nil then.
func (x *index) Copy(names []string) error {
	for _, name := range names {
		e, _ := x.find(name) // want `error from \(\*index\).find is discarded`
		if err := x.write(e.name); err != nil {
			return fmt.Errorf("writing a: %w", err)
		}
	}
	return nil
}

// Touch goes on by name, with a reason.
func (x *index) Touch() error {
	if err := x.write("a"); err != nil {
		return fmt.Errorf("writing a: %w", err)
	}
	_ = x.touch() // the next run does it again
	return nil
}

// Report loses others as well, and logs.
func (x *index) Report() error {
	if err := x.write("a"); err != nil {
		log.Printf("failed to write a: %v", err)
		return nil
	}
	x.write("reported") // want `error from \(\*index\).write is discarded`
	return nil
}

// Notify has no error to return.
func (x *index) Notify() {
	if err := x.write("a"); err != nil {
		log.Printf("failed to write a: %v", err)
	}
	x.write("notified") // want `error from \(\*index\).write is discarded`
}

// Find returns nothing, and no error, where it cannot read.
func (x *index) Find(name string) (string, error) {
	if err := x.touch(); err != nil {
		return "", err
	}
	data, err := os.ReadFile(x.dir + "/" + name)
	if err != nil { // want `error from os.ReadFile is dropped`
		return "", nil
	}
	return string(data), nil
}

// Names goes on with what it has.
func (x *index) Names() ([]string, error) {
	if err := x.touch(); err != nil {
		return nil, err
	}
	names := []string{"a"}
	entries, err := os.ReadDir(x.dir)
	if err != nil { // want `error from os.ReadDir is dropped`
		return names, nil
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names, nil
}

// Register uses a result that is nil where the first call fails.
func (x *index) Register(name string) error {
	e, err := x.find(name) // want `error from \(\*index\).find is overwritten`
	e.name, err = name, x.touch()
	return err
}

// Fill overwrites an error before the test that was meant for it, too: it is returned as the others are.
func (x *index) Fill() error {
	err := os.Mkdir(x.dir, 0o755)
	if err != nil {
		return fmt.Errorf("making the directory: %w", err)
	}
	err = x.write("a") // want `error from \(\*index\).write is overwritten`
	err = x.write("b")
	if err != nil {
		return fmt.Errorf("writing b: %w", err)
	}
	log.Print("filled")
	return nil
}
