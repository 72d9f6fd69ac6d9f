package logctx

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/logline"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// background judges a line that is given a detached context, or written with
// a logger that is bound to one. ok is false where it is given neither.
func (l *Reporter) background(call ssa.CallInstruction, effect known.Effect) (says defect.Statement, ok bool) {
	common := call.Common()
	says.Logger = l.nameOf(ssax.CalleeObject(common))
	if effect.TakesContext {
		args := ssax.Args(common)
		if len(args) == 0 {
			return says, false
		}
		from, detached := l.Reqs.Detached(args[0])
		says.Kind, says.Given = defect.GivenBackground, from
		return says, detached && l.onlyLogs(args[0])
	}
	for logger := ssax.Receiver(common); logger != nil; {
		bind, isCall := ssax.Unwrap(logger).(*ssa.Call)
		if !isCall {
			return says, false
		}
		args := ssax.Args(&bind.Call)
		if len(args) > 0 && logline.IsLogger(common) {
			if from, detached := l.Reqs.Detached(args[0]); detached {
				says.Kind, says.Given = defect.BoundBackground, from
				return says, l.onlyLogs(args[0])
			}
		}
		logger = ssax.Receiver(&bind.Call)
	}
	return says, false
}

// onlyLogs reports whether a detached context is made for log lines alone:
// one that work is done with was detached on purpose.
func (l *Reporter) onlyLogs(v ssa.Value) bool {
	v = ssax.Unwrap(v)
	if _, isGlobal := ssax.GlobalOf(v); isGlobal {
		return true
	}
	for _, ref := range ssax.Referrers(v) {
		switch ref := ref.(type) {
		case ssa.CallInstruction:
			if effect, ok := program.EffectOf(ref.Common()); ok && effect.Role == known.Logs {
				continue
			}
			if results := ref.Common().Signature().Results(); results.Len() != 1 || !l.isLoggerType(results.At(0).Type()) {
				return false
			}
		case *ssa.DebugRef:
		default:
			return false
		}
	}
	return true
}

// outliving returns how a line in fn names the request's context: in a
// goroutine that goes on after the request, as it is without the request's
// end, so that no work with it is cut off.
func (l *Reporter) outliving(fn *ssa.Function, ctx string) string {
	for ; fn != nil && fn.Parent() != nil; fn = fn.Parent() {
		if startedBy(fn) && !waits(fn.Parent()) {
			return "context.WithoutCancel(" + ctx + ")"
		}
	}
	return ctx
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
