package errflow

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// step applies one instruction to a state. stop says that the path is not to
// be followed further in this block: it has ended, or goes on in successors.
func (t *Flow) step(n int, s state, instr ssa.Instruction) (_ state, stop bool) {
	switch instr := instr.(type) {
	case *ssa.Phi, *ssa.DebugRef, *ssa.Alloc:
		return s, false

	case *ssa.If:
		t.branch(n, s, instr)
		return s, true
	case *ssa.Jump:
		t.enter(n, s, 0)
		return s, true
	case *ssa.Return:
		t.leave(n, s, instr)
		return s, true
	case *ssa.Panic:
		// A panic is loud: what it says of the error is not judged.
		s.fate |= summary.Escaped
		t.finish(n, s, EndPanic, instr)
		return s, true

	case *ssa.Call:
		return t.call(n, s, instr, instr)
	case *ssa.Go:
		return t.call(n, s, instr, nil)
	case *ssa.Defer:
		return t.call(n, s, instr, nil)
	case *ssa.RunDefers:
		return t.runDefers(n, s, instr)

	case *ssa.Store:
		return t.store(n, s, instr)

	case *ssa.UnOp:
		if instr.Op == token.NOT || instr.Op == token.ARROW {
			return s, false
		}
		return t.set.set(s, instr, t.set.carries(s, instr.X) || t.readsAgain(instr)), false
	case *ssa.BinOp:
		s = t.count(s, instr)
		if t.idleTest(s, instr) && s.is != nonNil {
			s.is, s.test = nonNil, int32(instr.Block().Index)
		}
		carries := !ssax.IsBool(instr.Type()) && (t.set.carries(s, instr.X) || t.set.carries(s, instr.Y))
		return t.set.set(s, instr, carries), false
	case *ssa.Extract:
		carries := !ssax.IsBool(instr.Type()) && t.set.carries(s, instr.Tuple) && !ownError(instr)
		return t.set.set(s, instr, carries), false
	case *ssa.MakeInterface, *ssa.ChangeInterface, *ssa.ChangeType, *ssa.Convert, *ssa.MultiConvert,
		*ssa.Slice, *ssa.SliceToArrayPointer, *ssa.Field, *ssa.FieldAddr, *ssa.Index, *ssa.IndexAddr, *ssa.TypeAssert:
		return t.set.set(s, instr.(ssa.Value), t.reads(s, instr)), false

	case *ssa.MapUpdate:
		// A map that is made here holds the error, as a struct would.
		if _, local := instr.Map.(*ssa.MakeMap); local && t.reads(s, instr) {
			return t.set.set(s, instr.Map, true), false
		}

	case *ssa.MakeClosure:
		if t.boundAndTraced(s, instr) {
			return t.escape(n, s, instr)
		}
		return s, false
	}
	if t.sentToNobody(s, instr) {
		return s, false
	}
	// Send, MapUpdate, Lookup, Select, Range and whatever instruction is new:
	// where it touches the error, the error escapes.
	if t.reads(s, instr) {
		return t.escape(n, s, instr)
	}
	return s, false
}

// sentToNobody reports whether the error is sent to channels from which nothing receives.
func (t *knowledge) sentToNobody(s state, instr ssa.Instruction) bool {
	switch instr := instr.(type) {
	case *ssa.Send:
		return t.set.carries(s, instr.X) && t.around.Unread(instr.Chan)
	case *ssa.Select:
		sends := false
		for _, state := range instr.States {
			if state.Send != nil && t.set.carries(s, state.Send) {
				if !t.around.Unread(state.Chan) {
					return false
				}
				sends = true
			}
		}
		return sends
	}
	return false
}

// ownError reports whether x is the error of a call that wraps what it is
// given in another result: json.Marshal gives the value as bytes, and an error
// of its own.
func ownError(x *ssa.Extract) bool {
	call, ok := x.Tuple.(*ssa.Call)
	if !ok || !ssax.IsError(x.Type()) {
		return false
	}
	effect, ok := program.EffectOf(&call.Call)
	return ok && effect.Role == known.Wraps
}

// idleTest reports whether instr tests the error and nothing depends on it:
// both branches come to the same, an empty one or a continue at the end of a
// loop, and go/ssa has removed the condition.
func (t *knowledge) idleTest(s state, instr *ssa.BinOp) bool {
	return len(ssax.Referrers(instr)) == 0 &&
		(ssax.IsNil(instr.X) && t.set.carries(s, instr.Y) || ssax.IsNil(instr.Y) && t.set.carries(s, instr.X))
}

// reads reports whether an operand of instr carries the error.
func (t *knowledge) reads(s state, instr ssa.Instruction) bool {
	var space [8]*ssa.Value
	for _, op := range instr.Operands(space[:0]) {
		if *op != nil && t.set.carries(s, *op) {
			return true
		}
	}
	return false
}

// escape ends a path on which the error was handed on for good.
func (t *Flow) escape(n int, s state, instr ssa.Instruction) (state, bool) {
	s.fate |= summary.Escaped
	t.finish(n, s, EndTrace, instr)
	return s, true
}

// leave ends a path at a return.
func (t *Flow) leave(n int, s state, ret *ssa.Return) {
	blocks := []*ssa.BasicBlock(nil)
	other := false
	replies, status, text := false, 0, false
	for _, result := range ret.Results {
		if code, ok := t.reply(n, result); ok {
			replies, status, text = true, code, t.set.carries(s, result)
		} else if t.set.carries(s, result) && !ssax.IsBool(result.Type()) {
			s.fate |= summary.Propagated
		} else if ssax.IsErrorLike(result.Type()) && !ssax.IsNil(result) {
			if blocks == nil {
				blocks = t.Path(End{node: n})
			}
			if v := ssax.Resolve(result, blocks); v != nil && !ssax.IsNil(v) && !answers(v) {
				other = true
			}
		}
	}
	if other && !s.fate.Traced() {
		s.fate |= summary.Replaced
	}
	// A reply that comes with an error is not sent.
	if replies && !other && !s.fate.Has(summary.Propagated) && (text || t.inBranch(s, ret.Block()) || t.handedIn() && s.is == maybeNil) {
		s = t.answer(n, s, nil, status, known.NoStatus, text)
	}
	t.finish(n, s, EndReturn, ret)
}

// store follows a store. A local variable, or a captured one, holds the error
// from here on; elsewhere it escapes.
func (t *Flow) store(n int, s state, instr *ssa.Store) (state, bool) {
	carries := t.set.carries(s, instr.Val)
	base, whole := ssax.Base(instr.Addr)
	if !carries {
		if base != nil && whole && t.set.carries(s, base) {
			s = t.set.set(s, base, false)
			if _, ok := t.set.bit(instr.Val); ok && s.carriers == 0 && !ssax.IsNil(instr.Val) {
				t.supersede(n, s, instr)
				return s, true
			}
		}
		return s, false
	}
	if base == nil || t.cells.Traces(base) {
		return t.escape(n, s, instr)
	}
	return t.set.set(s, base, true), false
}
