package coverage

import (
	"cmp"
	"slices"
	"strings"
)

// A Change is what is different from an earlier state of the program.
type Change struct {
	Since  string `json:"since"` // the revision
	Before Tally  `json:"before"`
	After  Tally  `json:"after"`
	// New are the paths that lose an error now and did not before, Gone those that did before and do
	// no more.
	New  []Silent `json:"new"`
	Gone []Silent `json:"gone"`
}

// A Silent is a path that loses its error.
type Silent struct {
	Package  string  `json:"package"`
	File     string  `json:"file"`
	Line     int     `json:"line"` // of the call that the error comes from
	Function string  `json:"function"`
	Callee   string  `json:"callee"`
	Fate     Fate    `json:"fate"`
	Shown    bool    `json:"shown"` // as a finding
	Instead  string  `json:"instead,omitempty"`
	Chance   float64 `json:"probability,omitempty"` // of its finding
}

// key names a path without what changes while it stays: lines and places.
func (s Silent) key() string {
	return strings.Join([]string{s.Package, s.Function, s.Callee, string(s.Fate)}, "\x00")
}

// silent returns the paths of a report that lose their errors, in its order.
func (r Report) silent() []Silent {
	var all []Silent
	for _, p := range r.Packages {
		for _, e := range p.Errors {
			for _, path := range e.Paths {
				if !path.Fate.Lost() {
					continue
				}
				s := Silent{Package: p.Path, File: e.File, Line: e.Line, Function: e.Function, Callee: e.Callee, Fate: path.Fate}
				if e.Finding != nil {
					s.Shown, s.Instead, s.Chance = e.Finding.Shown, e.Finding.Instead, e.Finding.Probability
				}
				all = append(all, s)
			}
		}
	}
	return all
}

// Compare says what is different between two reports of one program. Of several paths that are alike
// in function, callee and fate, those at the end of the source count as the new ones.
func Compare(before, after Report, since string) Change {
	c := Change{Since: since, Before: before.Tally(), After: after.Tally()}
	old, current := before.silent(), after.silent()
	c.New, c.Gone = without(current, old), without(old, current)
	slices.SortStableFunc(c.New, func(a, b Silent) int { return cmp.Compare(b.Chance, a.Chance) })
	return c
}

// without returns the paths that have no counterpart among others.
func without(paths, others []Silent) []Silent {
	left := make(map[string]int)
	for _, s := range others {
		left[s.key()]++
	}
	var rest []Silent
	for _, s := range paths {
		if key := s.key(); left[key] > 0 {
			left[key]--
			continue
		}
		rest = append(rest, s)
	}
	return rest
}
