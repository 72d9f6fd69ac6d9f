// Package address holds deferred helpers that are given the address of the
// error's variable.
package address

import (
	"context"
	"log"
)

// Store keeps things.
type Store interface {
	Save(ctx context.Context, id string) error
}

// report logs what the variable holds in the end.
func report(op string, err *error) {
	if *err != nil {
		log.Printf("%s: %v", op, *err)
	}
}

// Save is good: the deferred helper reads the variable and logs.
func Save(ctx context.Context, s Store, id string) (ok bool) {
	var err error
	defer report("save", &err)
	if err = s.Save(ctx, id); err != nil {
		return false
	}
	return true
}

// SaveEarly is bad: the variable of the branch is another one, which report never sees.
func SaveEarly(ctx context.Context, s Store, id string) (ok bool) {
	var err error
	defer report("save", &err)
	if err := s.Save(ctx, id); err != nil { // want `error from Store\.Save is dropped: .*\(dropped\)`
		return false
	}
	return true
}
