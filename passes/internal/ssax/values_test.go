package ssax_test

import (
	"testing"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/ssatest"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// calls builds a package and returns the arguments of each call of use in a function.
func calls(t *testing.T, text, function string) [][]ssa.Value {
	t.Helper()
	_, funcs, err := ssax.Build(ssatest.Pass(t, "p", map[string]string{"p.go": text}))
	if err != nil {
		t.Fatal(err)
	}
	var all [][]ssa.Value
	for _, fn := range funcs {
		if ssax.Outermost(fn).Name() != function {
			continue
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(*ssa.Call); ok && ssax.CalleeObject(&call.Call) != nil && ssax.CalleeObject(&call.Call).Name() == "use" {
					all = append(all, call.Call.Args)
				}
			}
		}
	}
	return all
}

// TestSame holds values to be the same if they are read from the same place, however
// often, and from no other.
func TestSame(t *testing.T) {
	const text = `package p

type inner struct{ rows, old *int }

type outer struct {
	in  inner
	ptr *inner
}

func use(a, b *int) {}

func same(s *outer, t *outer, p *int) {
	use(p, p)
	use(s.in.rows, s.in.rows)
	use(s.ptr.rows, s.ptr.rows)
}

func other(s *outer, t *outer, p, q *int) {
	use(p, q)
	use(s.in.rows, s.in.old)
	use(s.in.rows, t.in.rows)
	use(s.ptr.rows, s.in.rows)
	use(s.ptr.rows, p)
}
`
	for function, want := range map[string]bool{"same": true, "other": false} {
		pairs := calls(t, text, function)
		if len(pairs) < 3 {
			t.Fatalf("%s: %d calls", function, len(pairs))
		}
		for i, pair := range pairs {
			if ssax.Same(pair[0], pair[1]) != want || ssax.Same(pair[1], pair[0]) != want {
				t.Errorf("%s, call %d: %v and %v: want %v", function, i, pair[0], pair[1], want)
			}
		}
	}
	if ssax.Same(nil, nil) {
		t.Error("nothing is the same as nothing")
	}
}

// TestUnwrap holds conversions that keep a value to be looked through.
func TestUnwrap(t *testing.T) {
	const text = `package p

type number int

type namer interface{ name() string }

func (number) name() string { return "" }

func use(a, b any) {}

func f(n number, x namer) {
	use(n, any(n))
	use(x, any(namer(x)))
	use(number(int(n)), n)
}
`
	for i, pair := range calls(t, text, "f") {
		if a, b := ssax.Unwrap(pair[0]), ssax.Unwrap(pair[1]); a != b {
			t.Errorf("call %d: %v and %v", i, a, b)
		}
	}
}
