package errflow

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// maxBools bounds the boolean phis a state knows of: two bits each.
const maxBools = 32

// learn records the truth of a boolean phi.
func (t *memory) learn(s state, key any, v truth) state {
	i, ok := t.bools[key]
	if !ok {
		if v == unknown || len(t.bools) == maxBools {
			return s
		}
		i = len(t.bools)
		t.bools[key] = i
	}
	return s.withTruth(i, v)
}

// recall returns what is known of the boolean with the given key.
func (t *memory) recall(s state, key any) truth {
	if i, ok := t.bools[key]; ok {
		return s.truthAt(i)
	}
	return unknown
}

// A fieldKey is a boolean field of one struct.
type fieldKey struct {
	base  ssa.Value
	field int
}

// boolKey returns the key under which the truth of a condition is remembered
// from one test to the next: the value itself, if it is tested more than
// once, or the field it is loaded from. Fields that say how the program is
// set up (verbose, strict) are taken not to change between two tests of one
// function.
func boolKey(v ssa.Value) (any, bool) {
	switch x := v.(type) {
	case *ssa.Phi, *ssa.Parameter:
		return x, true
	case *ssa.UnOp:
		if addr, ok := x.X.(*ssa.FieldAddr); ok && x.Op == token.MUL {
			return fieldKey{addr.X, addr.Field}, true
		}
	case *ssa.Call, *ssa.Extract, *ssa.BinOp:
		if len(ssax.Referrers(v)) > 1 {
			return x, true
		}
	}
	return nil, false
}

// truth returns what is known of the boolean value when its block from is
// left by the given edge in state s.
func (t *knowledge) truth(s state, from *ssa.BasicBlock, edge int, value ssa.Value) truth {
	if cond, ok := from.Instrs[len(from.Instrs)-1].(*ssa.If); ok && cond.Cond == value && from.Succs[0] != from.Succs[1] {
		return truthOf(edge == 0)
	}
	_, canBeTrue := t.assume(s, value, true)
	_, canBeFalse := t.assume(s, value, false)
	switch {
	case canBeTrue && !canBeFalse:
		return isTrue
	case canBeFalse && !canBeTrue:
		return isFalse
	}
	return unknown
}

// assume returns s refined by the boolean value being want, and whether that
// can be at all while the error is not nil.
func (t *knowledge) assume(s state, value ssa.Value, want bool) (_ state, feasible bool) {
	if key, ok := boolKey(value); ok {
		if known := t.recall(s, key); known != unknown {
			if known != truthOf(want) {
				return s, false
			}
		} else {
			s = t.learn(s, key, truthOf(want))
		}
	}
	if s.is == nonNil && program.Ended(value, want) {
		s.fate |= summary.Classified
	}
	switch v := value.(type) {
	case *ssa.Const:
		if v.Value == nil {
			return s, true
		}
		return s, (v.Value.String() == "true") == want
	case *ssa.UnOp:
		if v.Op == token.NOT {
			return t.assume(s, v.X, !want)
		}
	case *ssa.BinOp:
		return t.assumeCompare(s, v, want)
	case *ssa.Call:
		return t.assumeVerdict(s, v, want)
	case *ssa.Extract:
		switch tuple := v.Tuple.(type) {
		case *ssa.TypeAssert:
			every := types.Identical(tuple.AssertedType, tuple.X.Type()) // case error:
			switch {
			case !t.set.carries(s, tuple.X):
			case every:
				s.is = nonNil
				return s, want
			case want:
				return classified(s), true
			}
		case *ssa.Call:
			return t.assumeVerdict(s, tuple, want)
		}
	}
	return s, true
}

// classified returns s on the branch where something said what the error is.
func classified(s state) state {
	s.fate |= summary.Classified
	s.is = nonNil
	return s
}

// assumeCompare is [Flow.assume] for a comparison.
func (t *knowledge) assumeCompare(s state, v *ssa.BinOp, want bool) (state, bool) {
	if over := t.overZero(s, v); over != unknown {
		return s, over == truthOf(want)
	}
	var equal bool
	switch v.Op {
	case token.EQL:
		equal = want
	case token.NEQ:
		equal = !want
	case token.LSS, token.LEQ, token.GTR, token.GEQ:
		// A code taken from the error lies in a range: that says its kind.
		if t.set.carries(s, v.X) || t.set.carries(s, v.Y) {
			return classified(s), true
		}
		return s, true
	default:
		return s, true
	}
	if ssax.IsNil(v.X) && ssax.IsNil(v.Y) {
		return s, equal // a named result that nothing has been put in yet
	}
	if next, feasible, ok := t.assumeSibling(s, v, equal); ok {
		return next, feasible
	}
	carrier, other := v.X, v.Y
	if !t.set.carries(s, carrier) {
		carrier, other = other, carrier
	}
	if !t.set.carries(s, carrier) {
		if !equal && ssax.IsNil(v.Y) && t.takenOut(s, v.X) {
			return classified(s), true
		}
		return t.excused(s, v, equal), true
	}
	switch {
	case ssax.IsNil(other):
		if equal {
			return s, false
		}
		s.is = nonNil
	case equal && !t.set.carries(s, other):
		return classified(s), true
	}
	return s, true
}

