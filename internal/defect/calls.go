package defect

import "slices"

// Calls are what is done with the errors of one callee at its calls, in a package or in all of a
// program.
type Calls struct {
	Of      string `json:"o"`           // the full name of the callee
	All     int    `json:"n"`           // how many there are
	Handled int    `json:"h,omitempty"` // how many leave a trace of the error on every path
	At      Place  `json:"a,omitzero"`  // one of those
}

// A Place is a line of some file of the program.
type Place struct {
	Pkg  string `json:"p,omitempty"` // the path of its package, "" where that is the one at hand
	In   string `json:"i,omitempty"` // the function
	File string `json:"f,omitempty"` // its base name
	Line int    `json:"l,omitempty"`
}

// Add returns the calls of c and of another package together.
func (c Calls) Add(other Calls) Calls {
	if c.Handled == 0 {
		c.At = other.At
	}
	c.Of, c.All, c.Handled = other.Of, c.All+other.All, c.Handled+other.Handled
	return c
}

// Compare says what the calls, of which one loses its error, tell of that one: all others handle
// it, or there are at least two, and none does. Otherwise it says nothing.
func (c Calls) Compare() (ev Evidence, ok bool) {
	switch others := c.All - 1; {
	case others >= 1 && c.Handled == others:
		return EvTwin, true
	case others >= 2 && c.Handled == 0:
		return EvHabit, true
	}
	return 0, false
}

// Apply completes what is said of a finding, and its evidence, by what all calls of the same callee
// do, in place of what those of its package alone said.
func (c Calls) Apply(says *Statement, evidence *[]Evidence) {
	if slices.Contains(*evidence, EvDeviant) {
		return // as many as that say it better
	}
	*evidence = slices.DeleteFunc(slices.Clone(*evidence), func(ev Evidence) bool { return ev == EvTwin || ev == EvHabit })
	near := says.Twin // in the package
	says.Twin = Place{}
	ev, ok := c.Compare()
	if !ok {
		return
	}
	*evidence = append(*evidence, ev)
	switch {
	case ev == EvTwin && near.Line > 0:
		says.Twin = near
	case ev == EvTwin:
		says.Twin = c.At
	}
}
