package trace

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"

	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/known"
)

// An Edited is a declaration as a fix leaves it, type-checked. What a fix does
// is shown of this, and not of the plan of it: which variable a name stands for,
// what that holds there, and what runs before what.
type Edited struct {
	Piece   *source.Piece // the declaration as it was
	file    *ast.File     // of the head and the declaration alone
	text    []byte        // of the file
	Info    *types.Info   // Uses and Defs of the file
	edits   []analysis.TextEdit
	written []source.Span // what the edits put into the declaration
}

// New returns a piece as edits leave it: the file that it is then, with its text,
// and what its names stand for.
func New(p *source.Piece, edits []analysis.TextEdit, file *ast.File, text []byte, info *types.Info) *Edited {
	return &Edited{Piece: p, file: file, text: text, Info: info, edits: edits, written: p.Written(edits)}
}

// Moved returns where what stands at pos in the file is now, and whether it is
// still there.
func (e *Edited) Moved(pos token.Pos) (token.Pos, bool) {
	at, ok := e.Piece.Moved(pos, e.edits)
	return e.file.FileStart + token.Pos(at), ok
}

// wrote reports whether a node is one that the edits put there.
func (e *Edited) wrote(n ast.Node) bool {
	from, to := int(n.Pos()-e.file.FileStart), int(n.End()-e.file.FileStart)
	return slices.ContainsFunc(e.written, func(s source.Span) bool { return s.From <= from && to <= s.To })
}

// of returns the text of a node.
func (e *Edited) of(n ast.Node) string {
	return string(e.text[n.Pos()-e.file.FileStart : n.End()-e.file.FileStart])
}

// decl returns the declaration.
func (e *Edited) decl() ast.Decl { return e.file.Decls[len(e.file.Decls)-1] }

// object returns what an identifier stands for.
func (e *Edited) object(id *ast.Ident) types.Object {
	if obj := e.Info.Uses[id]; obj != nil {
		return obj
	}
	return e.Info.Defs[id]
}

// variable returns the variable that an expression is the name of, or nil.
func (e *Edited) variable(x ast.Expr) *types.Var {
	id, ok := ast.Unparen(x).(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := e.object(id).(*types.Var)
	return v
}

// call returns where a call of the file stands in the edited declaration: in its
// place, or where the edits have moved it.
func (e *Edited) call(call *ast.CallExpr) *ast.CallExpr {
	text := e.Piece.File.Text(call)
	kept, isKept := e.Moved(call.Pos())
	var found *ast.CallExpr
	ast.Inspect(e.decl(), func(n ast.Node) bool {
		c, ok := n.(*ast.CallExpr)
		if !ok || found != nil {
			return found == nil
		}
		if (isKept && c.Pos() == kept || !isKept && e.wrote(c)) && e.of(c) == text {
			found = c
		}
		return true
	})
	return found
}

// path returns the nodes around a node, the innermost first.
func (e *Edited) path(n ast.Node) []ast.Node {
	path, _ := astutil.PathEnclosingInterval(e.file, n.Pos(), n.End())
	return path
}

// function returns the innermost function around a node, and its body.
func (e *Edited) function(n ast.Node) (ast.Node, *ast.BlockStmt) {
	for _, n := range e.path(n) {
		switch n := n.(type) {
		case *ast.FuncDecl:
			return n, n.Body
		case *ast.FuncLit:
			return n, n.Body
		}
	}
	return nil, nil
}

// mayReturn reports whether the program can go on after a call.
func (e *Edited) mayReturn(call *ast.CallExpr) bool {
	var id *ast.Ident
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		id = fun
	case *ast.SelectorExpr:
		id = fun.Sel
	default:
		return true
	}
	switch obj := e.Info.Uses[id].(type) {
	case *types.Builtin:
		return obj.Name() != "panic"
	case *types.Func:
		effect, _ := known.EffectOf(obj)
		return !effect.Exits && effect.Role != known.Exits
	}
	return true
}

// Repeats reports whether a line that the edits have written for an error stands
// beside one that says the same, or has a key twice.
func (e *Edited) Repeats(names []string) bool {
	for _, id := range e.writtenNames(names) {
		path := e.path(id)
		for i, n := range path {
			stmt, ok := n.(ast.Stmt)
			if !ok || i+1 == len(path) {
				continue
			}
			if expr, isExpr := stmt.(*ast.ExprStmt); isExpr && e.keyTwice(expr.X) {
				return true
			}
			list := source.Statements(path[i+1])
			if list == nil {
				continue
			}
			for _, other := range list {
				if other != stmt && e.of(other) == e.of(stmt) {
					return true
				}
			}
			break
		}
	}
	return false
}

// keyTwice reports whether a call has a constant text twice among its arguments,
// beside each other's values: "err", err, "err", err.
func (e *Edited) keyTwice(x ast.Expr) bool {
	call, ok := x.(*ast.CallExpr)
	if !ok {
		return false
	}
	seen := make(map[string]bool)
	for _, arg := range call.Args {
		text := e.of(arg)
		switch arg.(type) {
		case *ast.BasicLit, *ast.CallExpr:
			if seen[text] {
				return true
			}
			seen[text] = true
		}
	}
	return false
}
