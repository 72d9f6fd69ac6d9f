package source

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"
)

// Outlives reports whether a call runs in a goroutine that is started by the
// function that has a variable, and so may still run when that function, which may
// have it from a request, is over.
func (s *File) Outlives(call *ast.CallExpr, v *types.Var) bool {
	path := s.Path(call.Pos(), call.End())
	for i, n := range path {
		lit, ok := n.(*ast.FuncLit)
		if !ok {
			continue
		}
		if lit.Pos() <= v.Pos() && v.Pos() < lit.End() {
			return false
		}
		if i+2 < len(path) {
			if _, ok := path[i+2].(*ast.GoStmt); ok {
				return true
			}
		}
	}
	return false
}

// Encloses reports whether a node has another in it.
func Encloses(outer, inner ast.Node) bool {
	return outer.Pos() <= inner.Pos() && inner.End() <= outer.End()
}

// Thing returns what an expression reads: a variable, a field of whatever it is
// of, or the function that it calls; nil if it is none of these.
func (p *Package) Thing(x ast.Expr) types.Object {
	return ThingIn(p.Pass.TypesInfo, x)
}

// ThingIn is [Package.Thing] for an expression that info knows.
func ThingIn(info *types.Info, x ast.Expr) types.Object {
	switch x := ast.Unparen(x).(type) {
	case *ast.Ident:
		if v, ok := info.ObjectOf(x).(*types.Var); ok {
			return v.Origin()
		}
	case *ast.SelectorExpr:
		if v, ok := info.Uses[x.Sel].(*types.Var); ok {
			return v.Origin()
		}
	case *ast.CallExpr:
		var id *ast.Ident
		switch fun := ast.Unparen(x.Fun).(type) {
		case *ast.Ident:
			id = fun
		case *ast.SelectorExpr:
			id = fun.Sel
		}
		if fn, ok := info.Uses[id].(*types.Func); ok {
			return fn.Origin()
		}
	}
	return nil
}

// NilTest returns what a comparison compares with nil, or nil.
func NilTest(n ast.Node) ast.Expr {
	b, ok := n.(*ast.BinaryExpr)
	if !ok || b.Op != token.NEQ && b.Op != token.EQL {
		return nil
	}
	if id, ok := ast.Unparen(b.Y).(*ast.Ident); ok && id.Name == "nil" {
		return ast.Unparen(b.X)
	}
	if id, ok := ast.Unparen(b.X).(*ast.Ident); ok && id.Name == "nil" {
		return ast.Unparen(b.Y)
	}
	return nil
}

// Callee returns the function that a call calls by name.
func (p *Package) Callee(call *ast.CallExpr) *types.Func {
	fn, _ := typeutil.Callee(p.Pass.TypesInfo, call).(*types.Func)
	return fn
}

// IsContextExpr reports whether an expression is a context.
func (p *Package) IsContextExpr(x ast.Expr) bool {
	t := p.Pass.TypesInfo.TypeOf(x)
	return t != nil && IsContext(t)
}

// ErrorIn returns the first identifier in expressions that is a variable of
// type error, or nil.
func (p *Package) ErrorIn(exprs []ast.Expr) *ast.Ident {
	var found *ast.Ident
	for _, x := range exprs {
		ast.Inspect(x, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok && found == nil && p.IsErrorVar(id) {
				found = id
			}
			return found == nil
		})
	}
	return found
}

// IsErrorVar reports whether an identifier is the name of a variable of type error.
func (p *Package) IsErrorVar(id *ast.Ident) bool {
	v, ok := p.Pass.TypesInfo.Uses[id].(*types.Var)
	return ok && !v.IsField() && IsError(v.Type())
}

// GivenBy returns the last call before pos whose error the variable was given that id names;
// nil if that is not seen.
func GivenBy(s *File, id *ast.Ident, pos token.Pos) *ast.CallExpr {
	decl := s.Declaration(pos)
	if decl == nil {
		return nil
	}
	obj := s.pkg.Pass.TypesInfo.Uses[id]
	var last *ast.CallExpr
	for n := range ast.Preorder(decl) {
		assign, ok := n.(*ast.AssignStmt)
		if !ok || assign.Pos() > pos || len(assign.Rhs) != 1 {
			continue
		}
		for _, lhs := range assign.Lhs {
			if v, ok := lhs.(*ast.Ident); ok && (s.pkg.Pass.TypesInfo.Defs[v] == obj || s.pkg.Pass.TypesInfo.Uses[v] == obj) {
				last, _ = ast.Unparen(assign.Rhs[0]).(*ast.CallExpr)
			}
		}
	}
	return last
}

// Statements returns the statements that a node holds as a list.
func Statements(n ast.Node) []ast.Stmt {
	switch n := n.(type) {
	case *ast.BlockStmt:
		return n.List
	case *ast.CaseClause:
		return n.Body
	case *ast.CommClause:
		return n.Body
	}
	return nil
}

// Unindexed returns an expression without the types that it is instantiated with.
func Unindexed(x ast.Expr) ast.Expr {
	switch x := ast.Unparen(x).(type) {
	case *ast.IndexExpr:
		return ast.Unparen(x.X)
	case *ast.IndexListExpr:
		return ast.Unparen(x.X)
	default:
		return x
	}
}

// Constant returns the string that an expression is, "" if it is none that is
// known.
func (p *Package) Constant(x ast.Expr) string {
	if tv := p.Pass.TypesInfo.Types[x]; tv.Value != nil && tv.Value.Kind() == constant.String {
		return constant.StringVal(tv.Value)
	}
	return ""
}
