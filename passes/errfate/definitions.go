package errfate

import (
	"go/ast"
	"go/types"

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
func (e *engine) beginsContext(rhs ast.Expr) bool {
	call, ok := ast.Unparen(rhs).(*ast.CallExpr)
	if !ok || len(call.Args) > 0 {
		return false
	}
	sig, ok := e.Pass.TypesInfo.TypeOf(call.Fun).(*types.Signature)
	if !ok {
		return false
	}
	// A method without arguments may give the context that its receiver has.
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	return !(ok && e.Pass.TypesInfo.Selections[sel] != nil) && sig.Params().Len() == 0
}

// defs returns the definitions of the package's variables that are contexts
// or requests.
func (e *engine) defs() map[*types.Var]definition {
	if e.definitions != nil {
		return e.definitions
	}
	e.definitions = make(map[*types.Var]definition)
	for _, file := range e.Pass.Files {
		for _, d := range file.Decls {
			decl, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			ast.Inspect(decl, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.FuncDecl:
					e.defineParams(n, n.Type, decl)
				case *ast.FuncLit:
					e.defineParams(n, n.Type, decl)
				case *ast.AssignStmt:
					for i, lhs := range n.Lhs {
						rhs := n.Rhs[0]
						if len(n.Rhs) == len(n.Lhs) {
							rhs = n.Rhs[i]
						}
						e.define(lhs, rhs, decl)
					}
				case *ast.ValueSpec:
					for i, name := range n.Names {
						if len(n.Values) > 0 {
							e.define(name, n.Values[min(i, len(n.Values)-1)], decl)
						}
					}
				}
				return true
			})
		}
	}
	return e.definitions
}

func (e *engine) define(lhs, rhs ast.Expr, decl *ast.FuncDecl) {
	id, ok := lhs.(*ast.Ident)
	if !ok {
		return
	}
	v, ok := e.Pass.TypesInfo.Defs[id].(*types.Var)
	if ok && isRequestType(v.Type()) {
		e.definitions[v] = definition{rhs: rhs, decl: decl}
	}
}

func (e *engine) defineParams(fn ast.Node, typ *ast.FuncType, decl *ast.FuncDecl) {
	// A function that is given a request and gives a response sends it.
	outgoing := false
	if typ.Results != nil {
		for _, r := range typ.Results.List {
			if tv, ok := e.Pass.TypesInfo.Types[r.Type]; ok && ssax.IsNamed(tv.Type, "net/http", "Response") {
				outgoing = true
			}
		}
	}
	for _, field := range typ.Params.List {
		for _, name := range field.Names {
			if v, ok := e.Pass.TypesInfo.Defs[name].(*types.Var); ok {
				if isRequestType(v.Type()) {
					e.definitions[v] = definition{param: true, outgoing: outgoing, fn: fn, decl: decl}
				}
			}
		}
	}
}
