// Package practice calls the same functions several times, and does not always do the same with
// their errors.
package practice

import "os"

// A Store keeps users.
type Store struct{ dir string }

// Save writes one.
func (s *Store) Save(id string) error { return os.WriteFile(s.dir+"/"+id, nil, 0o600) }

// Touch writes one anew.
func (s *Store) Touch(id string) error { return os.WriteFile(s.dir+"/"+id+".t", nil, 0o600) }

// Mark writes a mark.
func (s *Store) Mark(id string) error { return os.WriteFile(s.dir+"/"+id+".m", nil, 0o600) }

// Login handles what logging in by password does not.
func Login(s *Store, id string) error { return s.Save(id) }

// LoginByPassword does not.
func LoginByPassword(s *Store, id string) {
	s.Save(id) // want `error from \(\*Store\)\.Save is discarded: nothing looks at it; Login handles it at practice\.go:\d+; it may come from os\.WriteFile`
}

// Each loses it: nobody means to handle it.
func touchAll(s *Store) {
	s.Touch("a") // want `error from \(\*Store\)\.Touch is discarded: nothing looks at it; it may come from os\.WriteFile \(discarded\)`
	s.Touch("b") // want `error from \(\*Store\)\.Touch is discarded: nothing looks at it; it may come from os\.WriteFile \(discarded\)`
	s.Touch("c") // want `error from \(\*Store\)\.Touch is discarded: nothing looks at it; it may come from os\.WriteFile \(discarded\)`
}

// One of three handles it, which says nothing.
func markAll(s *Store) error {
	s.Mark("a") // want `error from \(\*Store\)\.Mark is discarded: nothing looks at it; it may come from os\.WriteFile \(discarded\)`
	s.Mark("b") // want `error from \(\*Store\)\.Mark is discarded: nothing looks at it; it may come from os\.WriteFile \(discarded\)`
	return s.Mark("c")
}

// A Keeper keeps.
type Keeper interface{ Keep(id string) error }

type logged struct{ Keeper }

// Keep stands before another, and says nothing of what callers do.
func (l logged) Keep(id string) error { return l.Keeper.Keep(id) }

func keepOne(k Keeper) {
	k.Keep("a") // want `error from Keeper\.Keep is discarded: nothing looks at it \(discarded\)`
}
