package linewriter

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/fix/style"
	"github.com/loglint/loglint/passes/internal/known"
)

// Twin returns the line with which the package logs the failure of another call of the same
// function, as it is to be written for this one: with its level, its words and all that it names. It is
// found only where each name in it means the same kind of thing here.
func (wr *Writer) Twin(src *source.File, w Wanted, failing *ast.CallExpr) (Line, bool) {
	callee := wr.pkg.Callee(failing)
	if callee == nil || w.Value {
		return Line{}, false
	}
	var found *Line
	inFile := false
	for _, s := range wr.lines.Samples() {
		if s.Call == nil || !s.HasError || found != nil && (inFile || s.File != src.Syntax) {
			continue
		}
		if l := style.LevelOf(s.Callee); l != known.NoLevel && l < known.Warn {
			continue // of what is expected there
		}
		from := wr.pkg.File(s.Call.Pos())
		if from == nil {
			continue
		}
		twin := wr.FailureOf(from, s.Call)
		if twin == nil || twin == failing || wr.pkg.Callee(twin) != callee {
			continue
		}
		if line, ok := wr.transplant(from, s.Call, src, w); ok {
			found, inFile = &line, s.File == src.Syntax
		}
	}
	if found == nil {
		return Line{}, false
	}
	return *found, true
}

// FailureOf returns the call whose error a line, or a test, is about: the last that the error's
// variable was given before it; nil if that is not seen.
func (wr *Writer) FailureOf(src *source.File, line *ast.CallExpr) *ast.CallExpr {
	id := wr.pkg.ErrorIn(argsOf(line))
	decl := src.Declaration(line.Pos())
	if id == nil || decl == nil {
		return nil
	}
	obj := wr.pkg.Pass.TypesInfo.Uses[id]
	var last *ast.CallExpr
	for n := range ast.Preorder(decl) {
		assign, ok := n.(*ast.AssignStmt)
		if !ok || assign.Pos() > line.Pos() || len(assign.Rhs) != 1 {
			continue
		}
		for _, lhs := range assign.Lhs {
			if v, ok := lhs.(*ast.Ident); ok && (wr.pkg.Pass.TypesInfo.Defs[v] == obj || wr.pkg.Pass.TypesInfo.Uses[v] == obj) {
				last, _ = ast.Unparen(assign.Rhs[0]).(*ast.CallExpr)
			}
		}
	}
	return last
}

// argsOf returns the arguments of a line, and of the calls that it begins with.
func argsOf(line *ast.CallExpr) []ast.Expr {
	var all []ast.Expr
	for call := line; call != nil; {
		all = append(all, call.Args...)
		sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
		if !ok {
			break
		}
		call, _ = ast.Unparen(sel.X).(*ast.CallExpr)
	}
	return all
}

// transplant writes a line of another place for this one, if all its names mean the same kind of thing
// here: variables of the same name and type, given before the call that fails.
// One that names nothing is about what the other call was given.
func (wr *Writer) transplant(from *source.File, line *ast.CallExpr, src *source.File, w Wanted) (Line, bool) {
	stmt, _ := from.Statement(line.Pos(), line.End())
	if expr, ok := stmt.(*ast.ExprStmt); !ok || ast.Unparen(expr.X) != line {
		return Line{}, false
	}
	var text strings.Builder
	var m Line
	last := line.Pos()
	ok, names, firstArg := true, false, line.Lparen
	for n := range ast.Preorder(line) {
		switch n := n.(type) {
		case *ast.FuncLit:
			return Line{}, false
		case *ast.Ident:
			switch obj := wr.pkg.Pass.TypesInfo.Uses[n].(type) {
			case *types.Var:
				if wr.pkg.IsErrorVar(n) {
					text.WriteString(from.Between(last, n.Pos()) + w.Err)
					last = n.End()
					continue
				}
				if !obj.IsField() && obj.Parent() != wr.pkg.Pass.Pkg.Scope() && n.Pos() > firstArg && !source.IsContext(obj.Type()) {
					names = true
				}
				ok = ok && (obj.IsField() || wr.meansTheSame(src, n.Name, obj, w))
			case *types.PkgName:
				name, imports := src.Qualifier(obj.Imported().Path(), obj.Imported().Name())
				ok = ok && name == n.Name
				m.Imports = append(m.Imports, imports...)
			case nil:
			default:
				elsewhere := obj.Pkg() != wr.pkg.Pass.Pkg || obj.Parent() == nil // qualified, predeclared, or a method
				ok = ok && (elsewhere || src.Lookup(n.Name, w.Pos) == obj)
			}
		}
	}
	if !ok || !names {
		return Line{}, false
	}
	text.WriteString(from.Between(last, line.End()))
	if strings.Contains(text.String(), "\n") {
		return Line{}, false // its lines are indented for another place
	}
	m.Text, m.logger = text.String(), ""
	return m, true
}

// meansTheSame reports whether a name stands for a variable of the same type where the new line
// goes: the same one, or one that was there before the call that fails.
func (wr *Writer) meansTheSame(src *source.File, name string, obj *types.Var, w Wanted) bool {
	here, ok := src.Lookup(name, w.Pos).(*types.Var)
	if !ok || !types.Identical(here.Type(), obj.Type()) {
		return false
	}
	if here == obj && here.Parent() == wr.pkg.Pass.Pkg.Scope() {
		return true
	}
	return w.Call == token.NoPos || here.Pos() < w.Call
}
