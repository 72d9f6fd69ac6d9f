package errflow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// This file follows calls: by what tables or summaries say of the callee, and where
// nothing is known of it, by what the error may be handed on for.

// call follows a call, a go or a defer statement; result is the value of the
// call, nil for the latter two.
func (t *Flow) call(n int, s state, instr ssa.CallInstruction, result ssa.Value) (state, bool) {
	common := instr.Common()
	if b, ok := common.Value.(*ssa.Builtin); ok {
		return t.builtin(n, s, instr, b)
	}
	if mc, ok := common.Value.(*ssa.MakeClosure); ok && result != nil {
		if next, lost := t.overwrittenBy(s, mc); lost {
			next.fate |= summary.Overwritten
			t.finish(n, next, EndReturn, instr)
			return next, true
		}
	}
	args := ssax.Args(common)
	carried := false
	for _, arg := range args {
		carried = carried || t.set.carries(s, arg)
	}
	receiver := ssax.Receiver(common)
	receives := receiver != nil && t.set.carries(s, receiver)
	inBranch := t.inBranch(s, instr.Block())
	// What is handed an error to answer for needs not ask whether it is one.
	answering := inBranch || t.handedIn() && s.is == maybeNil
	if result != nil {
		s = t.set.set(s, result, false)
		if t.asksAgain(common) {
			return t.set.set(s, result, true), false
		}
	}

	if effect, ok := program.EffectOf(common); ok {
		switch effect.Role {
		case known.Logs, known.Reports:
			switch {
			case t.lines.Unwritten(common, effect):
			case carried || receives:
				s.fate |= t.wrote.add(n, instr, summary.Logged)
			case inBranch && effect.Role == known.Logs:
				s.fate |= summary.LoggedBare
			}
			if effect.Exits {
				t.finish(n, s, EndExit, instr)
				return s, true
			}
			return s, false
		case known.Prints:
			return t.print(n, s, instr, carried, inBranch)
		case known.Answers:
			if answering || carried {
				s = t.answer(n, s, common, effect.Status, effect.StatusArg, carried)
			}
			return s, false
		case known.Wraps:
			if result != nil {
				s = t.set.set(s, result, carried || receives)
			}
			if carried && effect.Keeps {
				s = t.keep(s, receiver, args)
			}
			return s, false
		case known.Classifies:
			return s, false
		case known.Counts:
			if inBranch {
				s.fate |= summary.Counted
			}
			return s, false
		case known.Exits:
			t.finish(n, s, EndExit, instr)
			return s, true
		}
	}

	if sum := t.known.OfCall(common); sum != nil && !receives {
		return t.summarized(n, s, instr, result, sum, args, carried, inBranch, answering)
	}

	switch {
	case receives && derives(common, result):
		// Error(), Unwrap(), Code(): what it gives still tells of the error.
		return t.set.set(s, result, !ssax.IsBool(result.Type())), false
	case !carried && !receives:
		return s, false
	case result != nil && ssax.IsBool(result.Type()) && unseen(common):
		return s, false // a predicate whose body cannot be seen
	}
	return t.handOn(n, s, instr)
}

// keep notes that what a call changes holds the error: its receiver or, of a function, what its
// first argument points to.
func (t *Flow) keep(s state, receiver ssa.Value, args []ssa.Value) state {
	if receiver == nil {
		cell, ok := ssax.Unwrap(args[0]).(*ssa.Alloc)
		if !ok {
			return s
		}
		receiver = cell
	}
	return t.set.set(s, receiver, true)
}

// unseen reports whether what a call calls is a method of an interface, or of the
// standard library, so that there is no body from which a summary could have been made.
// A function that has one, and no summary, makes nothing of the error that is known: it
// may send it, and say whether that went well.
func unseen(common *ssa.CallCommon) bool {
	obj := ssax.CalleeObject(common)
	return obj != nil && (common.IsInvoke() || obj.Pkg() != nil && known.IsStd(obj.Pkg().Path()))
}

