package errflow

import (
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/ssax"
)

// A getter of an error has no parameters and keeps what it gives: rows.Err(),
// ctx.Err(), scanner.Err(). To ask it once whether there is an error and once more for
// the line is to log that error. So is a field in which a result keeps it.

// asksAgain reports whether a call asks the getter again from which the error came.
func (t *knowledge) asksAgain(call *ssa.CallCommon) bool {
	born, ok := t.born.(*ssa.Call)
	return ok && ssax.IsErrorGetter(&born.Call) && ssax.IsErrorGetter(call) &&
		ssax.CalleeObject(&born.Call) == ssax.CalleeObject(call) && ssax.Same(ssax.GetterOf(&born.Call), ssax.GetterOf(call))
}

// readsAgain reports whether a load reads the field again from which the error came: res.Error.
func (t *knowledge) readsAgain(load *ssa.UnOp) bool {
	born, ok := t.born.(*ssa.UnOp)
	return ok && ssax.Same(born, load)
}
