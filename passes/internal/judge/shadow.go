package judge

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/loglint/loglint/passes/internal/origin"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// shadowed returns the line on which a variable is read that the one which takes the error
// hides, and that is always nil: it is declared without a value, and nothing assigns it. ok
// is false if there is none.
func (g *Judge) shadowed(o *origin.Origin) (line int, ok bool) {
	if o.Instr == nil {
		return 0, false
	}
	_, id := g.Source.Taken(o.Instr.Pos(), o.Result)
	decl := ssax.Outermost(o.Fn).Syntax()
	if id == nil || decl == nil {
		return 0, false
	}
	inner, _ := g.Pass.TypesInfo.Defs[id].(*types.Var)
	if inner == nil || inner.Parent() == nil {
		return 0, false
	}
	_, obj := inner.Parent().Parent().LookupParent(inner.Name(), id.Pos())
	outer, _ := obj.(*types.Var)
	if outer == nil || outer.Parent() == g.Pass.Pkg.Scope() || !types.Identical(outer.Type(), inner.Type()) || !g.alwaysNil(outer, decl) {
		return 0, false
	}
	read := token.NoPos
	ast.Inspect(decl, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if ok && g.Pass.TypesInfo.Uses[id] == outer && id.Pos() > inner.Parent().End() && (!read.IsValid() || id.Pos() < read) {
			read = id.Pos()
		}
		return true
	})
	if !read.IsValid() {
		return 0, false
	}
	return g.Source.Line(read), true
}

// alwaysNil reports whether a variable of a function is declared without a value, and
// nothing in the function assigns it or takes its address. A result is given what a return
// statement returns, which deferred functions see: where there are any, that is not known.
func (g *Judge) alwaysNil(v *types.Var, decl ast.Node) bool {
	declared, result, assigned, defers := false, false, false, false
	is := func(x ast.Expr) bool {
		id, ok := ast.Unparen(x).(*ast.Ident)
		return ok && g.Pass.TypesInfo.ObjectOf(id) == v
	}
	ast.Inspect(decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ValueSpec:
			for _, name := range n.Names {
				declared = declared || len(n.Values) == 0 && is(name)
			}
		case *ast.FuncType:
			if n.Results != nil {
				for _, field := range n.Results.List {
					for _, name := range field.Names {
						result = result || is(name)
					}
				}
			}
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				assigned = assigned || is(lhs)
			}
		case *ast.RangeStmt:
			assigned = assigned || n.Key != nil && is(n.Key) || n.Value != nil && is(n.Value)
		case *ast.UnaryExpr:
			assigned = assigned || n.Op == token.AND && is(n.X)
		case *ast.DeferStmt:
			defers = true
		}
		return true
	})
	return !assigned && (declared || result && !defers)
}
