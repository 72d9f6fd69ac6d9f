package errflow

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// A variable that a closure captures lives in a cell: an Alloc in the
// function that declares it, a FreeVar in each closure. The flow follows a
// cell inside one function; what the other functions of the family do with
// it, at a time that cannot be known, is asked here, without regard to order:
// if any of them makes something of the error, it escapes.

// cellTraced reports whether the error in a cell leaves a trace through
// another function than the one that stores it. Deferred literals do not
// count for their own function's cells: they run at its end, where the flow
// asks for them.
func (x *Follower) cellTraced(cell ssa.Value) bool {
	if traced, ok := x.traced[cell]; ok {
		return traced
	}
	x.traced[cell] = false
	traced := false
	switch cell := cell.(type) {
	case *ssa.Alloc:
		traced = x.closuresTrace(cell, false) || x.addressTaken(cell)
	case *ssa.FreeVar:
		outer := ssax.Binding(cell)
		if outer == nil {
			traced = true
			break
		}
		// The function that declares it, as far as it comes after, and all its closures.
		traced = x.usesTrace(outer, ssax.RunsBefore(outer, cell.Parent())) || x.closuresTrace(outer, true)
	}
	x.traced[cell] = traced
	return traced
}

// addressTaken reports whether the address of an error's variable is handed
// to anything but a closure: it may be read there, at any time.
func (x *Follower) addressTaken(cell *ssa.Alloc) bool {
	if !ssax.IsError(cell.Type().Underlying().(*types.Pointer).Elem()) {
		return false
	}
	for _, ref := range ssax.Referrers(cell) {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Val == cell {
				return true
			}
		case *ssa.UnOp, *ssa.MakeClosure, *ssa.DebugRef:
		case *ssa.Call:
			if effect, ok := program.EffectOf(&ref.Call); !ok || effect.Role != known.Classifies {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// closuresTrace reports whether a closure that captures the cell makes
// something of what is in it.
func (x *Follower) closuresTrace(cell ssa.Value, deferredToo bool) bool {
	for _, ref := range ssax.Referrers(cell) {
		mc, ok := ref.(*ssa.MakeClosure)
		if !ok || !deferredToo && ssax.DeferredOnly(mc) {
			continue
		}
		if x.closureTraces(mc, cell) {
			return true
		}
	}
	return false
}

// closureTraces reports whether one closure makes something of the cell.
func (x *Follower) closureTraces(mc *ssa.MakeClosure, cell ssa.Value) bool {
	fn := mc.Fn.(*ssa.Function)
	for i, binding := range mc.Bindings {
		if binding == cell && (x.usesTrace(fn.FreeVars[i], nil) || x.closuresTrace(fn.FreeVars[i], true)) {
			return true
		}
	}
	return false
}

// usesTrace reports whether the function that owns the cell (an Alloc or a
// FreeVar) reads it and makes something of what it reads. Only reads count of which after
// says that they may come after the error was put there; nil says that all may.
func (x *Follower) usesTrace(cell ssa.Value, after func(read ssa.Instruction) bool) bool {
	for _, ref := range ssax.Referrers(cell) {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Val == cell {
				return true // the address itself goes elsewhere
			}
		case *ssa.UnOp:
			if ref.Op == token.MUL && (after == nil || after(ref)) && !ssax.ReadsOwn(ref, cell) && x.valueTraces(ref) {
				return true
			}
		case *ssa.MakeClosure, *ssa.DebugRef:
		default:
			return true
		}
	}
	return false
}

// valueTraces reports whether anything but tests is made of a value.
func (x *Follower) valueTraces(v ssa.Value) bool {
	for _, ref := range ssax.Referrers(v) {
		switch ref := ref.(type) {
		case *ssa.BinOp:
			if !ssax.IsBool(ref.Type()) {
				return true
			}
		case *ssa.DebugRef:
		case *ssa.Call:
			if effect, ok := program.EffectOf(&ref.Call); ok && effect.Role == known.Classifies {
				continue
			}
			if sum := x.known.OfCall(&ref.Call); sum != nil && sum.Verdict != summary.NoVerdict {
				continue
			}
			return true
		default:
			return true
		}
	}
	return false
}

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
					s.fate |= summary.Logged
				}
			}
			mc, ok := d.Call.Value.(*ssa.MakeClosure)
			if !ok {
				continue
			}
			for _, binding := range mc.Bindings {
				if t.set.carries(s, binding) && !ssax.ClosureRewrites(mc, binding) && t.closureTraces(mc, binding) {
					// It may still be returned as well.
					s.fate |= summary.MaybeLogged
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
		if t.set.carries(s, binding) && t.closureTraces(mc, binding) {
			return true
		}
	}
	return false
}
