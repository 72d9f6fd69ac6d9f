package errflow

import (
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/ssax"
)

// A getter of an error has no parameters and keeps what it gives: rows.Err(),
// ctx.Err(), scanner.Err(). To ask it once whether there is an error and once more for
// the line is to log that error.

// asksAgain reports whether a call asks the getter again from which the error came.
func (t *knowledge) asksAgain(call *ssa.CallCommon) bool {
	if t.born == nil {
		return false
	}
	born, ok := t.born.(*ssa.Call)
	return ok && ssax.IsErrorGetter(&born.Call) && ssax.IsErrorGetter(call) &&
		ssax.CalleeObject(&born.Call) == ssax.CalleeObject(call) && ssax.Same(ssax.GetterOf(&born.Call), ssax.GetterOf(call))
}