// handOn follows a call that is handed the error and not known to drop it. One
// that returns nothing is mostly there to tell somebody: the error may still be
// returned after it.
func (t *Flow) handOn(n int, s state, instr ssa.CallInstruction) (state, bool) {
	if _, isCall := instr.(*ssa.Call); isCall && instr.Common().Signature().Results().Len() == 0 {
		s.fate |= t.wrote.add(n, instr, summary.MaybeLogged)
		return s, false
	}
	return t.escape(n, s, instr)
}

// derives reports whether a method call on the error only takes something
// out of it.
func derives(common *ssa.CallCommon, result ssa.Value) bool {
	if result == nil || common.Signature().Results().Len() != 1 || len(ssax.Args(common)) > 0 {
		return false
	}
	if _, basic := result.Type().Underlying().(*types.Basic); basic {
		return true
	}
	return ssax.IsError(result.Type())
}

// builtin follows a call of a builtin function.
func (t *Flow) builtin(n int, s state, instr ssa.CallInstruction, b *ssa.Builtin) (state, bool) {
	switch b.Name() {
	case "len", "cap", "print", "println", "delete", "clear", "close", "min", "max", "ssa:wrapnilchk":
		if b.Name() == "print" || b.Name() == "println" {
			if t.reads(s, instr) {
				s.fate |= t.wrote.add(n, instr, summary.Logged)
			}
		}
		return s, false
	}
	if !t.reads(s, instr) {
		return s, false
	}
	if list := instr.Value(); b.Name() == "append" && list != nil && onlyHandedOn(list) {
		return t.set.set(s, list, true), false
	}
	return t.escape(n, s, instr)
}

// onlyHandedOn reports whether a list is made for nothing but the calls that it
// is handed to: the arguments of a log line, say.
func onlyHandedOn(list ssa.Value) bool {
	for _, ref := range ssax.Referrers(list) {
		call, ok := ref.(ssa.CallInstruction)
		if !ok {
			return false
		}
		if _, builtin := call.Common().Value.(*ssa.Builtin); builtin {
			return false
		}
	}
	return true
}

// summarized follows a call of a function whose summary is known.
func (t *Flow) summarized(n int, s state, instr ssa.CallInstruction, result ssa.Value, sum *summary.Summary, args []ssa.Value, carried, inBranch, answering bool) (state, bool) {
	fate := summary.Fate(0)
	for i, arg := range args {
		if t.set.carries(s, arg) {
			f := sum.Param(i)
			if to, loses := t.around.LosesHere(instr.Common(), i, f); loses {
				// The helper is where it is lost, and where it is reported.
				status := 0
				if sum.Answers.Done && sum.Answers.Arg >= 0 {
					status = t.status(n, instr.Common(), sum.Answers.Arg)
				}
				t.Delegations = append(t.Delegations, Delegation{to, instr, status})
				f = summary.Escaped
			}
			if sum.Switch(i) != "" {
				f &^= summary.Logged | summary.MaybeLogged
			}
			fate |= f
		}
	}
	s.shown = s.shown || carried
	if fate.Has(summary.Escaped) {
		return t.handOn(n, s, instr)
	}
	if fate.Has(summary.Logged | summary.MaybeLogged) {
		if fate.Has(summary.MaybeLogged|summary.Dropped|summary.Replaced) && !sum.Line {
			s.fate |= t.wrote.add(n, instr, summary.MaybeLogged)
		} else {
			s.fate |= t.wrote.add(n, instr, summary.Logged)
		}
	} else if sum.Line && !carried && inBranch {
		s.fate |= summary.LoggedBare
	}
	if result != nil {
		// A number or text made of a classified error tells its kind.
		_, basic := result.Type().Underlying().(*types.Basic)
		derived := fate.Has(summary.Classified) && basic && !ssax.IsBool(result.Type())
		s = t.set.set(s, result, fate.Has(summary.Propagated) || derived)
	}
	if fate.Has(summary.Counted) {
		s.fate |= summary.Counted
	}
	if fate.Has(summary.Answered) && !sum.Answers.Done && !inBranch && t.replies(s, args) {
		return t.escape(n, s, instr)
	}
	if sum.Answers.Done && (answering || carried) {
		s = t.answer(n, s, instr.Common(), sum.Answers.Status, sum.Answers.Arg, carried)
	}
	if sum.Never {
		t.finish(n, s, EndExit, instr)
		return s, true
	}
	return s, false
}
