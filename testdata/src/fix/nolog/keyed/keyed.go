// Package keyed writes with functions that take any values, of which the first is
// the message and the others are keys and values.
package keyed

import (
	"os"

	"fix/nolog/keyed/lines"
)

// A line as this package writes it.
func remove(name string) {
	if err := os.Remove(name); err != nil {
		lines.Error("Cannot remove file", "name", name, err)
	}
}

// The panic is dropped.
func run(f func()) {
	defer func() {
		recover() // want `recovered`
	}()
	f()
}
