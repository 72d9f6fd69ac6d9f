package fates

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/errflow"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/logline"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/reqctx"
	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// summarize computes the summary of fn from its flow; nil if that takes more than
// maxSteps.
func (pkg *Package) summarize(fn *ssa.Function) *summary.Summary {
	x, steps := errflow.NewFollower(pkg.Known, pkg.Lines, pkg), 0
	flow := new(Function)
	s := new(summary.Summary)

	results := newResults(fn)
	flow.Origins = pkg.Origins.Origins(fn)
	for _, o := range flow.Origins {
		var t *errflow.Flow
		if o.Value != nil {
			t = x.Follow(fn, o.Value, o.Born())
			if steps += t.Size(); steps > errflow.MaxSteps {
				return nil
			}
			results.add(o, t)
		}
		flow.Flows = append(flow.Flows, t)
	}

	relevant := pkg.handsOn(fn)
	var errorParam *errflow.Flow
	for i, p := range ssax.Params(fn) {
		isErr := ssax.IsError(p.Type())
		if !isErr && !(relevant && summary.MayHold(p.Type())) {
			continue
		}
		t := x.Follow(fn, p, nil)
		if steps += t.Size(); steps > errflow.MaxSteps {
			return nil
		}
		fate := summary.Fate(0)
		for _, end := range t.Ends {
			fate = fate.Join(end.Fate)
		}
		if fate == 0 {
			fate = summary.Escaped
		}
		s.Params = append(s.Params, summary.ParamFate{Index: i, Fate: fate & (summary.Traces | summary.Answered | summary.Classified | summary.Dropped | summary.Replaced | summary.Counted | summary.LoggedBare)})
		if isErr {
			s.Params[len(s.Params)-1].Switch = switched(t)
			flow.Params = append(flow.Params, Param{i, t})
			errorParam = t
		}
		if !isErr && pkg.writes(t, fate) && !fate.Has(summary.Escaped|summary.Propagated|summary.Answered) {
			// Also where some paths do not log: a level may be switched off.
			s.Line = true
		}
	}
	s.Results = results.list()
	s.Tells = fn.Parent() != nil && results.tells(flow)
	s.Verdict = pkg.verdict(fn, errorParam)
	s.Answers = pkg.answers(fn)
	s.Never = pkg.never(fn)
	// What is known to log what it is handed, or to answer for it, says enough.
	tells := s.Line || s.Answers.Done || slices.ContainsFunc(s.Params, func(p summary.ParamFate) bool { return p.Fate.Has(summary.Logged) })
	s.Writes = !tells && pkg.writesLines(fn)
	s.Sends = sends(fn)
	s.Changes = pkg.changes(fn)
	s.Zeroes = pkg.zeroes(fn)
	if len(ssax.Params(fn)) > 0 && s.Line {
		s.TakesContext = ssax.IsContext(ssax.Params(fn)[0].Type())
	}
	if obj, ok := fn.Object().(*types.Func); ok && obj != nil {
		if d := pkg.Dirs.On(obj); d != "" {
			s = summary.Declared(obj, d, s)
		}
	}
	pkg.Functions[fn] = flow
	if !s.Informative() {
		// Looked at, with nothing to say: still better than unknown, since
		// what is listed as escaping does.
		s.Params = nil
	}
	return s
}

// Tells reports whether what leaves a trace of an error is known to write it down, at least on some of
// its paths, or may be there for that: not what is only handed it, and writes no lines.
func (pkg *Package) Tells(t *errflow.Flow, trace errflow.Trace) bool {
	call, ok := trace.Instr.(ssa.CallInstruction)
	if !ok || !trace.Maybe {
		return true
	}
	s := pkg.Known.OfCall(call.Common())
	if s == nil {
		obj := ssax.CalleeObject(call.Common())
		return obj != nil && logline.WritesAnything(obj)
	}
	return s.Line || s.Writes || slices.ContainsFunc(s.Params, func(p summary.ParamFate) bool {
		args := ssax.Args(call.Common())
		return p.Index < len(args) && t.Carried(args[p.Index]) && p.Fate.Has(summary.Logged)
	})
}

// writesLines reports whether something that a function without results calls writes log lines, if the
// function may be handed an error or its text.
func (pkg *Package) writesLines(fn *ssa.Function) bool {
	handed := slices.ContainsFunc(ssax.Params(fn), func(p *ssa.Parameter) bool { return ssax.IsError(p.Type()) || summary.MayHold(p.Type()) })
	if fn.Signature.Results().Len() > 0 || !handed {
		return false
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			if effect, ok := pkg.Lines.Effect(call.Common()); ok {
				switch effect.Role {
				case known.Logs, known.Reports, known.Prints:
					return true
				}
				continue
			}
			if s := pkg.Known.OfCall(call.Common()); s != nil && (s.Line || s.Writes) {
				return true
			} else if obj := ssax.CalleeObject(call.Common()); s == nil && obj != nil && logline.WritesAnything(obj) {
				return true
			}
		}
	}
	return false
}

// writes reports whether what is handed in is written on some path, by something that is known to: what
// only might tell somebody of it makes no logger of who calls that.
func (pkg *Package) writes(t *errflow.Flow, fate summary.Fate) bool {
	if fate.Has(summary.Logged) {
		return true
	}
	for i := range t.Ends {
		for _, trace := range t.Traces(&t.Ends[i]) {
			if pkg.Tells(t, trace) {
				return true
			}
		}
	}
	return false
}

