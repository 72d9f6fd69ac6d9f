package reqctx

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/ssax"
)

// A goroutine that a request starts may go on after it, and then works with a context that is
// not cancelled with the request's.

// BegunFrom returns the context that one was made of by what limits it or lets it be
// cancelled.
func BegunFrom(v ssa.Value) ssa.Value {
	var w ssax.Walk
	for w.Enter(v) {
		switch from := ssax.Unwrap(v).(type) {
		case *ssa.Extract:
			v = from.Tuple
		case *ssa.Call:
			obj := ssax.CalleeObject(&from.Call)
			if obj == nil || obj.Pkg() == nil || obj.Pkg().Path() != "context" || len(from.Call.Args) == 0 || obj.Name() == "WithoutCancel" {
				return from
			}
			v = from.Call.Args[0]
		default:
			return from
		}
	}
	return nil
}

// Outlives reports whether fn is run by a goroutine that goes on after the function around
// it has returned.
func Outlives(fn *ssa.Function) bool {
	for ; fn != nil && fn.Parent() != nil; fn = fn.Parent() {
		if startedBy(fn) && !waits(fn.Parent()) {
			return true
		}
	}
	return false
}

// startedBy reports whether the function around fn starts it as a goroutine.
func startedBy(fn *ssa.Function) bool {
	for _, b := range fn.Parent().Blocks {
		for _, instr := range b.Instrs {
			if spawn, ok := instr.(*ssa.Go); ok && ssax.Literal(spawn.Call.Value) == fn {
				return true
			}
		}
	}
	return false
}

// waits reports whether fn waits for anything: a channel, a method Wait.
func waits(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.UnOp:
				if instr.Op == token.ARROW {
					return true
				}
			case *ssa.Select:
				return true
			case *ssa.Range:
				if _, isChan := instr.X.Type().Underlying().(*types.Chan); isChan {
					return true
				}
			case ssa.CallInstruction:
				if obj := ssax.CalleeObject(instr.Common()); obj != nil && obj.Name() == "Wait" {
					return true
				}
			}
		}
	}
	return false
}
