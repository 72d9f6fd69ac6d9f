package place

import (
	"go/ast"
	"go/token"
	"go/types"
)

// This file is about what runs before what. A fix may evaluate a call earlier
// than its statement did only where nothing can tell the difference.

// IsFirst reports whether a call is the first thing that an expression evaluates,
// whatever comes of the rest. What && or || guards may not be called at all, and
// what another operand does before it, it may depend on: neither can be taken out
// of its condition.
func (sp *Spot) IsFirst(call *ast.CallExpr, x ast.Expr) bool {
	for {
		switch e := ast.Unparen(x).(type) {
		case *ast.CallExpr:
			return e == call
		case *ast.UnaryExpr:
			if e.Op != token.NOT && e.Op != token.SUB {
				return false
			}
			x = e.X
		case *ast.BinaryExpr:
			x = e.X
			if tv := sp.places.pkg.Pass.TypesInfo.Types[e.X]; tv.Value != nil || tv.IsNil() {
				if e.Op == token.LAND || e.Op == token.LOR {
					return false
				}
				x = e.Y // a constant is not evaluated
			}
		default:
			return false
		}
	}
}

// Lasts reports whether what a call is made with is the same later: names
// of functions and packages, constants, variables that are set only where they are
// declared, and fields that the package sets only where it makes their structs.
func (sp *Spot) Lasts(call *ast.CallExpr) bool {
	info := sp.places.pkg.Pass.TypesInfo
	fn := sp.src.Declaration(call.Pos())
	if fn == nil {
		return false
	}
	set := sp.places.setAgain()
	good := true
	ast.Inspect(call, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr, *ast.IndexExpr, *ast.SliceExpr, *ast.StarExpr, *ast.TypeAssertExpr, *ast.FuncLit, *ast.UnaryExpr:
			good = good && n == ast.Node(call)
		case *ast.Ident:
			if v, ok := info.Uses[n].(*types.Var); ok {
				good = good && !set[v] && (v.IsField() || v.Pkg() == nil || v.Parent() != v.Pkg().Scope())
			}
		}
		return good
	})
	return good
}

// setAgain returns the variables and fields of the package that get another value
// than their first, or may: by an assignment, or through a pointer.
func (p *Places) setAgain() map[types.Object]bool {
	if p.resets != nil {
		return p.resets
	}
	p.resets = make(map[types.Object]bool)
	info := p.pkg.Pass.TypesInfo
	note := func(x ast.Expr) {
		switch x := ast.Unparen(x).(type) {
		case *ast.Ident:
			if v, ok := info.Uses[x].(*types.Var); ok { // := is Defs
				p.resets[v] = true
			}
		case *ast.SelectorExpr:
			if v, ok := info.Uses[x.Sel].(*types.Var); ok {
				p.resets[v] = true
			}
		}
	}
	for _, file := range p.pkg.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for _, lhs := range n.Lhs {
					note(lhs)
				}
			case *ast.IncDecStmt:
				note(n.X)
			case *ast.RangeStmt:
				if n.Tok == token.ASSIGN {
					note(n.Key)
					note(n.Value)
				}
			case *ast.UnaryExpr:
				if n.Op == token.AND {
					note(n.X)
				}
			}
			return true
		})
	}
	return p.resets
}
