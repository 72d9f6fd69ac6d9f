package errfate

import (
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/ssax"
)

// A getter of an error has no parameters and keeps what it gives: rows.Err(),
// ctx.Err(), scanner.Err(). To ask it once whether there is an error and once more for
// the line is to log that error.

// asksAgain reports whether a call asks the getter again from which the error came.
func (t *tracker) asksAgain(call *ssa.CallCommon) bool {
	if t.born == nil {
		return false
	}
	born, ok := t.born.(*ssa.Call)
	return ok && isGetter(&born.Call) && isGetter(call) &&
		ssax.CalleeObject(&born.Call) == ssax.CalleeObject(call) && ssax.Same(asked(&born.Call), asked(call))
}

// isGetter reports whether a call is that of a getter of an error, as its name and its
// type say; context.Cause is one as well.
func isGetter(call *ssa.CallCommon) bool {
	obj := ssax.CalleeObject(call)
	if obj == nil {
		return false
	}
	sig := obj.Signature()
	if sig.Results().Len() != 1 || !ssax.IsError(sig.Results().At(0).Type()) {
		return false
	}
	if sig.Recv() == nil {
		return obj.Pkg() != nil && obj.Pkg().Path() == "context" && obj.Name() == "Cause"
	}
	return sig.Params().Len() == 0 && (obj.Name() == "Err" || obj.Name() == "Error")
}

// asked returns what a getter is asked of.
func asked(call *ssa.CallCommon) ssa.Value {
	if receiver := ssax.Receiver(call); receiver != nil {
		return receiver
	}
	return call.Args[0]
}
