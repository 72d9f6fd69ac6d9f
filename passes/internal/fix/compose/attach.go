package compose

import (
	"go/ast"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/passes/internal/fix/source"
)

// wrappers are the packages that make errors by New and Errorf, and wrap others by Wrap and Wrapf.
var wrappers = map[string]bool{"github.com/pkg/errors": true, "github.com/cockroachdb/errors": true}

// remade returns the edit after which an error that is made from text alone is made from
// the error called name as well, as its package does that: errors.Wrap(err, "text").
func (w returnFix) remade(x ast.Expr, name string) (analysis.TextEdit, bool) {
	call, ok := ast.Unparen(x).(*ast.CallExpr)
	if !ok || len(call.Args) == 0 || call.Ellipsis.IsValid() {
		return analysis.TextEdit{}, false
	}
	fn := w.c.rooms.Package.Callee(call)
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if fn == nil || !ok || fn.Pkg() == nil || !wrappers[fn.Pkg().Path()] {
		return analysis.TextEdit{}, false
	}
	if w.c.rooms.Package.ErrorIn(call.Args) != nil || strings.Contains(w.src.Text(call.Args[0]), "%w") {
		return analysis.TextEdit{}, false // it has a cause already
	}
	wrap := map[string]string{"New": "Wrap", "Errorf": "Wrapf"}[fn.Name()]
	if wrap == "" || fn.Signature().Recv() != nil {
		return analysis.TextEdit{}, false
	}
	text := w.src.Text(sel.X) + "." + wrap + "(" + name
	for _, arg := range call.Args {
		text += ", " + w.src.Text(arg)
	}
	return source.Replacement(x, text+")"), true
}

// attached returns the edit after which an error that is returned has the error called name as
// its cause, where its type has a method for that which the package uses elsewhere:
// internalServerError("text").WithCause(err).
func (w returnFix) attached(x ast.Expr, name string) (analysis.TextEdit, bool) {
	call, ok := ast.Unparen(x).(*ast.CallExpr)
	if !ok || w.c.rooms.Package.ErrorIn(call.Args) != nil {
		return analysis.TextEdit{}, false
	}
	info := w.c.rooms.Package.Pass.TypesInfo
	t := info.TypeOf(call)
	if t == nil || types.IsInterface(t) {
		return analysis.TextEdit{}, false
	}
	for _, file := range w.c.rooms.Package.Pass.Files {
		for n := range ast.Preorder(file) {
			use, ok := n.(*ast.CallExpr)
			if !ok || len(use.Args) != 1 {
				continue
			}
			sel, ok := ast.Unparen(use.Fun).(*ast.SelectorExpr)
			if !ok || info.Selections[sel] == nil || !types.Identical(info.TypeOf(sel.X), t) || !types.Identical(info.TypeOf(use), t) {
				continue
			}
			fn, ok := info.Uses[sel.Sel].(*types.Func)
			if ok && takesCause(fn.Name()) && !fn.Signature().Variadic() && source.IsError(fn.Signature().Params().At(0).Type()) {
				return source.Insertion(x.End(), "."+fn.Name()+"("+name+")"), true
			}
		}
	}
	return analysis.TextEdit{}, false
}

// takesCause reports whether the name of a method that is given an error says that it takes it as the
// cause, and not as what a client is told.
func takesCause(method string) bool {
	lower := strings.ToLower(method)
	return strings.Contains(lower, "cause") || strings.Contains(lower, "internal") || strings.Contains(lower, "wrap")
}
