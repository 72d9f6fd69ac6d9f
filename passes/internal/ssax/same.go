package ssax

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// maxSame bounds how long a path of fields Same follows.
const maxSame = 8

// Same reports whether two values are the same one, or read from the same place:
// x and x, s.rows and s.rows. What may be stored there in between is not looked at.
func Same(a, b ssa.Value) bool { return same(a, b, maxSame) }

func same(a, b ssa.Value, depth int) bool {
	if a == b {
		return a != nil
	}
	if depth == 0 {
		return false
	}
	switch x := a.(type) {
	case *ssa.UnOp:
		y, ok := b.(*ssa.UnOp)
		return ok && x.Op == token.MUL && y.Op == token.MUL && same(x.X, y.X, depth-1)
	case *ssa.FieldAddr:
		y, ok := b.(*ssa.FieldAddr)
		return ok && x.Field == y.Field && same(x.X, y.X, depth-1)
	case *ssa.Field:
		y, ok := b.(*ssa.Field)
		return ok && x.Field == y.Field && same(x.X, y.X, depth-1)
	case *ssa.ChangeInterface:
		y, ok := b.(*ssa.ChangeInterface)
		return ok && same(x.X, y.X, depth-1)
	case *ssa.MakeInterface:
		y, ok := b.(*ssa.MakeInterface)
		return ok && same(x.X, y.X, depth-1)
	}
	return false
}
