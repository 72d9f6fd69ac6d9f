package errflow

import (
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// A variable that a closure captures lives in a cell: an Alloc in the
// function that declares it, a FreeVar in each closure. The flow follows a
// cell inside one function; what the other functions of the family do with
// it, at a time that cannot be known, is asked of package captured, without regard to order:
// if any of them makes something of the error, it escapes.

// runDefers follows the error through the deferred literals of the function:
// one that makes something of a cell that holds it is a trace, one that
// writes over the cell unasked is a loss.
func (t *Flow) runDefers(n int, s state, instr ssa.Instruction) (state, bool) {
	for _, b := range t.Fn.Blocks {
		for _, other := range b.Instrs {
			d, ok := other.(*ssa.Defer)
			if !ok || !ssax.Reaches(b, instr.Block()) {
				continue
			}
			if effect, ok := program.EffectOf(&d.Call); ok && effect.Role == known.Logs {
				// A line that was begun before: defer event.Msg("done").
				if receiver := ssax.Receiver(&d.Call); receiver != nil && t.set.carries(s, receiver) {
					s.fate |= t.wrote.add(n, other, summary.Logged)
				}
			}
			mc, ok := d.Call.Value.(*ssa.MakeClosure)
			if !ok {
				continue
			}
			for _, binding := range mc.Bindings {
				if t.set.carries(s, binding) && t.cells.DeferredTells(mc, binding) {
					// It may still be returned as well.
					s.fate |= t.wrote.add(n, other, summary.MaybeLogged)
				}
			}
			if !d.Block().Dominates(instr.Block()) {
				continue // not deferred on every path to here
			}
			if next, lost := t.overwrittenBy(s, mc); lost {
				next.fate |= summary.Overwritten
				t.finish(n, next, EndReturn, other)
				return next, true
			}
		}
	}
	return s, false
}

// overwrittenBy reports whether a closure that runs now writes over the only
// cell that holds the error, without having read it: each of its paths does.
func (t *knowledge) overwrittenBy(s state, mc *ssa.MakeClosure) (state, bool) {
	fn := mc.Fn.(*ssa.Function)
	for i, binding := range mc.Bindings {
		if !t.set.carries(s, binding) {
			continue
		}
		store := ssax.SoleStore(fn.FreeVars[i])
		if store == nil {
			continue
		}
		for _, b := range fn.Blocks {
			if b == fn.Recover {
				continue
			}
			if _, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && !store.Block().Dominates(b) {
				return s, false
			}
		}
		s = t.set.set(s, binding, false)
		if !s.looked() || t.Fn.Recover != nil {
			return s, true
		}
	}
	return s, false
}

// boundAndTraced reports whether a closure that is made here captures a cell
// that holds the error and makes something of it.
func (t *knowledge) boundAndTraced(s state, mc *ssa.MakeClosure) bool {
	if ssax.DeferredOnly(mc) {
		return false
	}
	for _, binding := range mc.Bindings {
		if t.set.carries(s, binding) && t.cells.ClosureTraces(mc, binding) {
			return true
		}
	}
	return false
}
