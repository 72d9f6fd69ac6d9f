// Package srcindex leads from SSA back to the source, for what SSA loses: how the
// result of a call is taken, which branch a test of an error leads to and how that
// leaves, what comments say there, and exact ranges. It knows nothing of SSA but the
// positions that go/ssa gives its instructions.
//
// Its laws: what it returns follows from the syntax alone, for any program that
// type-checks; and what it does not know is said to be so, never guessed.
package srcindex

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
)

// An Index leads from SSA back to the source, for what SSA loses: how
// a result is taken, which statement a test belongs to, comments, and exact
// ranges. The keys are the positions that go/ssa gives its instructions.
type Index struct {
	fset    *token.FileSet
	info    *types.Info
	calls   map[token.Pos]inspector.Cursor // by Lparen; go and defer statements by keyword
	tests   map[token.Pos]inspector.Cursor // comparisons, by operator
	returns map[token.Pos]inspector.Cursor
	files   []*ast.File
}

func New(pass *analysis.Pass) *Index {
	x := &Index{
		fset:    pass.Fset,
		info:    pass.TypesInfo,
		calls:   make(map[token.Pos]inspector.Cursor),
		tests:   make(map[token.Pos]inspector.Cursor),
		returns: make(map[token.Pos]inspector.Cursor),
		files:   pass.Files,
	}
	root := pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root()
	for c := range root.Preorder((*ast.CallExpr)(nil), (*ast.BinaryExpr)(nil), (*ast.GoStmt)(nil), (*ast.DeferStmt)(nil), (*ast.CaseClause)(nil), (*ast.ReturnStmt)(nil)) {
		switch n := c.Node().(type) {
		case *ast.CallExpr:
			x.calls[n.Lparen] = c
		case *ast.GoStmt:
			x.calls[n.Go] = c
		case *ast.DeferStmt:
			x.calls[n.Defer] = c
		case *ast.BinaryExpr:
			x.tests[n.OpPos] = c
		case *ast.ReturnStmt:
			x.returns[n.Return] = c
		case *ast.CaseClause:
			// The comparison of a switch with a tag has the position of the
			// case's expression.
			for _, e := range n.List {
				if _, ok := x.tests[e.Pos()]; !ok {
					x.tests[e.Pos()] = c
				}
			}
		}
	}
	return x
}

// Line returns the line of pos, as drivers show it: that of the source, where
// the file was made from one.
func (x *Index) Line(pos token.Pos) int {
	if !pos.IsValid() {
		return 0
	}
	return x.fset.Position(pos).Line
}

// Call returns the call expression at pos, as go/ssa gives it.
func (x *Index) Call(pos token.Pos) (*ast.CallExpr, inspector.Cursor, bool) {
	c, ok := x.calls[pos]
	if !ok {
		return nil, c, false
	}
	switch n := c.Node().(type) {
	case *ast.CallExpr:
		return n, c, true
	case *ast.GoStmt:
		return n.Call, c, true
	case *ast.DeferStmt:
		return n.Call, c, true
	}
	return nil, c, false
}

// Statement returns the position of the statement that the call at pos stands
// in.
func (x *Index) Statement(pos token.Pos) token.Pos {
	_, c, ok := x.Call(pos)
	for ok && c.Node() != nil {
		if stmt, isStmt := c.Node().(ast.Stmt); isStmt {
			return stmt.Pos()
		}
		if _, isFile := c.Node().(*ast.File); isFile {
			break
		}
		c = c.Parent()
	}
	return pos
}

// File returns the file that pos lies in.
func (x *Index) File(pos token.Pos) *ast.File {
	for _, f := range x.files {
		if f.FileStart <= pos && pos < f.FileEnd {
			return f
		}
	}
	return nil
}

// Return returns the statement of the return instruction at pos, nil if there is none
// in the source.
func (x *Index) Return(pos token.Pos) *ast.ReturnStmt {
	if c, ok := x.returns[pos]; ok {
		stmt, _ := c.Node().(*ast.ReturnStmt)
		return stmt
	}
	return nil
}
