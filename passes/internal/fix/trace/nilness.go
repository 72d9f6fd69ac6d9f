package trace

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/cfg"

	"github.com/loglint/loglint/passes/internal/fix/source"
)

// maybeNil says of the nodes of the graph whether a variable may be nil where they
// are about to be evaluated: a line for an error is not to say that there is none.
func (f *flow) maybeNil(v *types.Var) map[ast.Node]bool {
	if m := f.nilness[v]; m != nil {
		return m
	}
	before := make(map[ast.Node]bool)
	f.nilness[v] = before
	in := map[*cfg.Block]bool{f.graph.Blocks[0]: true}
	seen := map[*cfg.Block]bool{f.graph.Blocks[0]: true}
	for work := []*cfg.Block{f.graph.Blocks[0]}; len(work) > 0; {
		b := work[len(work)-1]
		work = work[:len(work)-1]
		now := in[b]
		for _, n := range b.Nodes {
			before[n] = now
			if d, ok := f.sets(n, v); ok {
				now = !f.isMade(d)
			}
		}
		for edge, succ := range b.Succs {
			may := now || f.nilOn(b, edge, v, true)
			if f.nilOn(b, edge, v, false) {
				may = false
			}
			if !seen[succ] || may && !in[succ] {
				seen[succ] = true
				in[succ] = in[succ] || may
				work = append(work, succ)
			}
		}
	}
	return before
}

// isMade reports whether a def gives a variable an error that is made there.
func (f *flow) isMade(d def) bool {
	if d.rhs == nil {
		return false
	}
	call, ok := ast.Unparen(d.rhs).(*ast.CallExpr)
	if !ok {
		return false
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	fn, ok := f.edited.Info.Uses[sel.Sel].(*types.Func)
	return ok && (fn.FullName() == "fmt.Errorf" || fn.FullName() == "errors.New")
}

// asked returns the argument that a call compares with nil and says no more of, and
// how: the function is one of the file that does nothing else.
func (f *flow) asked(call *ast.CallExpr) (ast.Expr, token.Token) {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	if !ok {
		return nil, 0
	}
	for _, decl := range f.edited.Piece.File.Syntax.Decls {
		fn, ok := decl.(*ast.FuncDecl)
		if !ok || fn.Recv != nil || fn.Name.Name != id.Name || fn.Body == nil || len(fn.Body.List) != 1 || f.edited.Info.Uses[id] == nil || f.edited.Info.Uses[id].Pos() != fn.Name.Pos() {
			continue
		}
		ret, ok := fn.Body.List[0].(*ast.ReturnStmt)
		if !ok || len(ret.Results) != 1 {
			return nil, 0
		}
		test, ok := ast.Unparen(ret.Results[0]).(*ast.BinaryExpr)
		if !ok {
			return nil, 0
		}
		tested, ok := source.NilTest(test).(*ast.Ident)
		if !ok {
			return nil, 0
		}
		i := 0
		for _, field := range fn.Type.Params.List {
			for _, name := range field.Names {
				if name.Name == tested.Name && i < len(call.Args) {
					return call.Args[i], test.Op
				}
				i++
			}
		}
	}
	return nil, 0
}
