// Package fates says what becomes of the errors of a package, function by function, and
// what callers need to know of each function: summaries, which it exports as facts.
package fates

import (
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/directive"
	"github.com/loglint/loglint/passes/internal/errflow"
	"github.com/loglint/loglint/passes/internal/logline"
	"github.com/loglint/loglint/passes/internal/options"
	"github.com/loglint/loglint/passes/internal/origin"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/reqctx"
	"github.com/loglint/loglint/passes/internal/summary"
)

// Analyzer follows every error of a package to its ends. Its result is a [*Package], nil
// for a package of the standard library.
var Analyzer = &analysis.Analyzer{
	Name:       "errfates",
	Doc:        "follow every error to its ends, for errfate",
	Run:        run,
	Requires:   []*analysis.Analyzer{program.Analyzer},
	FactTypes:  []analysis.Fact{(*summary.Summary)(nil)},
	ResultType: reflect.TypeFor[*Package](),
}

// A Package is what becomes of the errors of a package.
type Package struct {
	*program.Program
	Reqs    *reqctx.Index
	Dirs    *directive.Index
	Known   *summary.Book
	Lines   *logline.Reader
	Origins *origin.Finder
	// Functions has what was found in each function. One that was given up, or does not
	// settle, is not in it.
	Functions map[*ssa.Function]*Function
	// Failures are the functions that were given up.
	Failures []defect.Failure

	broken map[*ssa.Function]bool // those given up
}

// A Function is what becomes of the errors in one function.
type Function struct {
	Origins []*origin.Origin
	Flows   []*errflow.Flow // one for each origin; nil where nothing takes the error
	Params  []Param
}

// A Param is the flow of an error that is handed in.
type Param struct {
	Index int
	Flow  *errflow.Flow
}

func run(pass *analysis.Pass) (any, error) {
	prog := pass.ResultOf[program.Analyzer].(*program.Program)
	switch {
	case prog == nil:
		return (*Package)(nil), nil
	case prog.Err != nil:
		return &Package{Program: prog, Failures: []defect.Failure{{Pos: pass.Files[0].Package, Text: prog.Err.Error()}}}, nil
	}
	dirs := directive.New(pass.Fset, pass.Files)
	reqs := reqctx.New(prog, options.Reach == options.OfAny)
	known := summary.NewBook(pass, prog, dirs)
	pkg := &Package{
		Program:   prog,
		Reqs:      reqs,
		Dirs:      dirs,
		Known:     known,
		Lines:     logline.NewReader(known, options.DebugLines),
		Origins:   origin.NewFinder(prog, known, reqs),
		Functions: make(map[*ssa.Function]*Function),
		broken:    make(map[*ssa.Function]bool),
	}
	pkg.solve()
	known.Export()
	return pkg, nil
}

// guard runs f, which analyses fn, and notes its failure.
func (pkg *Package) guard(fn *ssa.Function, f func()) {
	if why := program.Guard(fn, f); why != nil {
		pkg.giveUp(fn, why)
	}
}

// giveUp notes that the analysis of fn was given up, and why. Nothing is known of it
// then, and nothing found in it.
func (pkg *Package) giveUp(fn *ssa.Function, why *defect.Failure) {
	pkg.Failures = append(pkg.Failures, *why)
	pkg.broken[fn] = true
}
