package compose

import (
	"go/ast"
	"go/token"

	"github.com/loglint/loglint/passes/internal/fix/source"
)

// What a return would do harm to, where nothing looks at the result of a call, and a line beside a test
// that is itself wrong.

// becauseOfAnother reports whether another error may be on its way to the caller where the call
// stands: it is made in a branch that tests one, or the function's error has a name that is used before.
func (w untakenFix) becauseOfAnother() bool {
	pos := w.site.Origin.Pos()
	if w.usesResult(pos) {
		return true
	}
	for _, n := range w.src.Path(pos, pos) {
		var tests []ast.Expr
		switch n := n.(type) {
		case *ast.IfStmt:
			tests = []ast.Expr{n.Cond}
		case *ast.CaseClause:
			tests = n.List
		case *ast.FuncDecl, *ast.FuncLit:
			return false
		}
		for _, test := range tests {
			for x := range ast.Preorder(test) {
				if id, ok := x.(*ast.Ident); ok && w.c.rooms.Package.IsErrorVar(id) {
					return true
				}
			}
		}
	}
	return false
}

// usesResult reports whether the function around pos names the error it returns before pos.
func (w untakenFix) usesResult(pos token.Pos) bool {
	typ, fn := w.src.Function(pos, pos)
	if typ == nil || typ.Results.NumFields() == 0 {
		return false
	}
	names := typ.Results.List[len(typ.Results.List)-1].Names
	if len(names) == 0 {
		return false
	}
	info := w.c.rooms.Package.Pass.TypesInfo
	result := info.Defs[names[len(names)-1]]
	for n := range ast.Preorder(fn) {
		if id, ok := n.(*ast.Ident); ok && id.Pos() < pos && result != nil && info.Uses[id] == result {
			return true
		}
	}
	return false
}

// leavesUndone reports whether what has to be done in any case stands after pos in the function: a
// lock that is given back, a file that is closed. To return before that would be worse than to go on.
func (w untakenFix) leavesUndone(pos token.Pos) bool {
	_, fn := w.src.Function(pos, pos)
	if fn == nil {
		return true
	}
	for n := range ast.Preorder(fn) {
		expr, ok := n.(*ast.ExprStmt)
		if !ok || expr.Pos() <= pos {
			continue
		}
		call, ok := expr.X.(*ast.CallExpr)
		if !ok {
			continue
		}
		if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
			switch sel.Sel.Name {
			case "Unlock", "RUnlock", "Done", "Close", "Rollback", "Stop", "Release", "End", "Finish":
				return true
			}
		}
	}
	return false
}

// turnedRound reports whether the branch for no error does something with the error, which is nil
// there: the test is the wrong way round, and a line on the other way would leave it so.
func (w *work) turnedRound() bool {
	info := w.c.rooms.Package.Pass.TypesInfo
	for _, exit := range w.site.Exits {
		branch, ok := exit.Branch.(*ast.IfStmt)
		if !ok {
			continue
		}
		test, ok := branch.Cond.(*ast.BinaryExpr)
		if !ok || test.Op != token.EQL {
			continue
		}
		id, ok := source.NilTest(test).(*ast.Ident)
		if !ok {
			continue
		}
		for n := range ast.Preorder(branch.Body) {
			if use, ok := n.(*ast.Ident); ok && info.Uses[use] != nil && info.Uses[use] == info.Uses[id] && !assigned(branch.Body, use) {
				return true
			}
		}
	}
	return false
}

// assigned reports whether a block gives a value to a variable of an identifier's name: what is read of it
// there may be another error.
func assigned(body *ast.BlockStmt, id *ast.Ident) bool {
	for n := range ast.Preorder(body) {
		if assign, ok := n.(*ast.AssignStmt); ok {
			for _, lhs := range assign.Lhs {
				if other, ok := lhs.(*ast.Ident); ok && other.Name == id.Name {
					return true
				}
			}
		}
	}
	return false
}
