package fates

import (
	"reflect"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/program"
)

// MaxRounds bounds how often one function is looked at. Where its summary still
// changes then, it is taken to be unknown. It is a variable for the tests.
var MaxRounds = 12

// solve computes the summaries of the package's functions. A function is
// looked at after the functions it calls, as far as cycles allow, and again
// whenever the summary of one of them has changed. A function not yet looked
// at is unknown, so what is handed to it escapes. So is one whose summary does
// not settle: then nothing is found in it, and its callers are looked at again,
// so that nobody keeps what was concluded from a summary that did not hold.
func (pkg *Package) solve() {
	order := pkg.BottomUp()
	callers := pkg.Callers()
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
			if pkg.broken[fn] || rounds[fn] > MaxRounds {
				continue
			}
			changed := false
			pkg.guard(fn, func() {
				old := pkg.Known.Own[fn]
				s := pkg.summarize(fn)
				if s == nil {
					pkg.giveUp(fn, program.GaveUp(fn, defect.Failure{Text: "its errors have too many paths", TooLarge: true}))
					return
				}
				pkg.Known.Own[fn] = s
				changed = !reflect.DeepEqual(old, s)
			})
			if rounds[fn]++; pkg.broken[fn] || changed && rounds[fn] > MaxRounds {
				delete(pkg.Known.Own, fn)
				delete(pkg.Functions, fn)
				changed = true
			}
			if changed {
				again(fn)
			}
		}
		for _, m := range pkg.Known.JoinMethods() {
			again(m)
		}
	}
}
