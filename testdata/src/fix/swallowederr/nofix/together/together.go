// Package together has errors whose fixes are applied at once: none of them takes
// from another what that rests on.
package together

import (
	"log/slog"
	"os"
	"strconv"
)

func read(path string) (string, error) {
	data, err := os.ReadFile(path)
	return string(data), err
}

// Both calls are moved out of their statements, and would declare the same name
// there: neither is.
func hoisted(path string) (n int) {
	if text, _ := read(path); text != "" { // want `discarded`
		n++
	}
	if text, _ := read(path + ".old"); text != "" { // want `discarded`
		n++
	}
	return n
}

// One call is moved out of its statement, for nothing else has its name.
func alone(path string) (n int) {
	if words, _ := read(path); words != "" { // want `discarded`
		n++
	}
	return n
}

// The line for the error of the branch comes after another discard, whose error
// has a name of its own.
func inside(path string) string {
	text, err := read(path)
	if err != nil { // want `dropped`
		if path != "" {
			path = strconv.Quote(path)
		}
		text, _ = read(path) // want `discarded`
		return text
	}
	return text
}

// The branch is that of both errors, and the first is logged on its way there.
func either(path string) bool {
	_, err := read(path)
	if err == nil { // want `dropped`
		err = os.WriteFile(path, nil, 0o600)
	}
	if err != nil { // want `dropped`
		return false
	}
	slog.Debug("written", "path", path)
	return true
}

// The function that is deferred reads the variable.
func deferred(path string) string {
	var err error
	defer func() {
		if err != nil {
			path = ""
		}
	}()
	text, _ := read(path) // want `discarded`
	return text
}

// A literal that a package variable holds belongs to no declared function.
var sizes = func(path string) (n int) {
	if text, _ := read(path); text != "" { // want `discarded`
		n++
	}
	return n
}
