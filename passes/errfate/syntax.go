package errfate

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// A syntax is the index from SSA back to the source, for what SSA loses: how
// a result is taken, which statement a test belongs to, comments, and exact
// ranges. The keys are the positions that go/ssa gives its instructions.
type syntax struct {
	fset    *token.FileSet
	info    *types.Info
	calls   map[token.Pos]inspector.Cursor // by Lparen; go and defer statements by keyword
	tests   map[token.Pos]inspector.Cursor // comparisons, by operator
	returns map[token.Pos]inspector.Cursor
	files   []*ast.File
}

func newSyntax(pass *analysis.Pass) *syntax {
	x := &syntax{
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

// line returns the line of pos, as drivers show it: that of the source, where
// the file was made from one.
func (x *syntax) line(pos token.Pos) int {
	if !pos.IsValid() {
		return 0
	}
	return x.fset.Position(pos).Line
}

// call returns the call expression at pos, as go/ssa gives it.
func (x *syntax) call(pos token.Pos) (*ast.CallExpr, inspector.Cursor, bool) {
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

// A taking says how source takes the error result of a call.
type taking uint8

const (
	takenValue   taking = iota // by a variable, an argument, an operand
	takenBare                  // by nothing: f()
	takenBlank                 // by the blank identifier, with another result kept: v, _ := f()
	takenIgnored               // by the blank identifier alone: _ = f()
	takenGo                    // go f()
	takenDefer                 // defer f()
)

// taken returns how result i of the call at pos is taken and the identifier
// it is assigned to, if it is assigned to one.
func (x *syntax) taken(pos token.Pos, i int) (taking, *ast.Ident) {
	call, c, ok := x.call(pos)
	if !ok {
		return takenValue, nil
	}
	switch c.Node().(type) {
	case *ast.GoStmt:
		return takenGo, nil
	case *ast.DeferStmt:
		return takenDefer, nil
	}
	for c.ParentEdgeKind() == edge.ParenExpr_X {
		c = c.Parent()
	}
	var lhs []ast.Expr
	switch c.ParentEdgeKind() {
	case edge.ExprStmt_X:
		return takenBare, nil
	case edge.GoStmt_Call:
		return takenGo, nil
	case edge.DeferStmt_Call:
		return takenDefer, nil
	case edge.AssignStmt_Rhs:
		assign := c.Parent().Node().(*ast.AssignStmt)
		lhs = assign.Lhs
		if len(assign.Rhs) > 1 {
			lhs = lhs[c.ParentEdgeIndex():][:1]
		}
	case edge.ValueSpec_Values:
		spec := c.Parent().Node().(*ast.ValueSpec)
		for _, name := range spec.Names {
			lhs = append(lhs, name)
		}
		if len(spec.Values) > 1 {
			lhs = lhs[c.ParentEdgeIndex():][:1]
		}
	default:
		return takenValue, nil
	}
	if i >= len(lhs) {
		return takenValue, nil
	}
	_ = call
	id, ok := ast.Unparen(lhs[i]).(*ast.Ident)
	if !ok {
		return takenValue, nil
	}
	if id.Name != "_" {
		return takenValue, id
	}
	for _, other := range lhs {
		if o, ok := other.(*ast.Ident); !ok || o.Name != "_" {
			return takenBlank, id
		}
	}
	return takenIgnored, id
}

// A branch is the part of a statement that runs when a test says that the
// error is not nil.
type branch struct {
	test ast.Node // the comparison
	stmt ast.Node // the if statement or case clause
	body []ast.Stmt
	from token.Pos // of the body
	to   token.Pos
}

// branchOf returns the branch of the test at pos. whenTrue says that the
// error branch is the one where the test holds.
func (x *syntax) branchOf(pos token.Pos, whenTrue bool) (branch, bool) {
	c, ok := x.tests[pos]
	if !ok {
		if _, cc, isCall := x.call(pos); isCall {
			c = cc
		} else {
			return branch{}, false
		}
	}
	b := branch{test: c.Node(), from: c.Node().End(), to: c.Node().End()}
	if cc, ok := c.Node().(*ast.CaseClause); ok {
		return clauseBranch(b, c, cc, whenTrue), true
	}
	// Climb through the condition; each negation swaps the branches.
	for {
		switch c.ParentEdgeKind() {
		case edge.ParenExpr_X, edge.BinaryExpr_X, edge.BinaryExpr_Y:
			c = c.Parent()
			continue
		case edge.UnaryExpr_X:
			if c.Parent().Node().(*ast.UnaryExpr).Op == token.NOT {
				whenTrue = !whenTrue
			}
			c = c.Parent()
			continue
		case edge.IfStmt_Cond:
			return ifBranch(b, c.Parent().Node().(*ast.IfStmt), whenTrue), true
		case edge.CaseClause_List:
			return clauseBranch(b, c.Parent(), c.Parent().Node().(*ast.CaseClause), whenTrue), true
		}
		return b, true
	}
}

// ifBranch completes b for a test in the condition of an if statement.
func ifBranch(b branch, s *ast.IfStmt, whenTrue bool) branch {
	b.stmt, b.body = s, nil
	switch {
	case whenTrue:
		b.body, b.from, b.to = s.Body.List, s.Body.Lbrace, s.Body.End()
	case s.Else != nil:
		b.from, b.to = s.Else.Pos(), s.Else.End()
		switch other := s.Else.(type) {
		case *ast.BlockStmt:
			b.body = other.List
		case *ast.IfStmt:
			// What stands in its branches need not be on the path.
			b.to = other.Body.Lbrace
		}
	default:
		b.from, b.to = s.Body.End(), s.Body.End()
	}
	return b
}

// clauseBranch completes b for a test that is the case of a switch: the error
// branch is the body of the case, or the cases after it.
func clauseBranch(b branch, c inspector.Cursor, cc *ast.CaseClause, whenTrue bool) branch {
	b.stmt = cc
	if whenTrue {
		b.body, b.from, b.to = cc.Body, cc.Colon, cc.End()
		return b
	}
	b.from, b.to = cc.End(), c.Parent().Node().End()
	return b
}

// leaves describes how the error branch leaves, in the words of the message,
// by its last statement.
func (x *syntax) leaves(b branch) (string, token.Pos) {
	if len(b.body) > 0 {
		last := b.body[len(b.body)-1]
		switch s := last.(type) {
		case *ast.ReturnStmt:
			return "returning", s.Pos()
		case *ast.BranchStmt:
			switch s.Tok {
			case token.CONTINUE:
				return "continuing", s.Pos()
			case token.BREAK:
				return "leaving the loop", s.Pos()
			}
			return "going on", s.Pos()
		}
	}
	return "going on", b.to
}

// statement returns the position of the statement that the call at pos stands
// in.
func (x *syntax) statement(pos token.Pos) token.Pos {
	_, c, ok := x.call(pos)
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

// file returns the file that pos lies in.
func (x *syntax) file(pos token.Pos) *ast.File {
	for _, f := range x.files {
		if f.FileStart <= pos && pos < f.FileEnd {
			return f
		}
	}
	return nil
}
