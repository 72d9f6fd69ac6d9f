// Package order has calls that stand behind others. One is taken out of its
// condition only where it is the first thing that happens there anyway.
package order

import (
	"context"
	"log/slog"
	"os"
)

type Store struct {
	next *Store
	path string
}

func (s *Store) keep(ctx context.Context) error {
	slog.DebugContext(ctx, "keeping", "path", s.path)
	return os.WriteFile(s.path, nil, 0o600)
}

func (s *Store) enabled() bool { return s.path != "" }

// Where the left side is false, the call is not made, and cannot be.
func (s *Store) forward(ctx context.Context) int {
	if s.next != nil && s.next.keep(ctx) == nil { // want `dropped`
		return 1
	}
	return 0
}

// The call comes first: it is made whatever the right side is.
func (s *Store) backward(ctx context.Context) int {
	if s.keep(ctx) == nil && s.next != nil { // want `dropped`
		return 1
	}
	return 0
}

// The other way round: where the left side is true, the call is not made.
func (s *Store) unless(ctx context.Context) int {
	if s.next == nil || s.next.keep(ctx) == nil { // want `dropped`
		return 1
	}
	return 0
}

// The operand before the call has to be asked before it.
func (s *Store) asked(ctx context.Context) int {
	if s.enabled() == (s.keep(ctx) == nil) { // want `dropped`
		return 1
	}
	return 0
}

// A constant before it does nothing.
func (s *Store) turned(ctx context.Context) int {
	if nil == s.keep(ctx) { // want `dropped`
		return 1
	}
	return 0
}

// The call is made once a round.
func (s *Store) rounds(ctx context.Context) int {
	n := 0
	for s.keep(ctx) == nil { // want `dropped`
		n++
	}
	return n
}

// The cases before it decide whether it is made.
func (s *Store) cases(ctx context.Context) int {
	switch {
	case s.next == nil:
		return 0
	case s.next.keep(ctx) == nil: // want `dropped`
		return 1
	}
	return 2
}

// The condition before it does.
func (s *Store) otherwise(ctx context.Context) int {
	if s.next == nil {
		return 0
	} else if s.next.keep(ctx) == nil { // want `dropped`
		return 1
	}
	return 2
}

// The field is another one when the function returns.
func (s *Store) later(path string) {
	defer os.Chdir(s.path) // want `discarded`
	s.path = path
}

// The parameter is the same.
func (s *Store) sooner(path string) {
	defer os.Chdir(path) // want `discarded`
	s.path = path
}