// handsOn reports whether fn calls anything that logs, answers or wraps, so
// that what becomes of its other parameters is worth knowing.
func (pkg *Package) handsOn(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			if effect, ok := program.EffectOf(call.Common()); ok {
				switch effect.Role {
				case known.Logs, known.Reports, known.Answers, known.Wraps, known.Prints:
					return true
				}
			}
			if s := pkg.Known.OfCall(call.Common()); s != nil && (s.Line || s.Answers.Done || len(s.Params) > 0) {
				return true
			}
		}
	}
	return false
}

// verdict returns what the boolean result of fn says of its error parameter.
func (pkg *Package) verdict(fn *ssa.Function, t *errflow.Flow) summary.Verdict {
	sig := fn.Signature
	if t == nil || sig.Results().Len() == 0 || !ssax.IsBool(sig.Results().At(sig.Results().Len()-1).Type()) {
		return summary.NoVerdict
	}
	// It classifies if it looks at the error in any way but a nil test.
	for _, v := range t.Carriers() {
		for _, ref := range ssax.Referrers(v) {
			switch ref := ref.(type) {
			case *ssa.BinOp:
				if !ssax.IsNil(ref.X) && !ssax.IsNil(ref.Y) {
					return summary.SaysKind
				}
			case ssa.CallInstruction, *ssa.TypeAssert:
				if effect, ok := pkg.effectOf(ref); ok && effect.Role == known.Logs {
					continue
				}
				return summary.SaysKind
			}
		}
	}
	verdict := summary.NoVerdict
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		test, ok := ret.Results[len(ret.Results)-1].(*ssa.BinOp)
		if !ok || !(ssax.IsNil(test.X) || ssax.IsNil(test.Y)) {
			return summary.NoVerdict
		}
		v := summary.SaysNonNil
		if test.Op.String() == "==" {
			v = summary.SaysNil
		}
		if verdict != summary.NoVerdict && verdict != v {
			return summary.NoVerdict
		}
		verdict = v
	}
	return verdict
}

// effectOf is [program.EffectOf] for an instruction that may be a call.
func (pkg *Package) effectOf(instr ssa.Instruction) (known.Effect, bool) {
	if call, ok := instr.(ssa.CallInstruction); ok {
		return program.EffectOf(call.Common())
	}
	return known.Effect{}, false
}

// answers returns how fn answers the client whose response it is given.
func (pkg *Package) answers(fn *ssa.Function) summary.Answer {
	if !reqctx.HasResponse(fn) {
		return summary.Answer{}
	}
	result := summary.Answer{Arg: -1}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			status, arg, ok := pkg.answerOf(&call.Call)
			if !ok {
				continue
			}
			a := summary.Answer{Done: true, Status: status, Arg: -1}
			if arg != nil {
				a.Status = summary.ComputedStatus
				if c, ok := arg.(*ssa.Const); ok && c.Value != nil {
					a.Status = int(c.Int64())
				}
				for i, p := range ssax.Params(fn) {
					if p == arg {
						a.Status, a.Arg = 0, i
					}
				}
			}
			switch {
			case a.Arg < 0 && a.Status >= 0 && a.Status < 400:
				continue // a success is not what an error is answered with
			case !result.Done:
				result = a
			case result != a:
				result = summary.Answer{Done: true, Status: summary.ComputedStatus, Arg: -1}
			}
		}
	}
	if !result.Done {
		return summary.Answer{}
	}
	return result
}

// answerOf returns the status that a call answers a client with, or the
// value that holds it.
func (pkg *Package) answerOf(call *ssa.CallCommon) (status int, arg ssa.Value, ok bool) {
	args := ssax.Args(call)
	if effect, known_ := program.EffectOf(call); known_ && effect.Role == known.Answers {
		if effect.StatusArg >= 0 && effect.StatusArg < len(args) {
			return 0, args[effect.StatusArg], true
		}
		return effect.Status, nil, true
	}
	if s := pkg.Known.OfCall(call); s != nil && s.Answers.Done {
		if s.Answers.Arg >= 0 && s.Answers.Arg < len(args) {
			return 0, args[s.Answers.Arg], true
		}
		return s.Answers.Status, nil, true
	}
	return 0, nil, false
}

// never reports whether fn always ends the program or the goroutine: a call
// that does so is reached, and no return is.
func (pkg *Package) never(fn *ssa.Function) bool {
	seen := make([]bool, len(fn.Blocks))
	exits, returns := false, false
	var visit func(b *ssa.BasicBlock)
	visit = func(b *ssa.BasicBlock) {
		if seen[b.Index] {
			return
		}
		seen[b.Index] = true
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.Return:
				returns = true
			case *ssa.Call:
				if effect, ok := program.EffectOf(&instr.Call); ok && (effect.Role == known.Exits || effect.Role == known.Logs && effect.Exits) {
					exits = true
					return
				}
				if s := pkg.Known.OfCall(&instr.Call); s != nil && s.Never {
					exits = true
					return
				}
			}
		}
		for _, succ := range b.Succs {
			visit(succ)
		}
	}
	visit(fn.Blocks[0])
	return exits && !returns
}
