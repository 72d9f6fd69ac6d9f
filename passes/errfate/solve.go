package errfate

import (
	"reflect"

	"golang.org/x/tools/go/ssa"
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
	order := e.bottomUp()
	callers := e.callers()
	e.interfaces = e.interfaceMethods()
	e.declareMethods()
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
			clear(e.traced)
			changed := false
			e.guard(fn, func() {
				old := e.summaries[fn]
				s := e.summarize(fn)
				if s == nil {
					e.giveUp(fn, Failure{Text: "its errors have too many paths", TooLarge: true})
					return
				}
				e.summaries[fn] = s
				changed = !reflect.DeepEqual(old, s)
			})
			if rounds[fn]++; e.broken[fn] || changed && rounds[fn] > maxRounds {
				delete(e.summaries, fn)
				delete(e.flows, fn)
				changed = true
			}
			if changed {
				again(fn)
			}
		}
		for _, m := range e.joinMethods() {
			again(m)
		}
	}
	// What a logger is follows from its methods, which nothing above has to
	// call: so it is asked last.
	for _, fn := range e.funcs {
		if s := e.summaries[fn]; s != nil {
			e.guard(fn, func() { s.Binds = e.binds(fn) })
		}
	}
	for _, fn := range order {
		if s := e.summaries[fn]; s != nil {
			e.guard(fn, func() { s.Blind = e.isBlind(fn) })
		}
	}
	e.blindDefault = unknown // asked while not all was known
	e.solveHelpers()
	clear(e.traced)
}

// bottomUp returns the functions in post-order over calls: callees first,
// in a deterministic order.
func (e *engine) bottomUp() []*ssa.Function {
	seen := make(map[*ssa.Function]bool)
	mine := make(map[*ssa.Function]bool)
	for _, fn := range e.funcs {
		mine[fn] = true
	}
	var order []*ssa.Function
	var visit func(fn *ssa.Function)
	visit = func(fn *ssa.Function) {
		if seen[fn] || !mine[fn] {
			return
		}
		seen[fn] = true
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(ssa.CallInstruction); ok {
					for _, callee := range e.callees(call.Common()) {
						visit(callee)
					}
				}
			}
		}
		for _, anon := range fn.AnonFuncs {
			visit(anon)
		}
		order = append(order, fn)
	}
	for _, fn := range e.funcs {
		visit(fn)
	}
	return order
}

// callers returns the callers of each function of the package. A caller of
// an interface method counts as one of each of its implementations, that of a
// variable as one of each function it holds.
func (e *engine) callers() map[*ssa.Function][]*ssa.Function {
	result := make(map[*ssa.Function][]*ssa.Function)
	for _, fn := range e.funcs {
		seen := make(map[*ssa.Function]bool)
		add := func(callee *ssa.Function) {
			if !seen[callee] {
				seen[callee] = true
				result[callee] = append(result[callee], fn)
			}
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(ssa.CallInstruction); ok {
					for _, callee := range e.callees(call.Common()) {
						add(callee)
					}
				}
			}
		}
		// A variable that a closure shares with the function around it.
		if fn.Parent() != nil {
			add(fn.Parent())
		}
		for _, anon := range fn.AnonFuncs {
			add(anon)
		}
	}
	return result
}
