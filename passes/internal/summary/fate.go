package summary

import (
	"strings"
)

// A Fate says what happened to an error on one path, or, as a set, what may
// have happened to it on one of several paths. The zero Fate says that
// nothing is known to have happened.
//
// Fates form a join-semilattice: the elements are the sets of the bits below,
// [Fate.Join] is union, the zero Fate is its identity, and a set with more
// bits is less precise.
type Fate uint16

const (
	// Propagated: the function returned the error, wrapped or not.
	Propagated Fate = 1 << iota
	// Escaped: the error was stored, sent, appended, panicked with, or handed
	// to code that is not known to drop it.
	Escaped
	// Logged: a line was written, or a report made, that has the error's value.
	Logged
	// MaybeLogged: a callee was given the error that logs it on some paths, and is
	// no wrapper of a logger, whose level may be switched off. It is taken for a
	// trace.
	MaybeLogged
	// LoggedBare: a line was written in the error branch, without the value.
	LoggedBare
	// Classified: a sentinel, a type or a predicate said what the error is.
	Classified
	// Answered: a client got a reply because of the error.
	Answered
	// Counted: a metric counted the error.
	Counted
	// Replaced: the function returned another error that does not carry it.
	Replaced
	// Overwritten: its variable was assigned again before anything looked.
	Overwritten
	// Superseded: the next attempt of the same call took its place.
	Superseded
	// Exited: the program ended.
	Exited
	// Dropped: none of the above; the path just went on.
	Dropped

	NumFates = iota
)

var fateNames = [NumFates]string{
	"propagated", "escaped", "logged", "maybelogged", "loggedbare", "classified", "answered",
	"counted", "replaced", "overwritten", "superseded", "exited", "dropped",
}

// Join returns the fate that holds when either f or g does.
func (f Fate) Join(g Fate) Fate { return f | g }

// Leq reports whether f is at least as precise as g: f ⊑ g.
func (f Fate) Leq(g Fate) bool { return f|g == g }

// Has reports whether any of the fates in g may have happened.
func (f Fate) Has(g Fate) bool { return f&g != 0 }

// Traces are the fates from which an operator can learn of the error later.
const Traces = Propagated | Escaped | Logged | MaybeLogged

// Traced reports whether an operator can learn of the error.
func (f Fate) Traced() bool { return f.Has(Traces) }

// String lists the fates, joined by "|"; the zero Fate is "none".
func (f Fate) String() string {
	if f == 0 {
		return "none"
	}
	var names []string
	for i, name := range fateNames {
		if f&(1<<i) != 0 {
			names = append(names, name)
		}
	}
	return strings.Join(names, "|")
}
