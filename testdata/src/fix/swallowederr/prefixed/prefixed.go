// Package prefixed begins the lines of its steps with their names.
package prefixed

import (
	"log"
	"os"
)

type steps struct{ dir string }

func (s *steps) moveUnit(id string) error { return os.Rename(s.dir+"/"+id, s.dir+"/old") }

func (s *steps) inc(id string) error { return os.WriteFile(s.dir+"/"+id, nil, 0o600) }

// In brackets.
func (s *steps) undo(ids []string) {
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		log.Printf("[bind backward] failed to read units: %s", err)
		return
	}
	for _, e := range entries {
		s.moveUnit(e.Name()) // want `discarded`
	}
}

// Before a dash.
func (s *steps) release(id string) {
	if _, err := os.Stat(s.dir); err != nil {
		log.Printf("BACKWARD release - failed to look for directory: %s", err)
		return
	}
	s.inc(id) // want `discarded`
}

// The lines of the literal are those of another step.
func (s *steps) both(id string) func() {
	if _, err := os.Stat(s.dir); err != nil {
		log.Printf("[forward] failed to look for directory: %s", err)
	}
	return func() {
		s.moveUnit(id) // want `discarded`
	}
}

// With an operand in it, there is no saying what it is.
func (s *steps) named(id string) {
	if _, err := os.Stat(s.dir); err != nil {
		log.Printf("[%s] failed to look for directory: %s", id, err)
	}
	s.moveUnit(id) // want `discarded`
}

// What stands before the dash is what failed.
func (s *steps) wait(id string) {
	if _, err := os.Stat(s.dir); err != nil {
		log.Printf("failed to look for directory - waiting: %s", err)
	}
	s.inc(id) // want `discarded`
}
