package srcindex

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/ast/edge"
	"golang.org/x/tools/go/ast/inspector"
)

// A Branch is the part of a statement that runs when a test says that the
// error is not nil.
type Branch struct {
	Test     ast.Node // the comparison
	Stmt     ast.Node // the if statement or case clause
	Body     []ast.Stmt
	From, To token.Pos // of the body
}

// BranchOf returns the branch of the test at pos. whenTrue says that the
// error branch is the one where the test holds.
func (x *Index) BranchOf(pos token.Pos, whenTrue bool) (Branch, bool) {
	c, ok := x.tests[pos]
	if !ok {
		if _, cc, isCall := x.Call(pos); isCall {
			c = cc
		} else {
			return Branch{}, false
		}
	}
	b := Branch{Test: c.Node(), From: c.Node().End(), To: c.Node().End()}
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
			return b.OfIf(c.Parent().Node().(*ast.IfStmt), whenTrue), true
		case edge.CaseClause_List:
			return clauseBranch(b, c.Parent(), c.Parent().Node().(*ast.CaseClause), whenTrue), true
		}
		return b, true
	}
}

// OfIf returns b completed for a test in the condition of an if statement.
func (b Branch) OfIf(s *ast.IfStmt, whenTrue bool) Branch {
	b.Stmt, b.Body = s, nil
	switch {
	case whenTrue:
		b.Body, b.From, b.To = s.Body.List, s.Body.Lbrace, s.Body.End()
	case s.Else != nil:
		b.From, b.To = s.Else.Pos(), s.Else.End()
		switch other := s.Else.(type) {
		case *ast.BlockStmt:
			b.Body = other.List
		case *ast.IfStmt:
			// What stands in its branches need not be on the path.
			b.To = other.Body.Lbrace
		}
	default:
		b.From, b.To = s.Body.End(), s.Body.End()
	}
	return b
}

// clauseBranch completes b for a test that is the case of a switch: the error
// branch is the body of the case, or the cases after it.
func clauseBranch(b Branch, c inspector.Cursor, cc *ast.CaseClause, whenTrue bool) Branch {
	b.Stmt = cc
	if whenTrue {
		b.Body, b.From, b.To = cc.Body, cc.Colon, cc.End()
		return b
	}
	b.From, b.To = cc.End(), c.Parent().Node().End()
	return b
}

// A Leave is how an error branch leaves.
type Leave uint8

const (
	GoingOn     Leave = iota // to what follows the statement
	Returning                // from the function
	Continuing               // with the next round of a loop
	LeavingLoop              // a loop, or a switch
)

// Leave returns how the branch leaves, by its last statement, and where.
func (b Branch) Leave() (Leave, token.Pos) {
	if len(b.Body) == 0 {
		return GoingOn, b.To
	}
	switch last := b.Body[len(b.Body)-1].(type) {
	case *ast.ReturnStmt:
		return Returning, last.Pos()
	case *ast.BranchStmt:
		switch last.Tok {
		case token.CONTINUE:
			return Continuing, last.Pos()
		case token.BREAK:
			return LeavingLoop, last.Pos()
		}
		return GoingOn, last.Pos()
	}
	return GoingOn, b.To
}

// A Jump is a statement inside of a branch that leaves it before its last statement does, by going
// on with a loop or out of it.
type Jump struct {
	How    Leave
	Pos    token.Pos
	Within ast.Node // the list of statements that ends with it: what runs there comes to it
}

// Jumps returns the jumps of the branch, in order. What stays inside the branch is none: the loops and switches
// that begin there.
func (b Branch) Jumps() []Jump {
	var jumps []Jump
	inside := make(map[string]bool) // the labels that stand in the branch
	for _, s := range b.Body {
		ast.Inspect(s, func(n ast.Node) bool {
			if l, ok := n.(*ast.LabeledStmt); ok {
				inside[l.Label.Name] = true
			}
			return true
		})
	}
	// loop and leave tell whether an unlabelled continue or break means what stands in the branch.
	var visit func(n ast.Node, within ast.Node, loop, leave bool)
	visit = func(n ast.Node, within ast.Node, loop, leave bool) {
		ast.Inspect(n, func(m ast.Node) bool {
			if m == n {
				return true
			}
			switch m := m.(type) {
			case *ast.FuncLit:
				return false
			case *ast.ForStmt, *ast.RangeStmt:
				visit(m, within, true, true)
				return false
			case *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
				visit(m, within, loop, true)
				return false
			case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause:
				visit(m, m, loop, leave)
				return false
			case *ast.BranchStmt:
				outside := m.Label != nil && !inside[m.Label.Name]
				switch {
				case m.Label != nil && !outside:
				case m.Tok == token.CONTINUE && (outside || !loop):
					jumps = append(jumps, Jump{Continuing, m.Pos(), within})
				case m.Tok == token.BREAK && (outside || !leave):
					jumps = append(jumps, Jump{LeavingLoop, m.Pos(), within})
				}
			}
			return true
		})
	}
	for _, s := range b.Body {
		visit(&ast.BlockStmt{List: []ast.Stmt{s}}, nil, false, false)
	}
	return jumps
}
