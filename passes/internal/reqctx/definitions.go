package reqctx

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/loglint/loglint/passes/internal/ssax"
)

// A definition is where a context or request variable gets its value.
type definition struct {
	param    bool
	outgoing bool          // a request that is sent, not served
	fn       ast.Node      // the function that has the parameter
	decl     *ast.FuncDecl // the declaration that it stands in
	rhs      ast.Expr      // what a local is set to
}

// beginsContext reports whether an expression is a context of nobody's: a call
// that is given nothing to make one of.
func (x *values) beginsContext(rhs ast.Expr) bool {
	call, ok := ast.Unparen(rhs).(*ast.CallExpr)
	if !ok || len(call.Args) > 0 {
		return false
	}
	sig, ok := x.Pass.TypesInfo.TypeOf(call.Fun).(*types.Signature)
	if !ok {
		return false
	}
	// A method without arguments may give the context that its receiver has.
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	return !(ok && x.Pass.TypesInfo.Selections[sel] != nil) && sig.Params().Len() == 0
}

// defs returns the definitions of the package's variables that are contexts
// or requests.
func (x *Index) defs() map[*types.Var]definition {
	if x.definitions != nil {
		return x.definitions
	}
	x.definitions = make(map[*types.Var]definition)
	for _, file := range x.Pass.Files {
		for _, d := range file.Decls {
			decl, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			ast.Inspect(decl, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.FuncDecl:
					x.defineParams(n, n.Type, decl)
				case *ast.FuncLit:
					x.defineParams(n, n.Type, decl)
				case *ast.AssignStmt:
					for i, lhs := range n.Lhs {
						rhs := n.Rhs[0]
						if len(n.Rhs) == len(n.Lhs) {
							rhs = n.Rhs[i]
						}
						x.define(lhs, rhs, decl)
					}
				case *ast.ValueSpec:
					for i, name := range n.Names {
						if len(n.Values) > 0 {
							x.define(name, n.Values[min(i, len(n.Values)-1)], decl)
						}
					}
				}
				return true
			})
		}
	}
	return x.definitions
}

func (x *Index) define(lhs, rhs ast.Expr, decl *ast.FuncDecl) {
	id, ok := lhs.(*ast.Ident)
	if !ok {
		return
	}
	v, ok := x.Pass.TypesInfo.Defs[id].(*types.Var)
	if ok && x.IsRequest(v.Type()) {
		x.definitions[v] = definition{rhs: rhs, decl: decl}
	}
}

func (x *Index) defineParams(fn ast.Node, typ *ast.FuncType, decl *ast.FuncDecl) {
	// A function that is given a request and gives a response sends it.
	outgoing := false
	if typ.Results != nil {
		for _, r := range typ.Results.List {
			if tv, ok := x.Pass.TypesInfo.Types[r.Type]; ok && ssax.IsNamed(tv.Type, "net/http", "Response") {
				outgoing = true
			}
		}
	}
	for _, field := range typ.Params.List {
		for _, name := range field.Names {
			if v, ok := x.Pass.TypesInfo.Defs[name].(*types.Var); ok {
				if x.IsRequest(v.Type()) {
					x.definitions[v] = definition{param: true, outgoing: outgoing, fn: fn, decl: decl}
				}
			}
		}
	}
}

// Handles reports whether the package handles requests: a function of it, outside its
// tests, is given one.
func (x *Index) Handles() bool {
	for v, def := range x.defs() {
		if def.param && !def.outgoing && x.IsServed(v.Type()) && !strings.HasSuffix(x.Pass.Fset.PositionFor(v.Pos(), false).Filename, "_test.go") {
			return true
		}
	}
	return false
}
