package linewriter

import (
	"go/ast"
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
		if l := style.LevelOf(other.Callee); l != known.NoLevel && l < known.Warn || other.Shape.Form != s.Shape.Form {
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
			given := decl.Type.Pos() <= obj.Pos() && obj.Pos() < decl.Body.Pos() || decl.Recv != nil && decl.Recv.Pos() <= obj.Pos() && obj.Pos() < decl.Recv.End()
			return given || plain && w.Call.IsValid() && obj.Pos() < w.Call
		}
		return false
	}
}

// selectorOf returns the selector that a call calls, nil if it calls something else.
func selectorOf(call *ast.CallExpr) *ast.SelectorExpr {
	sel, _ := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	return sel
}
