// Package captured says what becomes of an error in a variable that closures capture,
// outside of the function at hand.
package captured

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// Cells are the captured variables of a package. What is known of them holds for as long as
// the summaries do that they were made with.
type Cells struct {
	known  *summary.Book
	traced map[ssa.Value]bool // see Traces
}

// New returns the captured variables of a package, whose summaries say what callees do.
func New(known *summary.Book) *Cells {
	return &Cells{known: known, traced: make(map[ssa.Value]bool)}
}

// Traces reports whether the error in a cell leaves a trace through
// another function than the one that stores it. Deferred literals do not
// count for their own function's cells: they run at its end, where the flow
// asks for them.
func (x *Cells) Traces(cell ssa.Value) bool {
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
func (x *Cells) addressTaken(cell *ssa.Alloc) bool {
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
func (x *Cells) closuresTrace(cell ssa.Value, deferredToo bool) bool {
	for _, ref := range ssax.Referrers(cell) {
		mc, ok := ref.(*ssa.MakeClosure)
		if !ok || !deferredToo && ssax.DeferredOnly(mc) {
			continue
		}
		if x.ClosureTraces(mc, cell) {
			return true
		}
	}
	return false
}

// ClosureTraces reports whether one closure makes something of the cell.
func (x *Cells) ClosureTraces(mc *ssa.MakeClosure, cell ssa.Value) bool {
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
func (x *Cells) usesTrace(cell ssa.Value, after func(read ssa.Instruction) bool) bool {
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
func (x *Cells) valueTraces(v ssa.Value) bool {
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
