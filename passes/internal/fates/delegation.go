package fates

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/errflow"
	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// A helper that is handed an error and loses it whatever happens is where the
// fix belongs: one report there, none at its callers. The callers tell what
// the error is worth; a helper that other packages of the module call is
// judged without them, so it is one only if by itself it answers a client
// with a failure.

// LosesHere reports whether a callee that is handed an error as parameter i,
// with the given fate, is a helper of this module that loses it. to is its
// parameter, if the helper is of this package.
func (pkg *Package) LosesHere(common *ssa.CallCommon, i int, fate summary.Fate) (to errflow.Delegate, loses bool) {
	fn := ssax.StaticCallee(common)
	sum := pkg.Known.OfCall(common)
	if fn == nil || sum == nil || fate.Has(summary.Traces) || sum.Verdict != summary.NoVerdict {
		return errflow.Delegate{}, false
	}
	if fate.Has(summary.Classified) && !(fate.Has(summary.Answered) && fate.Has(summary.Dropped)) {
		return errflow.Delegate{}, false
	}
	if params := fn.Signature.Params(); i >= params.Len() || !ssax.IsError(params.At(i).Type()) {
		return errflow.Delegate{}, false
	}
	if pkg.Functions[fn] != nil {
		return errflow.Delegate{Fn: fn, Param: i}, true
	}
	obj, ok := fn.Object().(*types.Func)
	return errflow.Delegate{}, ok && obj != nil && pkg.SameModule(obj.Pkg()) && FailsClients(obj, sum, fate)
}

// FailsClients reports whether a function that other packages may call is,
// without a look at its callers, one that answers a client with a failure and
// loses the error it is handed.
func FailsClients(obj *types.Func, sum *summary.Summary, fate summary.Fate) bool {
	if !obj.Exported() || fate.Has(summary.Traces) || !fate.Has(summary.Answered) || !fate.Has(summary.Dropped) {
		return false
	}
	return sum.Answers.Done && sum.Answers.Arg < 0 && (sum.Answers.Status >= 500 || sum.Answers.Status == summary.ComputedStatus)
}
