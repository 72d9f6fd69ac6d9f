// Package program holds a package in SSA, and what can be said of its functions without
// following any value: which of them a call may call, which implement a method, what
// variables of function type hold, in which order they depend on each other, and what
// belongs to the module and to tests.
//
// Its laws: what it answers does not depend on whether the tests of the package are
// loaded with it, nor on the order of the questions; and where something else than what
// was seen may be called as well, it says so.
package program

import (
	"go/ast"
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// Analyzer builds a package in SSA. Its result is a [*Program], nil for a package of the
// standard library, which the tables describe.
var Analyzer = &analysis.Analyzer{
	Name:       "errprogram",
	Doc:        "build the package in SSA, for errfate",
	Run:        run,
	ResultType: reflect.TypeFor[*Program](),
}

func run(pass *analysis.Pass) (any, error) {
	if Tabled(pass.Pkg.Path()) {
		return (*Program)(nil), nil
	}
	return New(pass), nil
}

// Tabled reports whether the package of a path is described by tables, so that it is not
// looked at.
func Tabled(path string) bool { return known.IsStd(path) }

// A Program is the package of a pass.
type Program struct {
	Pass *analysis.Pass // of the analyzer that has built it: what others require is not in it
	// Err says why the package could not be built; there are no functions then.
	Err   error
	Pkg   *ssa.Package
	Funcs []*ssa.Function // those that have a body, in the order of the source

	stores map[*types.Var][]ssa.Value      // see Stored
	impls  map[*types.Func][]*ssa.Function // see Implementations
	sites  map[*ssa.Function]Sites         // see SitesOf

	received map[*types.Var]bool // see Unread
	silenced map[string]bool     // see Silenced
}

// New builds the package of a pass in SSA.
func New(pass *analysis.Pass) *Program {
	pkg, funcs, err := ssax.Build(pass)
	p := &Program{Pass: pass, Err: err, Pkg: pkg, impls: make(map[*types.Func][]*ssa.Function)}
	for _, fn := range funcs {
		if len(fn.Blocks) > 0 {
			p.Funcs = append(p.Funcs, fn)
		}
	}
	return p
}

// InTest reports whether fn stands in a test file.
func (p *Program) InTest(fn *ssa.Function) bool {
	return strings.HasSuffix(p.Pass.Fset.PositionFor(fn.Pos(), false).Filename, "_test.go")
}

// IsTest reports whether a file is a test file.
func (p *Program) IsTest(file *ast.File) bool {
	return strings.HasSuffix(p.Pass.Fset.PositionFor(file.Package, false).Filename, "_test.go")
}
