package errfate

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// step applies one instruction to a state. stop says that the path is not to
// be followed further in this block: it has ended, or goes on in successors.
func (t *tracker) step(n int, s state, instr ssa.Instruction) (_ state, stop bool) {
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
		s.fate |= Escaped
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
		return t.set.set(s, instr, t.set.carries(s, instr.X)), false
	case *ssa.BinOp:
		s = t.count(s, instr)
		if t.idleTest(s, instr) && s.is != nonNil {
			s.is, s.test = nonNil, int32(instr.Block().Index)
		}
		carries := !ssax.IsBool(instr.Type()) && (t.set.carries(s, instr.X) || t.set.carries(s, instr.Y))
		return t.set.set(s, instr, carries), false
	case *ssa.Extract:
		carries := !ssax.IsBool(instr.Type()) && t.set.carries(s, instr.Tuple) && !t.ownError(instr)
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
	// Send, MapUpdate, Lookup, Select, Range and whatever instruction is new:
	// where it touches the error, the error escapes.
	if t.reads(s, instr) {
		return t.escape(n, s, instr)
	}
	return s, false
}

// ownError reports whether x is the error of a call that wraps what it is
// given in another result: json.Marshal gives the value as bytes, and an error
// of its own.
func (t *tracker) ownError(x *ssa.Extract) bool {
	call, ok := x.Tuple.(*ssa.Call)
	if !ok || !ssax.IsError(x.Type()) {
		return false
	}
	effect, ok := t.e.effect(&call.Call)
	return ok && effect.Role == known.Wraps
}

// idleTest reports whether instr tests the error and nothing depends on it:
// both branches come to the same, an empty one or a continue at the end of a
// loop, and go/ssa has removed the condition.
func (t *tracker) idleTest(s state, instr *ssa.BinOp) bool {
	return len(referrers(instr)) == 0 &&
		(ssax.IsNil(instr.X) && t.set.carries(s, instr.Y) || ssax.IsNil(instr.Y) && t.set.carries(s, instr.X))
}

// reads reports whether an operand of instr carries the error.
func (t *tracker) reads(s state, instr ssa.Instruction) bool {
	var space [8]*ssa.Value
	for _, op := range instr.Operands(space[:0]) {
		if *op != nil && t.set.carries(s, *op) {
			return true
		}
	}
	return false
}

// escape ends a path on which the error was handed on for good.
func (t *tracker) escape(n int, s state, instr ssa.Instruction) (state, bool) {
	s.fate |= Escaped
	t.finish(n, s, EndTrace, instr)
	return s, true
}

// leave ends a path at a return.
func (t *tracker) leave(n int, s state, ret *ssa.Return) {
	blocks := []*ssa.BasicBlock(nil)
	other := false
	replies, status, text := false, 0, false
	for _, result := range ret.Results {
		if code, ok := t.reply(n, result); ok {
			replies, status, text = true, code, t.set.carries(s, result)
		} else if t.set.carries(s, result) && !ssax.IsBool(result.Type()) {
			s.fate |= Propagated
		} else if ssax.IsErrorLike(result.Type()) && !ssax.IsNil(result) {
			if blocks == nil {
				blocks = t.witness(end{node: n})
			}
			if v := resolve(result, blocks); v != nil && !ssax.IsNil(v) && !t.answers(v) {
				other = true
			}
		}
	}
	if other && !s.fate.Traced() {
		s.fate |= Replaced
	}
	// A reply that comes with an error is not sent.
	if replies && !other && !s.fate.Has(Propagated) && (text || t.inBranch(s, ret.Block()) || t.handedIn() && s.is == maybeNil) {
		s = t.answer(n, s, nil, status, known.NoStatus, text)
	}
	t.finish(n, s, EndReturn, ret)
}

// answers reports whether v is the result of a call that answers a client:
// return c.JSON(status, body).
func (t *tracker) answers(v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	effect, ok := t.e.effect(&call.Call)
	return ok && effect.Role == known.Answers
}

// store follows a store. A local variable, or a captured one, holds the error
// from here on; elsewhere it escapes.
func (t *tracker) store(n int, s state, instr *ssa.Store) (state, bool) {
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
	if base == nil || t.e.cellTraced(base) {
		return t.escape(n, s, instr)
	}
	return t.set.set(s, base, true), false
}

