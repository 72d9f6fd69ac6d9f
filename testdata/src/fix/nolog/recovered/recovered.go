// Package recovered recovers panics.
package recovered

import (
	"log/slog"
	"runtime/debug"
)

// The panic is dropped.
func quiet(f func()) {
	defer func() {
		recover() // want `recovered`
	}()
	slog.Info("running")
	f()
}

// The panic is tested, and dropped.
func tested(f func()) (ok bool) {
	defer func() {
		if r := recover(); r != nil { // want `recovered`
			ok = false
		}
	}()
	f()
	return true
}

// The line lacks the panic.
func bare(f func()) {
	defer func() {
		if r := recover(); r != nil { // want `recovered`
			slog.Error("job panicked")
		}
	}()
	f()
}

// The line lacks the panic, and has its stack.
func stacked(f func()) {
	defer func() {
		if r := recover(); r != nil { // want `recovered`
			slog.Error("job panicked", "stack", debug.Stack())
		}
	}()
	f()
}
