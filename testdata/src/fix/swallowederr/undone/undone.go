// Package undone discards errors in functions that return their others: in some of them a return
// would leave something undone, or take the place of what is on its way.
package undone

import (
	"fmt"
	"log"
	"os"
	"sync"
)

type index struct {
	dir string
	mu  sync.Mutex
}

func (x *index) write(name string) error { return os.WriteFile(x.dir+"/"+name, nil, 0o600) }

// Locked gives the lock back at its end.
func (x *index) Locked() error {
	x.mu.Lock()
	if err := x.write("a"); err != nil {
		x.mu.Unlock()
		return fmt.Errorf("writing a: %w", err)
	}
	x.write("b") // want `error from \(\*index\).write is discarded`
	x.mu.Unlock()
	return nil
}

// Deferred gives it back however it ends.
func (x *index) Deferred() error {
	x.mu.Lock()
	defer x.mu.Unlock()
	if err := x.write("a"); err != nil {
		return fmt.Errorf("writing a: %w", err)
	}
	x.write("b") // want `error from \(\*index\).write is discarded`
	return nil
}

// Each goes on with the others.
func (x *index) Each(names []string) error {
	if err := x.write("a"); err != nil {
		return fmt.Errorf("writing a: %w", err)
	}
	for _, name := range names {
		x.write(name) // want `error from \(\*index\).write is discarded`
	}
	return nil
}

// Failed has another error to return.
func (x *index) Failed() error {
	if err := x.write("a"); err != nil {
		x.write("failed") // want `error from \(\*index\).write is discarded`
		return fmt.Errorf("writing a: %w", err)
	}
	return nil
}

// Named has one in its result.
func (x *index) Named() (err error) {
	if err = x.write("a"); err != nil {
		err = fmt.Errorf("writing a: %w", err)
	}
	x.write("named") // want `error from \(\*index\).write is discarded`
	return err
}

// Report has a line of this package.
func (x *index) Report() {
	if err := x.write("a"); err != nil {
		log.Printf("failed to write a: %v", err)
	}
}
