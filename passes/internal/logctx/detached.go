package logctx

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/logline"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/reqctx"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// background judges a line that is given a detached context, or written with
// a logger that is bound to one. ok is false where it is given neither, or one that work is
// done with, too: but in a goroutine that a request starts, that one loses the values of
// the request's for no reason.
func (l *Reporter) background(call ssa.CallInstruction, effect known.Effect) (says defect.Statement, ok bool) {
	common := call.Common()
	says.Logger = l.nameOf(ssax.CalleeObject(common))
	if effect.TakesContext {
		args := ssax.Args(common)
		if len(args) == 0 {
			return says, false
		}
		says.Kind = defect.GivenBackground
		if from, detached := l.Reqs.Detached(args[0]); detached && l.onlyLogs(args[0]) {
			says.Given = from
			return says, true
		}
		if begun := reqctx.BegunFrom(args[0]); begun != nil && reqctx.Outlives(call.Parent()) && !slices.ContainsFunc(args[1:], l.namesRequest) {
			from, detached := l.Reqs.Detached(begun)
			says.Given = from
			return says, detached
		}
		return says, false
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

// namesRequest reports whether an argument of a line holds data of the request.
func (l *Reporter) namesRequest(arg ssa.Value) bool {
	for v := range logline.Parts(arg) {
		if l.Reqs.FromRequest(v) {
			return true
		}
	}
	return false
}

// outliving returns how a line in fn names the request's context: in a
// goroutine that goes on after the request, as it is without the request's
// end, so that no work with it is cut off.
func (l *Reporter) outliving(fn *ssa.Function, ctx string) string {
	if reqctx.Outlives(fn) {
		return "context.WithoutCancel(" + ctx + ")"
	}
	return ctx
}