// takenOut reports whether v is what a function has found in the error, as
// errors.As does: if there is anything, the error is of that kind.
func (t *knowledge) takenOut(s state, v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	sum := t.known.OfCall(&call.Call)
	if sum == nil {
		return false
	}
	for i, arg := range ssax.Args(&call.Call) {
		if t.set.carries(s, arg) && sum.Param(i).Has(summary.Classified) {
			return true
		}
	}
	return false
}

// excused returns s refined by a comparison, inside the error branch, that
// explains the error without looking at it: there is nobody who wants to be told (a callback that may be nil is nil).
func (t *knowledge) excused(s state, v *ssa.BinOp, equal bool) state {
	if s.is != nonNil {
		return s
	}
	x := v.X
	if ssax.IsNil(x) {
		x = v.Y
	} else if !ssax.IsNil(v.Y) {
		return s
	}
	switch {
	case equal:
		if _, isFunc := x.Type().Underlying().(*types.Signature); isFunc || beginsLine(x) {
			s.fate |= summary.Classified
		}
	case ssax.IsError(x.Type()) && ssax.IsVariable(x):
		// Another error is kept already: if first == nil { first = err }.
		s.fate |= summary.Classified
	}
	return s
}

// beginsLine reports whether v is a log line under way, which is nil where
// its level is switched off.
func beginsLine(v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	effect, ok := program.EffectOf(&call.Call)
	return ok && (effect.Role == known.Logs || effect.Role == known.Wraps && effect.Level != known.NoLevel)
}

// assumeVerdict is [Flow.assume] for the boolean result of a call that is
// given the error.
func (t *knowledge) assumeVerdict(s state, call *ssa.Call, want bool) (state, bool) {
	if !t.given(s, &call.Call) {
		return s, true
	}
	verdict := summary.SaysKind
	effect, inTable := program.EffectOf(&call.Call)
	if sum := t.known.OfCall(&call.Call); sum != nil && !(inTable && effect.Role == known.Classifies) {
		verdict = sum.Verdict
	}
	switch verdict {
	case summary.SaysNil:
		if want {
			return s, false
		}
		s.is = nonNil
	case summary.SaysNonNil:
		if !want {
			return s, false
		}
		s.is = nonNil
	case summary.SaysKind:
		if want {
			return classified(s), true
		}
	}
	return s, true
}

// given reports whether a call gets the error, as an argument or receiver.
func (t *knowledge) given(s state, call *ssa.CallCommon) bool {
	if call.IsInvoke() && t.set.carries(s, call.Value) {
		return true
	}
	for _, arg := range call.Args {
		if t.set.carries(s, arg) {
			return true
		}
	}
	return false
}

// branch leaves node n by a condition, to both sides that are possible.
func (t *Flow) branch(n int, s state, cond *ssa.If) {
	from := t.nodes[n].block
	for edge, want := range []bool{true, false} {
		next, feasible := t.assume(s, cond.Cond, want)
		if !feasible {
			continue
		}
		if next.is == nonNil && s.is != nonNil && ssax.IsBranch(from, edge) {
			next.branch = int32(from.Succs[edge].Index)
		}
		if s.is != nonNil && (next.is == nonNil || t.tests(s, cond.Cond)) {
			next.test = int32(from.Index)
		}
		if edge == 1 && t.inBranch(s, from) && t.tellsEach(s, from) {
			next.fate |= summary.MaybeLogged // if there was nobody to tell, that is no matter
		}
		if t.inBranch(s, from) && t.lines.Unwanted(cond, edge) {
			next.fate |= summary.MaybeLogged // likewise
		}
		t.enter(n, next, edge)
	}
}

// tests reports whether the condition looks at the error at all.
func (t *knowledge) tests(s state, cond ssa.Value) bool {
	switch v := cond.(type) {
	case *ssa.UnOp:
		return t.tests(s, v.X)
	case *ssa.BinOp:
		return t.set.carries(s, v.X) || t.set.carries(s, v.Y) || t.sibling(v.X) || t.sibling(v.Y)
	case *ssa.Call:
		return t.given(s, &v.Call)
	case *ssa.Extract:
		return t.set.carries(s, v.Tuple)
	}
	return false
}

// inBranch reports whether b belongs to the error branch of s: control comes
// there only because the error is not nil.
func (t *knowledge) inBranch(s state, b *ssa.BasicBlock) bool {
	return s.is == nonNil && s.branch >= 0 && t.Fn.Blocks[s.branch].Dominates(b)
}
