package defect_test

import (
	"slices"
	"testing"

	"github.com/loglint/loglint/internal/defect"
)

// TestCalls holds what other calls say of one whose error is lost, and that what all packages say
// takes the place of what one of them said.
func TestCalls(t *testing.T) {
	at := defect.Place{In: "Show", File: "show.go", Line: 3}
	handled := func(all, n int) defect.Calls {
		c := defect.Calls{Of: "m.Get", All: all, Handled: n}
		if n > 0 {
			c.At = at
		}
		return c
	}
	for _, test := range []struct {
		name     string
		calls    defect.Calls
		evidence []defect.Evidence
		twin     defect.Place
	}{
		{"no other call", handled(1, 0), nil, defect.Place{}},
		{"the only other one handles it", handled(2, 1), []defect.Evidence{defect.EvTwin}, at},
		{"all others do", handled(4, 3), []defect.Evidence{defect.EvTwin}, at},
		{"some do", handled(4, 2), nil, defect.Place{}},
		{"the only other one loses it, too", handled(2, 0), nil, defect.Place{}},
		{"all lose it", handled(3, 0), []defect.Evidence{defect.EvHabit}, defect.Place{}},
		{"another package handles it", handled(1, 0).Add(handled(1, 1)), []defect.Evidence{defect.EvTwin}, at},
		{"another package handles some", handled(2, 1).Add(handled(2, 1)), nil, defect.Place{}},
	} {
		t.Run(test.name, func(t *testing.T) {
			before := []defect.Evidence{defect.EvOutside, defect.EvTwin, defect.EvHabit}
			evidence, says := slices.Clone(before), defect.Statement{}
			test.calls.Apply(&says, &evidence)
			if want := append([]defect.Evidence{defect.EvOutside}, test.evidence...); !slices.Equal(evidence, want) {
				t.Errorf("evidence %v, want %v", evidence, want)
			}
			if says.Twin != test.twin {
				t.Errorf("twin %v, want %v", says.Twin, test.twin)
			}
			// A place of the package itself stays, where there is still anything to say of it.
			near := defect.Place{In: "Near", File: "near.go", Line: 9}
			want := near
			if test.twin == (defect.Place{}) {
				want = test.twin
			}
			says.Twin = near
			test.calls.Apply(&says, &evidence)
			if says.Twin != want {
				t.Errorf("beside one of the package: twin %v, want %v", says.Twin, want)
			}
		})
	}
	evidence, says := []defect.Evidence{defect.EvDeviant}, defect.Statement{}
	handled(6, 5).Apply(&says, &evidence)
	if !slices.Equal(evidence, []defect.Evidence{defect.EvDeviant}) {
		t.Errorf("what deviates from many calls also has %v", evidence)
	}
}
