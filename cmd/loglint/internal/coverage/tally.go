package coverage

import (
	"cmp"
	"fmt"
	"slices"
)

// A Tally is how many errors there are, and what becomes of them on their paths. Tallies add up.
type Tally struct {
	Errors int          `json:"errors"`
	Paths  map[Fate]int `json:"paths"` // by fate; a fate that none has is not in it
	// Once and Again are the paths on which the error is written down once, and more often: by the
	// callee and again by its caller, say. Paths that hand it on count as well.
	Once  int `json:"tracedOnce"`
	Again int `json:"tracedAgain"`
}

func newTally() Tally { return Tally{Paths: make(map[Fate]int)} }

// add counts an error.
func (t *Tally) add(e Error) {
	t.Errors++
	for _, p := range e.Paths {
		t.Paths[p.Fate]++
		switch {
		case len(p.Traces) == 1:
			t.Once++
		case len(p.Traces) > 1:
			t.Again++
		}
	}
}

func (t *Tally) join(other Tally) {
	t.Errors += other.Errors
	t.Once += other.Once
	t.Again += other.Again
	for f, n := range other.Paths {
		t.Paths[f] += n
	}
}

// count returns how many paths have a fate of which is is true.
func (t Tally) count(is func(Fate) bool) int {
	n := 0
	for _, f := range Fates {
		if is(f) {
			n += t.Paths[f]
		}
	}
	return n
}

// All returns how many paths there are.
func (t Tally) All() int { return t.count(func(Fate) bool { return true }) }

// Ends returns how many paths end where the error is.
func (t Tally) Ends() int { return t.count(Fate.Ends) }

// Traced returns how many of these end with a trace.
func (t Tally) Traced() int { return t.count(Fate.Traced) }

// Lost returns how many end without.
func (t Tally) Lost() int { return t.count(Fate.Lost) }

// Coverage returns the share of the paths that end here which end with a trace, from 0 to 1. ok is
// false where none ends.
func (t Tally) Coverage() (share float64, ok bool) {
	ends := t.Ends()
	if ends == 0 {
		return 0, false
	}
	return float64(t.Traced()) / float64(ends), true
}

// Percent writes the coverage with one digit, rounded down so that 100 % means all; "-" where no
// path ends.
func (t Tally) Percent() string {
	ends := t.Ends()
	if ends == 0 {
		return "-"
	}
	thousandths := 1000 * t.Traced() / ends
	return fmt.Sprintf("%d.%d %%", thousandths/10, thousandths%10)
}

// Unknown returns the share of all paths of which it is not known what becomes of the error.
func (t Tally) Unknown() float64 {
	if all := t.All(); all > 0 {
		return float64(t.Paths[Unknown]) / float64(all)
	}
	return 0
}

// Tally returns that of a package.
func (p Package) Tally() Tally {
	t := newTally()
	for _, e := range p.Errors {
		t.add(e)
	}
	return t
}

// Tally returns that of all packages.
func (r Report) Tally() Tally {
	t := newTally()
	for _, p := range r.Packages {
		t.join(p.Tally())
	}
	return t
}

// Without returns the report without the errors in files that are left out, and without packages that have
// no others.
func (r Report) Without(out func(file string) bool) Report {
	var left []Package
	for _, p := range r.Packages {
		had := len(p.Errors)
		p.Errors = slices.DeleteFunc(slices.Clone(p.Errors), func(e Error) bool { return out(e.File) })
		if had == 0 || len(p.Errors) > 0 {
			left = append(left, p)
		}
	}
	r.Packages = left
	return r
}

// A Group is a tally with what it is of.
type Group struct {
	Name string `json:"name"`
	Tally
}

// ByPackage returns the tallies of packages, those that lose most first.
func (r Report) ByPackage() []Group {
	var all []Group
	for _, p := range r.Packages {
		all = append(all, Group{p.Path, p.Tally()})
	}
	return mostLost(all)
}

// ByBoundary returns the tallies of the kinds of functions from which no error can be returned,
// those that lose most first.
func (r Report) ByBoundary() []Group {
	at := make(map[string]int)
	var all []Group
	for _, p := range r.Packages {
		for _, e := range p.Errors {
			if e.Boundary == "" {
				continue
			}
			i, ok := at[e.Boundary]
			if !ok {
				i = len(all)
				at[e.Boundary] = i
				all = append(all, Group{e.Boundary, newTally()})
			}
			all[i].add(e)
		}
	}
	return mostLost(all)
}

// mostLost puts groups into the order of what they lose, and of their names.
func mostLost(groups []Group) []Group {
	slices.SortFunc(groups, func(a, b Group) int {
		return cmp.Or(cmp.Compare(b.Lost(), a.Lost()), cmp.Compare(b.Ends(), a.Ends()), cmp.Compare(a.Name, b.Name))
	})
	return groups
}
