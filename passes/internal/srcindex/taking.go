package srcindex

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/ast/edge"
)

// A Taking says how source takes the error result of a call.
type Taking uint8

const (
	TakenValue   Taking = iota // by a variable, an argument, an operand
	TakenBare                  // by nothing: f()
	TakenBlank                 // by the blank identifier, with another result kept: v, _ := f()
	TakenIgnored               // by the blank identifier alone: _ = f()
	TakenGo                    // go f()
	TakenDefer                 // defer f()
)

// Taken returns how result i of the call at pos is taken and the identifier
// it is assigned to, if it is assigned to one.
func (x *Index) Taken(pos token.Pos, i int) (Taking, *ast.Ident) {
	call, c, ok := x.Call(pos)
	if !ok {
		return TakenValue, nil
	}
	switch c.Node().(type) {
	case *ast.GoStmt:
		return TakenGo, nil
	case *ast.DeferStmt:
		return TakenDefer, nil
	}
	for c.ParentEdgeKind() == edge.ParenExpr_X {
		c = c.Parent()
	}
	var lhs []ast.Expr
	switch c.ParentEdgeKind() {
	case edge.ExprStmt_X:
		return TakenBare, nil
	case edge.GoStmt_Call:
		return TakenGo, nil
	case edge.DeferStmt_Call:
		return TakenDefer, nil
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
		return TakenValue, nil
	}
	if i >= len(lhs) {
		return TakenValue, nil
	}
	_ = call
	id, ok := ast.Unparen(lhs[i]).(*ast.Ident)
	if !ok {
		return TakenValue, nil
	}
	if id.Name != "_" {
		return TakenValue, id
	}
	for _, other := range lhs {
		if o, ok := other.(*ast.Ident); !ok || o.Name != "_" {
			return TakenBlank, id
		}
	}
	return TakenIgnored, id
}
