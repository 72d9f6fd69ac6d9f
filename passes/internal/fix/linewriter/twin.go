package linewriter

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/loglint/loglint/passes/internal/fix/source"
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
		if l := s.Level(); l != known.NoLevel && (l < known.Warn || l == known.Fatal) {
			continue // of what is expected there, or one that ends the program
		}
		if w.Ctx != nil && s.Shape.Ctx < 0 && !s.Leading && !s.BindsContext() {
			continue // a context is in reach, and the line has none
		}
		if r, ok := wr.loggers.Reach(src, s.Logger, w.Pos, "", nil); !ok {
			continue
		} else if guard, ok := wr.loggers.Guard(src, r, w.Pos); !ok || guard != "" {
			continue
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
			line.Like = s.Call
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
	if of, asked := wr.failures[line]; asked {
		return of
	}
	of := wr.failureOf(src, line)
	wr.failures[line] = of
	return of
}

func (wr *Writer) failureOf(src *source.File, line *ast.CallExpr) *ast.CallExpr {
	id := wr.pkg.ErrorIn(argsOf(line))
	if id == nil {
		return nil
	}
	return source.GivenBy(src, id, line.Pos())
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
	ok, names := true, false
	var lost types.Object
	decl := src.Declaration(w.Pos)
	if decl == nil {
		return Line{}, false
	}
	for _, arg := range argsOf(line) {
		if wr.pkg.ErrorIn([]ast.Expr{arg}) == nil && !wr.harmless(src, decl, arg, w) {
			return Line{}, false
		}
	}
	for n := range ast.Preorder(line) {
		switch n := n.(type) {
		case *ast.FuncLit:
			return Line{}, false
		case *ast.Ident:
			switch obj := wr.pkg.Pass.TypesInfo.Uses[n].(type) {
			case *types.Var:
				if wr.pkg.IsErrorVar(n) {
					if lost != nil && obj != lost || obj.Parent() == wr.pkg.Pass.Pkg.Scope() {
						return Line{}, false // another error
					}
					lost = obj
					text.WriteString(from.Between(last, n.Pos()) + w.Err)
					last = n.End()
					continue
				}
				if !obj.IsField() && obj.Parent() != wr.pkg.Pass.Pkg.Scope() && inArgs(line, n.Pos()) && !source.IsContext(obj.Type()) {
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
	m.Text = text.String()
	return m, true
}

// inArgs reports whether pos stands in the arguments of a line, or of the calls that it begins with.
func inArgs(line *ast.CallExpr, pos token.Pos) bool {
	for _, arg := range argsOf(line) {
		if arg.Pos() <= pos && pos < arg.End() {
			return true
		}
	}
	return false
}

// harmless reports whether an argument of a line can be evaluated where the new line goes: it is a
// constant, a variable or a getter of what was there before, and no secret by its name.
func (wr *Writer) harmless(src *source.File, decl *ast.FuncDecl, x ast.Expr, w Wanted) bool {
	if tv, ok := wr.pkg.Pass.TypesInfo.Types[x]; ok && tv.Value != nil || wr.pkg.IsContextExpr(x) {
		return true
	}
	selects := false
	for {
		switch v := ast.Unparen(x).(type) {
		case *ast.CallExpr:
			if _, method := wr.pkg.Pass.TypesInfo.Selections[selectorOf(v)]; !method || len(v.Args) > 0 {
				return false
			}
			x, selects = v.Fun, true
			continue
		case *ast.SelectorExpr:
			if _, field := wr.pkg.Pass.TypesInfo.Selections[v]; !field || secret(v.Sel.Name) {
				return false
			}
			x, selects = v.X, true
			continue
		case *ast.Ident:
			here, ok := src.Lookup(v.Name, w.Pos).(*types.Var)
			if !ok || secret(v.Name) || w.Call != nil && here.Pos() >= wr.begins(src, w.Call.Pos()) && here.Parent() != wr.pkg.Pass.Pkg.Scope() {
				return false
			}
			receiver := decl.Recv != nil && decl.Recv.Pos() <= here.Pos() && here.Pos() < decl.Recv.End()
			return !selects || receiver || isStruct(here.Type())
		}
		return false
	}
}

// secret reports whether a name says that a value must not be in a line.
func secret(name string) bool {
	lower := strings.ToLower(name)
	for _, word := range []string{"token", "secret", "password", "passwd", "apikey", "credential", "cookie", "dsn"} {
		if strings.Contains(lower, word) {
			return true
		}
	}
	return false
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
	return w.Call == nil || here.Pos() < wr.begins(src, w.Call.Pos())
}
