package errfate

import (
	"go/token"
	"go/types"
	"path/filepath"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/errflow"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/origin"
	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// A helper that is handed an error and loses it whatever happens is where the
// fix belongs: one report there, none at its callers. The callers tell what
// the error is worth; a helper that other packages of the module call is
// judged without them, so it is one only if by itself it answers a client
// with a failure.

// A handed error is the most telling one of those handed to a parameter.
type handedError struct {
	class   known.Class
	subject defect.Subject
	at      token.Pos
}

// LosesHere reports whether a callee that is handed an error as parameter i,
// with the given fate, is a helper of this module that loses it. to is its
// parameter, if the helper is of this package.
func (e *engine) LosesHere(common *ssa.CallCommon, i int, fate summary.Fate) (to errflow.Helper, loses bool) {
	fn := ssax.StaticCallee(common)
	sum := e.OfCall(common)
	if fn == nil || sum == nil || fate.Has(summary.Traces) || sum.Verdict != summary.NoVerdict {
		return errflow.Helper{}, false
	}
	if fate.Has(summary.Classified) && !(fate.Has(summary.Answered) && fate.Has(summary.Dropped)) {
		return errflow.Helper{}, false
	}
	if params := fn.Signature.Params(); i >= params.Len() || !ssax.IsError(params.At(i).Type()) {
		return errflow.Helper{}, false
	}
	if e.flows[fn] != nil {
		return errflow.Helper{Fn: fn, Param: i}, true
	}
	obj, ok := fn.Object().(*types.Func)
	return errflow.Helper{}, ok && obj != nil && e.SameModule(obj.Pkg()) && failsClients(obj, sum, fate)
}

// failsClients reports whether a function that other packages may call is,
// without a look at its callers, one that answers a client with a failure and
// loses the error it is handed.
func failsClients(obj *types.Func, sum *summary.Summary, fate summary.Fate) bool {
	if !obj.Exported() || fate.Has(summary.Traces) || !fate.Has(summary.Answered) || !fate.Has(summary.Dropped) {
		return false
	}
	return sum.Answers.Done && sum.Answers.Arg < 0 && (sum.Answers.Status >= 500 || sum.Answers.Status == summary.ComputedStatus)
}

// handOver notes which helpers of this package are handed errors and lose
// them, with the most telling one of each.
func (e *engine) handOver() {
	for _, fn := range e.Funcs {
		flow := e.flows[fn]
		if flow == nil || e.InTest(fn) {
			continue
		}
		for i, t := range flow.trackers {
			if t == nil {
				continue
			}
			o := flow.origins[i]
			for _, h := range t.Handed {
				if h.To.Fn == nil || o.Class < known.Likely && h.Status >= 400 && h.Status < 500 {
					continue // the client's own mistake, and it was told
				}
				if best, ok := e.handed[h.To]; !ok || o.Class > best.class {
					e.handed[h.To] = handedError{class: o.Class, subject: e.subject(o), at: h.Call.Pos()}
				}
			}
		}
	}
}

// handedTo returns the origin that stands for what parameter i of fn is
// handed, or nil if it is not judged.
func (e *engine) handedTo(fn *ssa.Function, p paramFlow) *origin.Origin {
	o := &origin.Origin{Fn: fn, Kind: origin.FromParam, Value: p.tracker.Root, Source: origin.FromSummary}
	if ssax.IsRangeFuncBody(fn) {
		o.Kind, o.Class = origin.FromYield, known.Environment
		return o
	}
	if h, ok := e.handed[errflow.Helper{Fn: fn, Param: p.index}]; ok {
		o.Class = h.class
		o.Handed = e.handedAt(h, fn.Pos())
		return o
	}
	obj, ok := fn.Object().(*types.Func)
	sum := e.Own[fn]
	if !ok || obj == nil || sum == nil || !failsClients(obj, sum, sum.Param(p.index)) {
		return nil
	}
	o.Class, o.Source = known.Environment, origin.FromInterface
	return o
}

// handedAt returns where a helper is handed an error, seen from the helper: in the same
// package.
func (e *engine) handedAt(h handedError, helper token.Pos) *defect.Handed {
	at, from := e.Pass.Fset.PositionFor(h.at, false), e.Pass.Fset.PositionFor(helper, false)
	handed := &defect.Handed{Line: at.Line, Subject: h.subject}
	if at.Filename != from.Filename {
		handed.File = filepath.Base(at.Filename)
	}
	return handed
}
