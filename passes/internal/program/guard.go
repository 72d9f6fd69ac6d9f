package program

import (
	"fmt"
	"runtime/debug"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// Guard runs f, which analyses fn, and turns a panic into a failure, which it returns: no
// input may stop the analysis of the rest. It returns nil if f has returned.
func Guard(fn *ssa.Function, f func()) (why *defect.Failure) {
	defer func() {
		if r := recover(); r != nil {
			why = GaveUp(fn, defect.Failure{Text: fmt.Sprint(r), Stack: string(debug.Stack())})
		}
	}()
	f()
	return nil
}

// GaveUp completes the failure of the analysis of fn.
func GaveUp(fn *ssa.Function, why defect.Failure) *defect.Failure {
	why.Pos = fn.Pos()
	why.Text = fmt.Sprintf("analysis of %s gave up: %s", ssax.FuncName(fn), why.Text)
	return &why
}
