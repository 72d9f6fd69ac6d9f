package ssax_test

import (
	"slices"
	"testing"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/ssax"
)

// TestSources holds the walk backward to find each value that a variable may be given, in
// branches, by closures and in loops that feed themselves, and to end.
func TestSources(t *testing.T) {
	const text = `package p

type named struct{ v any }

func one() any { return 1 }
func two() any { return 2 }

func use(v any, f func()) {}

func branches(b bool) {
	v := one()
	if b {
		v = two()
	}
	use(v, nil)
}

func captured(b bool) {
	v := one()
	f := func() {
		if b {
			v = two()
		}
		use(v, nil)
	}
	f()
}

func loop(n int) {
	v := one()
	for range n {
		v = any(v)
		if n == 3 {
			v = two()
		}
	}
	use(v, nil)
}

func parameter(v any) { use(v, nil) }

func field(s named) { use(s.v, nil) }
`
	for _, test := range []struct {
		function string
		want     []string
		all      bool
	}{
		{"branches", []string{"one()", "two()"}, true},
		{"captured", []string{"one()"}, false}, // a closure gives it a value as well
		{"loop", []string{"one()", "two()"}, true},
		{"parameter", []string{"parameter v : any"}, true},
		{"field", []string{"*t1"}, true},
	} {
		args := calls(t, text, test.function)
		if len(args) != 1 {
			t.Fatalf("%s: %d calls", test.function, len(args))
		}
		sources, all := ssax.Sources(args[0][0])
		var got []string
		for _, v := range sources {
			got = append(got, v.String())
		}
		slices.Sort(got)
		if !slices.Equal(got, test.want) || all != test.all {
			t.Errorf("%s: %q, all %v; want %q, %v", test.function, got, all, test.want, test.all)
		}
	}
}

// TestWalkBound holds a walk to end where there is no end in sight.
func TestWalkBound(t *testing.T) {
	var w ssax.Walk
	entered := 0
	for range 10000 {
		if w.Enter(new(ssa.Alloc)) {
			entered++
		}
	}
	if entered == 0 || entered > 1000 {
		t.Errorf("%d values entered", entered)
	}
	if w.Enter(nil) {
		t.Error("nothing was entered")
	}
}
