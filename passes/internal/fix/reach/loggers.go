package reach

import (
	"go/ast"
	"go/types"

	"github.com/loglint/loglint/passes/internal/fix/source"
)

// A Loggers finds the loggers of a package that lines can be written with.
type Loggers struct {
	pkg  *source.Package
	put  []string // packages whose loggers are put into contexts
	sure []string // functions that make a logger of any context

	nilable *optionals                              // see optional
	users   map[types.Object]map[*ast.FuncDecl]bool // see usersOf
	calling map[*ast.FuncDecl]map[types.Object]bool // see callsDecl
}

// New returns the loggers of a package. Those of the packages put are put
// into contexts, and the functions sure make one of any context.
func New(pkg *source.Package, put, sure []string) *Loggers {
	return &Loggers{pkg: pkg, put: put, sure: sure}
}
