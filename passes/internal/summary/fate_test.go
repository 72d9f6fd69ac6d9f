package summary_test

import (
	"strings"
	"testing"

	"github.com/loglint/loglint/passes/internal/summary"
)

// everyFate is the full set: the top of the lattice.
const everyFate = summary.Fate(1<<summary.NumFates - 1)

// fates returns the elements that the laws are tested on: nothing, each
// single fate, each pair, and everything. Join works bit by bit, so what
// holds for these holds for all.
func fates() []summary.Fate {
	list := []summary.Fate{0}
	for i := range summary.NumFates {
		list = append(list, 1<<i)
		for j := range i {
			list = append(list, 1<<i|1<<j)
		}
	}
	return append(list, everyFate)
}

// TestFateLaws holds Fate to the laws of a join-semilattice, over all
// triples.
func TestFateLaws(t *testing.T) {
	all := fates()
	for _, f := range all {
		if f.Join(f) != f {
			t.Errorf("%v is not idempotent", f)
		}
		if f.Join(0) != f || summary.Fate(0).Join(f) != f {
			t.Errorf("none is no identity for %v", f)
		}
		if f.Join(everyFate) != everyFate {
			t.Errorf("the full set does not absorb %v", f)
		}
		if !f.Leq(f) || !summary.Fate(0).Leq(f) || !f.Leq(everyFate) {
			t.Errorf("⊑ is wrong at %v", f)
		}
		for _, g := range all {
			if f.Join(g) != g.Join(f) {
				t.Errorf("%v ⊔ %v does not commute", f, g)
			}
			if f.Leq(g) != (f.Join(g) == g) {
				t.Errorf("%v ⊑ %v disagrees with the join", f, g)
			}
			if f.Leq(g) && g.Leq(f) && f != g {
				t.Errorf("⊑ is not antisymmetric at %v and %v", f, g)
			}
			if !f.Leq(f.Join(g)) {
				t.Errorf("%v ⊔ %v is no upper bound", f, g)
			}
			if f.Has(g) != (f&g != 0) || f.Has(g) != g.Has(f) {
				t.Errorf("%v has %v: %v", f, g, f.Has(g))
			}
			// What has left a trace on a path still has with more said of it.
			if f.Leq(g) && f.Traced() && !g.Traced() {
				t.Errorf("Traced is not monotone from %v to %v", f, g)
			}
			if f.Join(g).Traced() != (f.Traced() || g.Traced()) {
				t.Errorf("Traced does not distribute over %v ⊔ %v", f, g)
			}
			for _, h := range all {
				if f.Join(g).Join(h) != f.Join(g.Join(h)) {
					t.Errorf("%v ⊔ %v ⊔ %v is not associative", f, g, h)
				}
				if f.Leq(g) && g.Leq(h) && !f.Leq(h) {
					t.Errorf("⊑ is not transitive at %v, %v, %v", f, g, h)
				}
				// The join is the least upper bound, and so monotone.
				if f.Leq(h) && g.Leq(h) && !f.Join(g).Leq(h) {
					t.Errorf("%v ⊔ %v is not the least upper bound: %v", f, g, h)
				}
				if f.Leq(g) && !f.Join(h).Leq(g.Join(h)) {
					t.Errorf("the join is not monotone at %v, %v, %v", f, g, h)
				}
			}
		}
	}
}

// TestFateTraced names the fates that are traces, one by one.
func TestFateTraced(t *testing.T) {
	for i := range summary.NumFates {
		f := summary.Fate(1 << i)
		want := f == summary.Propagated || f == summary.Escaped || f == summary.Logged || f == summary.MaybeLogged
		if f.Traced() != want {
			t.Errorf("%v is traced: %v, want %v", f, f.Traced(), want)
		}
	}
	if summary.Fate(0).Traced() {
		t.Error("none is a trace")
	}
}

// TestFateString reads each name once, and the names of sets in their order.
func TestFateString(t *testing.T) {
	for _, tt := range []struct {
		fate summary.Fate
		want string
	}{
		{0, "none"},
		{summary.Propagated, "propagated"},
		{summary.Escaped, "escaped"},
		{summary.Logged, "logged"},
		{summary.LoggedBare, "loggedbare"},
		{summary.Classified, "classified"},
		{summary.Answered, "answered"},
		{summary.Counted, "counted"},
		{summary.Replaced, "replaced"},
		{summary.Overwritten, "overwritten"},
		{summary.Superseded, "superseded"},
		{summary.Exited, "exited"},
		{summary.Dropped, "dropped"},
		{summary.Dropped | summary.Logged, "logged|dropped"},
		{summary.Answered | summary.Classified | summary.Dropped, "classified|answered|dropped"},
	} {
		if got := tt.fate.String(); got != tt.want {
			t.Errorf("%d: got %q, want %q", tt.fate, got, tt.want)
		}
	}
	// No two sets have the same name, and no name is empty.
	names := make(map[string]summary.Fate)
	for f := range everyFate + 1 {
		name := f.String()
		if g, ok := names[name]; ok || name == "" || strings.Contains(name, "||") {
			t.Fatalf("%d and %d are both %q", f, g, name)
		}
		names[name] = f
	}
}
