package logline

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// NeverWritten returns the calls of a function that begin a line which nothing writes, in
// the order of the source: log.Error().Err(err) without Msg or Send. A line that is handed
// to a function, stored or returned may be written there; log.Debug().Enabled() begins none,
// it asks whether one would be written.
func NeverWritten(fn *ssa.Function) []*ssa.Call {
	var found []*ssa.Call
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			effect, ok := program.EffectOf(&call.Call)
			if !ok || effect.Role != known.Wraps || effect.Level == known.NoLevel || !isEvent(call.Type()) || givenEvent(call) {
				continue
			}
			if e := (&event{seen: make(map[ssa.Value]bool)}); !e.mayBeWritten(call) && !e.onlyAsked() {
				found = append(found, call)
			}
		}
	}
	return found
}

// isEvent reports whether a type is that of a line under way: a method Msg writes it.
func isEvent(t types.Type) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "Msg")
	fn, ok := obj.(*types.Func)
	if !ok {
		return false
	}
	effect, ok := known.EffectOf(fn)
	return ok && effect.Role == known.Logs
}

// givenEvent reports whether a call is one of a method of a line under way, which begins
// none.
func givenEvent(call *ssa.Call) bool {
	receiver := ssax.Receiver(&call.Call)
	return receiver != nil && isEvent(receiver.Type())
}

// An event is a line under way, followed through what is done with it.
type event struct {
	seen   map[ssa.Value]bool
	asked  bool // whether it would be written
	filled bool // something was put in
}

// onlyAsked reports whether all that was done with a line is to ask whether it would be
// written.
func (e *event) onlyAsked() bool { return e.asked && !e.filled }

// mayBeWritten reports whether a line is written, or goes where it may be.
func (e *event) mayBeWritten(v ssa.Value) bool {
	if e.seen[v] {
		return false
	}
	e.seen[v] = true
	for _, ref := range ssax.Referrers(v) {
		switch ref := ref.(type) {
		case *ssa.DebugRef, *ssa.BinOp:
		case *ssa.Phi:
			if e.mayBeWritten(ref) {
				return true
			}
		case *ssa.Store:
			cell, local := ref.Addr.(*ssa.Alloc)
			if !local || ref.Val != v || e.cellMayBeWritten(cell) {
				return true
			}
		case *ssa.Call:
			if ssax.Receiver(&ref.Call) != v || e.callMayWrite(ref) {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// callMayWrite reports whether a method of a line writes it, or gives a line that may be
// written.
func (e *event) callMayWrite(call *ssa.Call) bool {
	effect, ok := program.EffectOf(&call.Call)
	switch {
	case effect.Role == known.Logs:
		return true
	case isEvent(call.Type()):
		e.filled = true
		return e.mayBeWritten(call)
	case ssax.IsBool(call.Type()):
		e.asked = true
		return false
	}
	return !ok
}

// cellMayBeWritten reports whether a line that a local variable holds may be written.
func (e *event) cellMayBeWritten(cell *ssa.Alloc) bool {
	for _, ref := range ssax.Referrers(cell) {
		switch ref := ref.(type) {
		case *ssa.Store, *ssa.DebugRef:
		case *ssa.UnOp:
			if ref.Op != token.MUL || e.mayBeWritten(ref) {
				return true
			}
		default:
			return true
		}
	}
	return false
}
