package fix

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

// An edited is a declaration as a fix leaves it, type-checked. What a fix does
// is shown of this, and not of the plan of it: which variable a name stands for,
// what that holds there, and what runs before what.
type edited struct {
	*checked
	piece   *source.Piece
	edits   []analysis.TextEdit
	written []source.Span // what the edits put into the declaration
}

// newEdited returns a piece as edits leave it.
func newEdited(p *source.Piece, edits []analysis.TextEdit, after *checked) *edited {
	return &edited{checked: after, piece: p, edits: edits, written: p.Written(edits)}
}

// moved returns where what stands at pos in the file is now, and whether it is
// still there.
func (e *edited) moved(pos token.Pos) (token.Pos, bool) {
	at, ok := e.piece.Moved(pos, e.edits)
	return e.file.FileStart + token.Pos(at), ok
}

// wrote reports whether a node is one that the edits put there.
func (e *edited) wrote(n ast.Node) bool {
	from, to := int(n.Pos()-e.file.FileStart), int(n.End()-e.file.FileStart)
	return slices.ContainsFunc(e.written, func(s source.Span) bool { return s.From <= from && to <= s.To })
}

// text returns the text of a node.
func (e *edited) of(n ast.Node) string {
	return string(e.source[n.Pos()-e.file.FileStart : n.End()-e.file.FileStart])
}

// decl returns the declaration.
func (e *edited) decl() ast.Decl { return e.file.Decls[len(e.file.Decls)-1] }

// object returns what an identifier stands for.
func (e *edited) object(id *ast.Ident) types.Object {
	if obj := e.info.Uses[id]; obj != nil {
		return obj
	}
	return e.info.Defs[id]
}

// variable returns the variable that an expression is the name of, or nil.
func (e *edited) variable(x ast.Expr) *types.Var {
	id, ok := ast.Unparen(x).(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := e.object(id).(*types.Var)
	return v
}

// call returns where a call of the file stands in the edited declaration: in its
// place, or where the edits have moved it.
func (e *edited) call(call *ast.CallExpr) *ast.CallExpr {
	text := e.piece.File.Text(call)
	kept, isKept := e.moved(call.Pos())
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
func (e *edited) path(n ast.Node) []ast.Node {
	path, _ := astutil.PathEnclosingInterval(e.file, n.Pos(), n.End())
	return path
}

// function returns the innermost function around a node, and its body.
func (e *edited) function(n ast.Node) (ast.Node, *ast.BlockStmt) {
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
func (e *edited) mayReturn(call *ast.CallExpr) bool {
	var id *ast.Ident
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		id = fun
	case *ast.SelectorExpr:
		id = fun.Sel
	default:
		return true
	}
	switch obj := e.info.Uses[id].(type) {
	case *types.Builtin:
		return obj.Name() != "panic"
	case *types.Func:
		effect, _ := known.EffectOf(obj)
		return !effect.Exits && effect.Role != known.Exits
	}
	return true
}

// repeats reports whether a line that the edits have written for an error stands
// beside one that says the same, or has a key twice.
func (e *edited) repeats(names []string) bool {
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
func (e *edited) keyTwice(x ast.Expr) bool {
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