// call follows a call, a go or a defer statement; result is the value of the
// call, nil for the latter two.
func (t *tracker) call(n int, s state, instr ssa.CallInstruction, result ssa.Value) (state, bool) {
	common := instr.Common()
	if b, ok := common.Value.(*ssa.Builtin); ok {
		return t.builtin(n, s, instr, b)
	}
	if mc, ok := common.Value.(*ssa.MakeClosure); ok && result != nil {
		if next, lost := t.overwrittenBy(s, mc); lost {
			next.fate |= Overwritten
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

	if effect, ok := t.e.effect(common); ok {
		switch effect.Role {
		case known.Logs, known.Reports:
			switch {
			case t.e.unwritten(common, effect):
			case carried || receives:
				s.fate |= Logged
			case inBranch && effect.Role == known.Logs:
				s.fate |= LoggedBare
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
			if carried && receiver != nil && effect.Keeps {
				s = t.set.set(s, receiver, true)
			}
			return s, false
		case known.Classifies:
			return s, false
		case known.Counts:
			if inBranch {
				s.fate |= Counted
			}
			return s, false
		case known.Exits:
			t.finish(n, s, EndExit, instr)
			return s, true
		}
	}

	if sum := t.e.summary(common); sum != nil && !receives {
		return t.summarized(n, s, instr, result, sum, args, carried, inBranch, answering)
	}

	switch {
	case receives && t.derives(common, result):
		// Error(), Unwrap(), Code(): what it gives still tells of the error.
		return t.set.set(s, result, !ssax.IsBool(result.Type())), false
	case !carried && !receives:
		return s, false
	case result != nil && ssax.IsBool(result.Type()) && unseen(common):
		return s, false // a predicate whose body cannot be seen
	}
	return t.handOn(n, s, instr)
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
func (t *tracker) handOn(n int, s state, instr ssa.CallInstruction) (state, bool) {
	if _, isCall := instr.(*ssa.Call); isCall && instr.Common().Signature().Results().Len() == 0 {
		s.fate |= MaybeLogged
		return s, false
	}
	return t.escape(n, s, instr)
}

// derives reports whether a method call on the error only takes something
// out of it.
func (t *tracker) derives(common *ssa.CallCommon, result ssa.Value) bool {
	if result == nil || common.Signature().Results().Len() != 1 || len(ssax.Args(common)) > 0 {
		return false
	}
	if _, basic := result.Type().Underlying().(*types.Basic); basic {
		return true
	}
	return ssax.IsError(result.Type())
}

// builtin follows a call of a builtin function.
func (t *tracker) builtin(n int, s state, instr ssa.CallInstruction, b *ssa.Builtin) (state, bool) {
	switch b.Name() {
	case "len", "cap", "print", "println", "delete", "clear", "close", "min", "max", "ssa:wrapnilchk":
		if b.Name() == "print" || b.Name() == "println" {
			if t.reads(s, instr) {
				s.fate |= Logged
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
	for _, ref := range referrers(list) {
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
func (t *tracker) summarized(n int, s state, instr ssa.CallInstruction, result ssa.Value, sum *Summary, args []ssa.Value, carried, inBranch, answering bool) (state, bool) {
	fate := Fate(0)
	for i, arg := range args {
		if t.set.carries(s, arg) {
			f := sum.param(i)
			if to, loses := t.e.losesHere(instr.Common(), i, f); loses {
				// The helper is where it is lost, and where it is reported.
				status := 0
				if sum.Answers.Done && sum.Answers.Arg >= 0 {
					status = t.status(n, instr.Common(), sum.Answers.Arg)
				}
				t.handed = append(t.handed, handingOver{to, instr, status})
				f = Escaped
			}
			fate |= f
		}
	}
	s.shown = s.shown || carried
	if fate.Has(Escaped) {
		return t.handOn(n, s, instr)
	}
	if fate.Has(Logged | MaybeLogged) {
		if fate.Has(MaybeLogged|Dropped|Replaced) && !sum.Line {
			s.fate |= MaybeLogged
		} else {
			s.fate |= Logged
		}
	} else if sum.Line && !carried && inBranch {
		s.fate |= LoggedBare
	}
	if result != nil {
		// A number or text made of a classified error tells its kind.
		_, basic := result.Type().Underlying().(*types.Basic)
		derived := fate.Has(Classified) && basic && !ssax.IsBool(result.Type())
		s = t.set.set(s, result, fate.Has(Propagated) || derived)
	}
	if fate.Has(Counted) {
		s.fate |= Counted
	}
	if fate.Has(Answered) && !sum.Answers.Done && !inBranch && t.replies(s, args) {
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

// answer records an answer to a client.
func (t *tracker) answer(n int, s state, common *ssa.CallCommon, status, arg int, carried bool) state {
	if arg >= 0 {
		status = t.status(n, common, arg)
	}
	switch {
	case status == computedStatus || status >= 400:
		s.fate |= Answered
		s.status = int16(status)
	case carried:
		// The text went to the client, with whatever status was set before.
		s.fate |= Answered
	}
	return s
}

// status returns the status that a call is told by an argument.
func (t *tracker) status(n int, common *ssa.CallCommon, arg int) int {
	args := ssax.Args(common)
	if arg >= len(args) {
		return computedStatus
	}
	v := args[arg]
	if phi, ok := v.(*ssa.Phi); ok {
		if r := resolve(phi, t.witness(end{node: n})); r != nil {
			v = r
		}
	}
	if c, ok := v.(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.Int {
		return int(c.Int64())
	}
	return computedStatus
}

// computedStatus stands for a status that is not a constant.
const computedStatus = -1

// print follows fmt.Fprint and its kin: what is written to a client answers,
// what is written to standard error or output is logged, and what is written
// elsewhere escapes.
func (t *tracker) print(n int, s state, instr ssa.CallInstruction, carried, inBranch bool) (state, bool) {
	w := writerOf(instr.Common())
	if w == nil {
		return s, false
	}
	w = ssax.Unwrap(w)
	if isResponse(w.Type()) {
		switch {
		case carried && !inBranch && t.replies(s, ssax.Args(instr.Common())):
			return t.escape(n, s, instr)
		case carried:
			s.fate |= Answered
		}
		return s, false
	}
	if load, ok := w.(*ssa.UnOp); ok && load.Op == token.MUL {
		if g, ok := load.X.(*ssa.Global); ok && g.Pkg != nil && g.Pkg.Pkg.Path() == "os" {
			switch {
			case carried:
				s.fate |= Logged
			case inBranch:
				s.fate |= LoggedBare
			}
			return s, false
		}
	}
	if carried {
		return t.escape(n, s, instr)
	}
	return s, false
}

// replies reports whether the error, or its text, is in a struct among the
// arguments of a call that answers a client, and nothing said before that the
// answer is a failure: the reply tells what was asked for, and why it is bad.
// It is for calls outside the error branch; inside, the reply is for the error
// alone.
func (t *tracker) replies(s state, args []ssa.Value) bool {
	if s.status != 0 || t.born == nil {
		return false
	}
	for _, arg := range args {
		if !t.set.carries(s, arg) {
			continue
		}
		typ := ssax.Unwrap(arg).Type()
		if p, ok := typ.Underlying().(*types.Pointer); ok {
			typ = p.Elem()
		}
		if _, ok := typ.Underlying().(*types.Struct); ok && !ssax.IsErrorLike(typ) {
			return true
		}
	}
	return false
}

// writerOf returns the writer that a printing call writes to: its first
// argument or, for an encoder's method, that of the call that made the
// encoder; nil if there is none to be seen.
func writerOf(common *ssa.CallCommon) ssa.Value {
	args := ssax.Args(common)
	receiver := ssax.Receiver(common)
	if receiver == nil {
		if len(args) == 0 {
			return nil
		}
		return args[0]
	}
	if made, ok := receiver.(*ssa.Call); ok && len(ssax.Args(&made.Call)) > 0 {
		return ssax.Args(&made.Call)[0]
	}
	return receiver
}

// isResponse reports whether t has the method that sets the status of an HTTP
// response, or is what a framework answers with.
func isResponse(t types.Type) bool {
	if r, ok := known.RequestOf(t); ok && r.Answers {
		return true
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "WriteHeader")
	fn, ok := obj.(*types.Func)
	return ok && fn.Signature().Params().Len() == 1 && fn.Signature().Results().Len() == 0
}
