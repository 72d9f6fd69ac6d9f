package compose

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/fix/source"
)

// Failures that are expected are answers, and a line for each of them is none that anybody would
// write.

// expected reports whether the failure is one of the answers: whether something is there is asked, or one of
// several ways is tried.
func (w *work) expected() bool {
	for _, ev := range []defect.Evidence{defect.EvProbe, defect.EvTrial, defect.EvFallback, defect.EvPredicate} {
		if slices.Contains(w.f.Evidence, ev) {
			return true
		}
	}
	return false
}

// toldApart reports whether the package asks elsewhere what kind of error the same function has
// given, as by errors.Is, IsNotFound or a comparison: some of its failures are expected.
func (w *work) toldApart() bool {
	if w.site.Origin == nil {
		return false
	}
	if w.c.apart == nil {
		w.c.apart = w.c.toldApart()
	}
	callee := w.c.rooms.Package.Callee(w.site.Origin)
	return callee != nil && slices.ContainsFunc(w.c.apart[callee], func(call *ast.CallExpr) bool { return call != w.site.Origin })
}

// toldApart returns the calls of each function whose errors the package tells apart.
func (c *Composer) toldApart() map[*types.Func][]*ast.CallExpr {
	apart := make(map[*types.Func][]*ast.CallExpr)
	pkg := c.rooms.Package
	for _, file := range pkg.Files {
		src := pkg.File(file.FileStart)
		if src == nil {
			continue
		}
		for n := range ast.Preorder(file) {
			id := c.askedOf(n)
			if id == nil {
				continue
			}
			if of := source.GivenBy(src, id, n.Pos()); of != nil {
				if callee := pkg.Callee(of); callee != nil {
					apart[callee] = append(apart[callee], of)
				}
			}
		}
	}
	return apart
}

// askedOf returns the variable of whose error a node asks which it is; nil if it asks nothing of the
// kind.
func (c *Composer) askedOf(n ast.Node) *ast.Ident {
	pkg := c.rooms.Package
	var x ast.Expr
	switch n := n.(type) {
	case *ast.CallExpr:
		if len(n.Args) == 0 || !source.IsBool(pkg.Pass.TypesInfo.TypeOf(n)) {
			return nil
		}
		x = n.Args[0]
	case *ast.BinaryExpr:
		if n.Op != token.EQL && n.Op != token.NEQ || source.NilTest(n) != nil {
			return nil
		}
		x = n.X
	default:
		return nil
	}
	if id, ok := ast.Unparen(x).(*ast.Ident); ok && pkg.IsErrorVar(id) {
		return id
	}
	return nil
}

// tries reports whether a loop is left as soon as the call does not fail: it tries one thing after
// another, or one thing again and again, and a line a round would say little.
func (w *work) tries() bool {
	call := w.site.Origin
	if call == nil {
		return false
	}
	var body *ast.BlockStmt
	for _, n := range w.src.Path(call.Pos(), call.End()) {
		switch n := n.(type) {
		case *ast.ForStmt:
			body = n.Body
		case *ast.RangeStmt:
			body = n.Body
		case *ast.FuncLit, *ast.FuncDecl:
			return false
		}
		if body != nil {
			break
		}
	}
	if body == nil {
		return false
	}
	if leaves(body.List) {
		return true
	}
	left := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ForStmt, *ast.RangeStmt, *ast.FuncLit, *ast.SelectStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt:
			return false // what is left there may be these
		case *ast.IfStmt:
			test, ok := n.Cond.(*ast.BinaryExpr)
			if !ok || test.Op != token.EQL || !leaves(n.Body.List) {
				break
			}
			if id, ok := source.NilTest(test).(*ast.Ident); ok && source.GivenBy(w.src, id, n.Cond.Pos()) == call {
				left = true
			}
		}
		return !left
	})
	return left
}

// leaves reports whether statements end in one that leaves the loop that they stand in.
func leaves(list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	switch last := list[len(list)-1].(type) {
	case *ast.ReturnStmt:
		return true
	case *ast.BranchStmt:
		return last.Tok == token.BREAK
	}
	return false
}
