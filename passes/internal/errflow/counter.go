package errflow

import (
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/ssax"
)

// A loop that goes on after an error often counts it and keeps the last:
//
//	failed++
//	last = err
//	...
//	if failed > 0 { return last }
//
// So a path knows of a counter whether it is more than zero: counters begin
// at zero or above and are only added to.

// A counterKey is the key under which a path remembers that an integer is
// more than zero.
type counterKey struct{ v ssa.Value }

// count returns s with what an addition says of a counter.
func (t *memory) count(s state, add *ssa.BinOp) state {
	if add.Op != token.ADD || !tested(add, make(map[ssa.Value]bool)) {
		return s
	}
	if c, ok := add.Y.(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.Int && constant.Sign(c.Value) > 0 {
		return t.learn(s, counterKey{add}, isTrue)
	}
	return s
}

// carryCount returns next with what s knows of the counter that a phi takes
// its value from.
func (t *memory) carryCount(s, next state, phi *ssa.Phi, value ssa.Value) state {
	if !ssax.IsInteger(phi.Type()) {
		return next
	}
	return t.learn(next, counterKey{phi}, t.recall(s, counterKey{value}))
}

// overZero decides a comparison of a counter with zero, or with one.
func (t *knowledge) overZero(s state, v *ssa.BinOp) truth {
	c, ok := v.Y.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.Int || t.recall(s, counterKey{v.X}) != isTrue && !t.isLength(s, v.X) {
		return unknown
	}
	switch n, _ := constant.Int64Val(c.Value); {
	case n == 0 && (v.Op == token.GTR || v.Op == token.NEQ), n == 1 && v.Op == token.GEQ:
		return isTrue
	case n == 0 && (v.Op == token.EQL || v.Op == token.LEQ), n == 1 && v.Op == token.LSS:
		return isFalse
	}
	return unknown
}

// isLength reports whether v is the length of what holds the error: a map of
// errors, by key.
func (t *knowledge) isLength(s state, v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	b, ok := call.Call.Value.(*ssa.Builtin)
	return ok && b.Name() == "len" && t.set.carries(s, call.Call.Args[0])
}

// tested reports whether an integer is compared with a constant, directly or
// through the variables that it is assigned to.
func tested(v ssa.Value, seen map[ssa.Value]bool) bool {
	if seen[v] {
		return false
	}
	seen[v] = true
	for _, ref := range ssax.Referrers(v) {
		switch ref := ref.(type) {
		case *ssa.BinOp:
			if _, ok := ref.Y.(*ssa.Const); ok && ssax.IsBool(ref.Type()) {
				return true
			}
		case *ssa.Phi:
			if tested(ref, seen) {
				return true
			}
		}
	}
	return false
}
