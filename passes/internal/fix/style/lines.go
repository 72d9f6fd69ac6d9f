package style

import (
	"go/ast"
	"slices"

	"github.com/loglint/loglint/passes/internal/fix/source"
)

// A Lines is what is known of how a package writes its lines. It finds that out once,
// when it is asked.
type Lines struct {
	pkg   *source.Package
	calls []*ast.CallExpr // that write lines, as far as the engine has seen

	samples []*Sample
	learned bool
	others  []*Sample          // see Unused
	binders map[string]*Sample // see Bound, by name
	styles  map[styleKey]Style
}

// New returns what is known of the lines of a package, which calls write.
func New(pkg *source.Package, calls []*ast.CallExpr) *Lines {
	return &Lines{pkg: pkg, calls: calls, binders: make(map[string]*Sample), styles: make(map[styleKey]Style)}
}

// IsLine reports whether a call writes a line.
func (ls *Lines) IsLine(call *ast.CallExpr) bool { return slices.Contains(ls.calls, call) }
