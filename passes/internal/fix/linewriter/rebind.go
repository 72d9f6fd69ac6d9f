package linewriter

import (
	"go/ast"
	"go/token"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/fix/reach"
	"github.com/loglint/loglint/passes/internal/fix/source"
)

// RootOf returns the part of a line that is first called of its logger, nil where the
// line is not one that can be taken apart.
func (wr *Writer) RootOf(src *source.File, call *ast.CallExpr) *ast.SelectorExpr {
	if wr.lines.TakeApart(src, call) == nil {
		return nil
	}
	var first *ast.SelectorExpr
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	for ok {
		first = sel
		inner, isCall := ast.Unparen(sel.X).(*ast.CallExpr)
		if !isCall || !wr.lines.IsLink(inner) {
			break
		}
		sel, ok = ast.Unparen(inner.Fun).(*ast.SelectorExpr)
	}
	return first
}

// FromContext returns the loggers that the package gets from a context, as they can
// be had of ctx at pos and are sure to be there.
func (wr *Writer) FromContext(src *source.File, pos token.Pos, ctx string, binders []defect.Binder) []reach.Reached {
	var bound, sure []reach.Reached
	for _, s := range wr.lines.Samples() {
		maker, isCall := s.Root.(*ast.CallExpr)
		if !isCall || len(maker.Args) != 1 || !wr.pkg.IsContextExpr(maker.Args[0]) {
			continue
		}
		if r, ok := wr.loggers.Reach(src, s.Logger, pos, ctx, nil); ok {
			bound = append(bound, r)
		}
	}
	for _, b := range binders {
		if r, ok := wr.loggers.BoundBy(src, b, nil, pos, ctx); ok {
			bound = append(bound, r)
		}
	}
	for _, r := range bound {
		if guard, ok := wr.loggers.Guard(src, r, pos); guard == "" && ok { // no line is written under it
			sure = append(sure, r)
		}
	}
	return sure
}
