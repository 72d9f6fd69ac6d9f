package errfate

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
func (e *engine) cellTraced(cell ssa.Value) bool {
	if traced, ok := e.traced[cell]; ok {
		return traced
	}
	e.traced[cell] = false
	traced := false
	switch cell := cell.(type) {
	case *ssa.Alloc:
		traced = e.closuresTrace(cell, false) || e.addressTaken(cell)
	case *ssa.FreeVar:
		outer := ssax.Binding(cell)
		if outer == nil {
			traced = true
			break
		}
		// The function that declares it, and all its closures.
		traced = e.usesTrace(outer) || e.closuresTrace(outer, true)
	}
	e.traced[cell] = traced
	return traced
}

// addressTaken reports whether the address of an error's variable is handed
// to anything but a closure: it may be read there, at any time.
func (e *engine) addressTaken(cell *ssa.Alloc) bool {
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
func (e *engine) closuresTrace(cell ssa.Value, deferredToo bool) bool {
	for _, ref := range ssax.Referrers(cell) {
		mc, ok := ref.(*ssa.MakeClosure)
		if !ok || !deferredToo && deferredOnly(mc) {
			continue
		}
		if e.closureTraces(mc, cell) {
			return true
		}
	}
	return false
}

// closureTraces reports whether one closure makes something of the cell.
func (e *engine) closureTraces(mc *ssa.MakeClosure, cell ssa.Value) bool {
	fn := mc.Fn.(*ssa.Function)
	for i, binding := range mc.Bindings {
		if binding == cell && (e.usesTrace(fn.FreeVars[i]) || e.closuresTrace(fn.FreeVars[i], true)) {
			return true
		}
	}
	return false
}

// usesTrace reports whether the function that owns the cell (an Alloc or a
// FreeVar) reads it and makes something of what it reads.
func (e *engine) usesTrace(cell ssa.Value) bool {
	for _, ref := range ssax.Referrers(cell) {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Val == cell {
				return true // the address itself goes elsewhere
			}
		case *ssa.UnOp:
			if ref.Op == token.MUL && !readsOwn(ref, cell) && e.valueTraces(ref) {
				return true
			}
		case *ssa.MakeClosure, *ssa.DebugRef:
		default:
			return true
		}
	}
	return false
}

// readsOwn reports whether a closure reads from a captured variable what it
// has put there itself, and never what it found there.
func readsOwn(load *ssa.UnOp, cell ssa.Value) bool {
	if _, captured := cell.(*ssa.FreeVar); !captured {
		return false
	}
	for _, ref := range ssax.Referrers(cell) {
		store, ok := ref.(*ssa.Store)
		if !ok || store.Addr != cell {
			continue
		}
		if store.Block() == load.Block() && ssax.Before(store, load) || store.Block() != load.Block() && store.Block().Dominates(load.Block()) {
			return true
		}
	}
	return false
}

// valueTraces reports whether anything but tests is made of a value.
func (e *engine) valueTraces(v ssa.Value) bool {
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
			if sum := e.OfCall(&ref.Call); sum != nil && sum.Verdict != summary.NoVerdict {
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
func (t *tracker) runDefers(n int, s state, instr ssa.Instruction) (state, bool) {
	for _, b := range t.fn.Blocks {
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
				if t.set.carries(s, binding) && !rewrites(mc, binding) && t.e.closureTraces(mc, binding) {
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

// rewrites reports whether a closure puts something into a cell that it also
// reads: an error that it wraps is still there.
func rewrites(mc *ssa.MakeClosure, cell ssa.Value) bool {
	reads, writes := false, false
	for i, binding := range mc.Bindings {
		if binding != cell {
			continue
		}
		for _, ref := range ssax.Referrers(mc.Fn.(*ssa.Function).FreeVars[i]) {
			switch ref.(type) {
			case *ssa.Store:
				writes = true
			case *ssa.UnOp:
				reads = true
			}
		}
	}
	return reads && writes
}

// overwrittenBy reports whether a closure that runs now writes over the only
// cell that holds the error, without having read it: each of its paths does.
func (t *tracker) overwrittenBy(s state, mc *ssa.MakeClosure) (state, bool) {
	fn := mc.Fn.(*ssa.Function)
	for i, binding := range mc.Bindings {
		if !t.set.carries(s, binding) {
			continue
		}
		store := soleStore(fn.FreeVars[i])
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
		if !s.looked() || t.fn.Recover != nil {
			return s, true
		}
	}
	return s, false
}

// soleStore returns the store that is all that is done with a captured cell,
// or nil.
func soleStore(cell *ssa.FreeVar) *ssa.Store {
	var store *ssa.Store
	for _, ref := range ssax.Referrers(cell) {
		s, ok := ref.(*ssa.Store)
		if !ok || s.Val == cell || store != nil {
			return nil
		}
		store = s
	}
	return store
}

// boundAndTraced reports whether a closure that is made here captures a cell
// that holds the error and makes something of it.
func (t *tracker) boundAndTraced(s state, mc *ssa.MakeClosure) bool {
	if deferredOnly(mc) {
		return false
	}
	for _, binding := range mc.Bindings {
		if t.set.carries(s, binding) && t.e.closureTraces(mc, binding) {
			return true
		}
	}
	return false
}

// deferredOnly reports whether all that is done with a closure is to defer it.
func deferredOnly(mc *ssa.MakeClosure) bool {
	for _, ref := range ssax.Referrers(mc) {
		if d, ok := ref.(*ssa.Defer); !ok || d.Call.Value != mc {
			return false
		}
	}
	return true
}
