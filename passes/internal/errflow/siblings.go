package errflow

import (
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/ssax"
)

// The other results of a call speak of its error: by convention a call gives
// either a value or an error, and what it gives beside an error (the reply to
// a request, say) may tell of which kind the error is.

// sibling reports whether v is another result of the call that the error
// comes from.
func (t *memory) sibling(v ssa.Value) bool {
	x, ok := v.(*ssa.Extract)
	root, isExtract := t.Root.(*ssa.Extract)
	return ok && isExtract && x.Tuple == root.Tuple && x != root
}

// A keptKey is a variable that holds another result of the failed call when
// its truth is [isTrue].
type keptKey struct{ phi *ssa.Phi }

// keeps returns whether v is another result of the failed call, or a variable
// that holds it in s.
func (t *memory) keeps(s state, v ssa.Value) bool {
	if phi, ok := v.(*ssa.Phi); ok {
		return t.recall(s, keptKey{phi}) == isTrue
	}
	return t.sibling(v)
}

// carrySibling returns next knowing whether phi, which takes value, holds
// another result of the failed call.
func (t *memory) carrySibling(s, next state, phi *ssa.Phi, value ssa.Value) state {
	if t.keeps(s, value) {
		return t.learn(next, keptKey{phi}, isTrue)
	}
	if t.recall(next, keptKey{phi}) == isTrue {
		return t.learn(next, keptKey{phi}, isFalse)
	}
	return next
}

// assumeSibling is [Flow.assumeCompare] for a comparison of another result
// with nil, or of something taken from one with a constant; ok says that it
// is one of these.
func (t *knowledge) assumeSibling(s state, v *ssa.BinOp, equal bool) (_ state, feasible, ok bool) {
	x, other := v.X, v.Y
	if ssax.IsNil(x) {
		x, other = other, x
	}
	switch {
	case ssax.IsNil(other) && t.sibling(x):
		if !equal {
			return s, s.is == nonNil, true
		}
		s.is = nonNil
		return s, true, true
	case ssax.IsNil(other) && t.keeps(s, x) && !t.inBranch(s, v.Block()):
		// The variable was set by the call that failed, and the test that
		// comes after all attempts asks whether any has succeeded.
		return s, equal, true
	case equal && s.is == nonNil && (t.codes(v.X, v.Y) || t.codes(v.Y, v.X)):
		return classified(s), true, true
	}
	return s, true, false
}

// codes reports whether v is something taken from another result of the call,
// as reply.StatusCode is, and code a constant that it is compared with.
func (t *memory) codes(v, code ssa.Value) bool {
	c, ok := code.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.Int && c.Value.Kind() != constant.String {
		return false
	}
	for taken := false; ; taken = true {
		switch x := v.(type) {
		case *ssa.UnOp:
			if x.Op != token.MUL {
				return false
			}
			v = x.X
		case *ssa.FieldAddr:
			v = x.X
		case *ssa.Field:
			v = x.X
		case *ssa.Call:
			receiver := ssax.Receiver(&x.Call)
			if receiver == nil || len(ssax.Args(&x.Call)) > 0 {
				return false
			}
			v = receiver
		default:
			return taken && t.sibling(v)
		}
	}
}

// madeOfSibling reports whether a text is another result of the failed call, or
// made of it: by a conversion between string and bytes, by putting texts
// together, or by functions such as strings.TrimSpace.
func (t *memory) madeOfSibling(v ssa.Value) bool {
	switch x := v.(type) {
	case *ssa.Convert:
		return t.madeOfSibling(x.X)
	case *ssa.BinOp:
		return t.madeOfSibling(x.X) || t.madeOfSibling(x.Y)
	case *ssa.Call:
		args := ssax.Args(&x.Call)
		return len(args) > 0 && !x.Call.IsInvoke() && ssax.IsText(x.Type()) && ssax.IsText(args[0].Type()) && t.madeOfSibling(args[0])
	}
	return t.sibling(v)
}
