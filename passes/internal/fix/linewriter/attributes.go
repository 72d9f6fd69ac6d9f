package linewriter

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/fix/style"
	"github.com/loglint/loglint/passes/internal/known"
)

// attributes returns what the new line is to say beside its message and its error, as it is written: what
// all lines for errors say in the function that it goes into, as far as that can be said there.
func (wr *Writer) attributes(src *source.File, s *style.Sample, w Wanted) string {
	decl := src.Declaration(w.Pos)
	if decl == nil || w.Value || s.Call == nil || s.Shape.Form != style.Pairs && s.Shape.Form != style.Fields {
		return ""
	}
	var shared []style.Attribute
	seen := false
	for _, other := range wr.lines.Samples() {
		if other.Call == nil || other.File != src.Syntax || src.Declaration(other.Call.Pos()) != decl || !other.HasError {
			continue
		}
		if l := other.Level(); l != known.NoLevel && (l < known.Warn || l == known.Fatal) || other.Shape.Form != s.Shape.Form {
			continue
		}
		said := wr.lines.Attributes(src, other)
		if !seen {
			shared, seen = said, true
			continue
		}
		shared = slices.DeleteFunc(shared, func(a style.Attribute) bool {
			return !slices.ContainsFunc(said, func(b style.Attribute) bool { return a.Text == b.Text })
		})
	}
	var texts []string
	for _, a := range shared {
		if wr.sayable(src, decl, a.Value, w) {
			texts = append(texts, a.Text)
		}
	}
	return strings.Join(texts, ", ")
}

// sayable reports whether an expression means the same where the new line goes as where it stands,
// and cannot fail there: what it is read from was there before the call that fails, and its fields
// are those of what the function was given.
func (wr *Writer) sayable(src *source.File, decl *ast.FuncDecl, x ast.Expr, w Wanted) bool {
	if tv, ok := wr.pkg.Pass.TypesInfo.Types[x]; ok && tv.Value != nil {
		return true
	}
	plain := true
	for {
		switch v := ast.Unparen(x).(type) {
		case *ast.CallExpr:
			if _, method := wr.pkg.Pass.TypesInfo.Selections[selectorOf(v)]; !method || len(v.Args) > 0 {
				return false
			}
			x, plain = v.Fun, false
			continue
		case *ast.SelectorExpr:
			if _, field := wr.pkg.Pass.TypesInfo.Selections[v]; !field {
				return false
			}
			x, plain = v.X, false
			continue
		case *ast.Ident:
			obj, ok := wr.pkg.Pass.TypesInfo.Uses[v].(*types.Var)
			if !ok || src.Lookup(v.Name, w.Pos) != obj {
				return false
			}
			switch {
			case decl.Recv != nil && decl.Recv.Pos() <= obj.Pos() && obj.Pos() < decl.Recv.End():
				return true
			case decl.Type.Params.Pos() <= obj.Pos() && obj.Pos() < decl.Type.Params.End():
				return plain || isStruct(obj.Type()) // a pointer may be nil here
			}
			return plain && w.Call != nil && obj.Pos() < wr.begins(src, w.Call.Pos())
		}
		return false
	}
}

// begins returns where the statement begins in which a call stands.
func (wr *Writer) begins(src *source.File, call token.Pos) token.Pos {
	if stmt, _ := src.Statement(call, call); stmt != nil {
		return stmt.Pos()
	}
	return call
}

func isStruct(t types.Type) bool {
	_, ok := t.Underlying().(*types.Struct)
	return ok
}

// selectorOf returns the selector that a call calls, nil if it calls something else.
func selectorOf(call *ast.CallExpr) *ast.SelectorExpr {
	sel, _ := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	return sel
}
