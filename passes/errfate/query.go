package errfate

import (
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/summary"
)

// handled reports whether the error leaves a trace, or is said to be of a
// kind that needs none, on every path.
func (t *tracker) handled() bool {
	if t == nil {
		return false
	}
	for i := range t.ends {
		if end := &t.ends[i]; !end.fate.Has(summary.Traces|summary.Classified|summary.Superseded) && end.kind != EndPanic {
			return false
		}
	}
	return true
}

// escapes reports whether the error was handed on for good on some path.
func (t *tracker) escapes() bool {
	for i := range t.ends {
		if t.ends[i].fate.Has(summary.Escaped) && !t.ends[i].fate.Has(summary.Logged) {
			return true
		}
	}
	return false
}

// values returns the values that carried the error somewhere, in order.
func (t *tracker) values() []ssa.Value {
	values := make([]ssa.Value, len(t.set.index))
	for v, i := range t.set.index {
		values[i] = v
	}
	return values
}

// ofSibling reports whether a condition asks whether another result of the
// call is there: data == nil, len(data) == 0.
func (t *tracker) ofSibling(cond ssa.Value) bool {
	test, ok := cond.(*ssa.BinOp)
	if !ok {
		return false
	}
	for _, x := range []ssa.Value{test.X, test.Y} {
		if call, ok := x.(*ssa.Call); ok && len(call.Call.Args) == 1 {
			if _, builtin := call.Call.Value.(*ssa.Builtin); builtin {
				x = call.Call.Args[0]
			}
		}
		if t.sibling(x) {
			return true
		}
	}
	return false
}

// forever reports whether all that can become of the error is the next round
// of a loop: it is then in vain that another attempt takes its place.
func (t *tracker) forever() bool {
	for i := range t.ends {
		if t.ends[i].kind != EndRound {
			return false
		}
	}
	return true
}
