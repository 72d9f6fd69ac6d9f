package errfate

import (
	"reflect"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
)

// maxRounds bounds how often one function is looked at. Where its summary still
// changes then, it is taken to be unknown. It is a variable for the tests.
var maxRounds = 12

// solve computes the summaries of the package's functions. A function is
// looked at after the functions it calls, as far as cycles allow, and again
// whenever the summary of one of them has changed. A function not yet looked
// at is unknown, so what is handed to it escapes. So is one whose summary does
// not settle: then nothing is found in it, and its callers are looked at again,
// so that nobody keeps what was concluded from a summary that did not hold.
func (e *engine) solve() {
	order := e.BottomUp()
	callers := e.Callers()
	pending := make(map[*ssa.Function]bool)
	for _, fn := range order {
		pending[fn] = true
	}
	again := func(callee *ssa.Function) {
		for _, caller := range callers[callee] {
			pending[caller] = true
		}
	}
	rounds := make(map[*ssa.Function]int)
	for len(pending) > 0 {
		for _, fn := range order {
			if !pending[fn] {
				continue
			}
			delete(pending, fn)
			if e.broken[fn] || rounds[fn] > maxRounds {
				continue
			}
			changed := false
			e.guard(fn, func() {
				old := e.Own[fn]
				s := e.summarize(fn)
				if s == nil {
					e.giveUp(fn, defect.Failure{Text: "its errors have too many paths", TooLarge: true})
					return
				}
				e.Own[fn] = s
				changed = !reflect.DeepEqual(old, s)
			})
			if rounds[fn]++; e.broken[fn] || changed && rounds[fn] > maxRounds {
				delete(e.Own, fn)
				delete(e.flows, fn)
				changed = true
			}
			if changed {
				again(fn)
			}
		}
		for _, m := range e.JoinMethods() {
			again(m)
		}
	}
	e.log.solve(order)
}
