// Package own writes with functions of its own.
package own

import (
	"log"
	"os"
)

// warnf writes a warning.
func warnf(format string, args ...any) { log.Printf("warning: "+format, args...) }

// A line as this package writes it.
func tidy(path string) {
	if err := os.Rename(path, path+".old"); err != nil {
		warnf("error renaming %s: %v", path, err)
	}
	if err := os.Chmod(path, 0o600); err != nil {
		warnf("error protecting file: %v", err)
	}
}

var failed = make(map[string]bool)

// markFailed logs, and does more than that: it is no example for a line.
func markFailed(id string, err error) {
	failed[id] = true
	log.Printf("%s failed: %v", id, err)
}

// What more it does is done where that is meant.
func publish(id string) {
	if err := os.Rename(id, id+".public"); err != nil {
		markFailed(id, err)
		return
	}
	os.WriteFile(id+".index", nil, 0o600) // want `discarded`
}

type reply struct{ status int }

// Error logs, and answers.
func (r *reply) Error(err error, msg string) {
	r.status = 500
	log.Printf("%s: %v", msg, err)
}

// A reply is no logger, though its Error writes a line.
func (r *reply) send(path string) {
	if err := os.Rename(path, path+".sent"); err != nil {
		r.Error(err, "cannot send")
		return
	}
	os.WriteFile(path+".log", nil, 0o600) // want `discarded`
}

// The write is lost.
func mark(path string) {
	os.WriteFile(path, nil, 0o600) // want `discarded`
	warnf("marked %s", path)
}
