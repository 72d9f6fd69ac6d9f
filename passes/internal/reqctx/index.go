// Package reqctx says what belongs to a request: which values stand for one, whose
// context a context is, and which is in lexical reach where a line is written.
//
// Its laws: what it answers follows from the package alone and does not depend on the
// order of the questions; a context of which it cannot be told whose it is, is anybody's;
// and code that runs before there are requests has none.
package reqctx

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/program"
)

// An Index knows the contexts of the requests of a package.
type Index struct {
	values

	definitions map[*types.Var]definition // see defs
	startups    map[*ast.FuncDecl]bool    // see startup
	preparers   map[*ast.FuncDecl]bool    // see Preparing
	requests    map[*types.Var]bool       // see ofRequest
	served      map[*types.Var]bool       // see setToServed
	givens      map[*ssa.Function]Whose   // see givenTo
}

// values say which values stand for a request by themselves, wherever they come from.
type values struct {
	*program.Program
	any      bool              // whatever context can be named counts, of requests or not
	handlers map[ast.Node]bool // see registered
}

// New returns the index of a package. With any, whatever context can be named where a
// line is written counts as one of a request.
func New(p *program.Program, any bool) *Index {
	return &Index{values: values{Program: p, any: any}, requests: make(map[*types.Var]bool), served: make(map[*types.Var]bool)}
}
