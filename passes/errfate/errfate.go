package errfate

import (
	"fmt"
	"reflect"
	"runtime/debug"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/summary"
)

// Analyzer follows every error of a package to its end. It reports nothing
// itself; its result is a [*Result].
var Analyzer = &analysis.Analyzer{
	Name:       "errfate",
	Doc:        doc,
	URL:        "https://pkg.go.dev/github.com/loglint/loglint/passes/errfate",
	Flags:      flags(),
	Run:        run,
	Requires:   []*analysis.Analyzer{inspect.Analyzer},
	FactTypes:  []analysis.Fact{(*summary.Summary)(nil), (*Idiom)(nil)},
	ResultType: reflect.TypeFor[*Result](),
}

func run(pass *analysis.Pass) (any, error) {
	if known.IsStd(pass.Pkg.Path()) {
		// The tables describe the standard library.
		return &Result{}, nil
	}
	e, err := newEngine(pass)
	if err != nil {
		return &Result{Failures: []defect.Failure{{Pos: pass.Files[0].Package, Text: err.Error()}}}, nil
	}
	e.solve()
	e.Export()
	e.log.exportIdiom(pass)
	if program.IsDependency(pass) {
		// Only its facts are wanted.
		return &Result{}, nil
	}
	return e.result(), nil
}

// guard runs f, which analyses fn, and turns a panic into a failure that is
// reported: no input may stop the analysis of the rest.
func (e *engine) guard(fn *ssa.Function, f func()) {
	defer func() {
		if r := recover(); r != nil {
			e.giveUp(fn, defect.Failure{Text: fmt.Sprint(r), Stack: string(debug.Stack())})
		}
	}()
	f()
}

// giveUp says that the analysis of fn was given up, and why. Nothing is known of it
// then, and nothing found in it.
func (e *engine) giveUp(fn *ssa.Function, why defect.Failure) {
	why.Pos = fn.Pos()
	why.Text = fmt.Sprintf("analysis of %s gave up: %s", funcName(fn), why.Text)
	e.failures = append(e.failures, why)
	e.broken[fn] = true
}
