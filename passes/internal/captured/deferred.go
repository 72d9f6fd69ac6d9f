package captured

import (
	"iter"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/logline"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// DeferredTells reports whether a deferred closure makes something of the error in a cell. One that
// also puts something there may only wrap what it finds: then it has to log it, or to send it.
func (x *Cells) DeferredTells(mc *ssa.MakeClosure, cell ssa.Value) bool {
	if !ssax.ClosureRewrites(mc, cell) {
		return x.ClosureTraces(mc, cell)
	}
	found := func(v ssa.Value) bool { return x.holdsFound(mc, v, cell, new(ssax.Walk)) }
	for _, b := range mc.Fn.(*ssa.Function).Blocks {
		for _, instr := range b.Instrs {
			call, isCall := instr.(ssa.CallInstruction)
			send, isSend := instr.(*ssa.Send)
			if isCall && x.logs(call.Common(), found) || isSend && found(send.X) {
				return true
			}
		}
	}
	return false
}

// holdsFound reports whether a value of a closure may be the error that the closure finds in a cell, or wraps it:
// also where it has been put back in its place.
func (x *Cells) holdsFound(mc *ssa.MakeClosure, v, cell ssa.Value, walk *ssax.Walk) bool {
	if !walk.Enter(v) {
		return false
	}
	holds := func(v ssa.Value) bool { return x.holdsFound(mc, v, cell, walk) }
	switch v := v.(type) {
	case *ssa.UnOp:
		return bindsTo(mc, v.X, cell) && (!ssax.ReadsOwn(v, v.X) || slices.ContainsFunc(ssax.StoredIn(v.X), holds))
	case *ssa.Call:
		effect, ok := program.EffectOf(&v.Call)
		return ok && effect.Role == known.Wraps && anyOf(logline.ErrorsOf(&v.Call), holds) ||
			!ok && x.hands(&v.Call, summary.Propagated, holds)
	}
	return false
}

// logs reports whether a call logs an error for which is holds.
func (x *Cells) logs(common *ssa.CallCommon, is func(ssa.Value) bool) bool {
	if effect, ok := program.EffectOf(common); ok {
		return (effect.Role == known.Logs || effect.Role == known.Reports) && anyOf(logline.ErrorsOf(common), is)
	}
	return x.hands(common, summary.Logged|summary.MaybeLogged, is)
}

// hands reports whether a call hands an error for which is holds to a function that may make
// one of the fates of it.
func (x *Cells) hands(common *ssa.CallCommon, fates summary.Fate, is func(ssa.Value) bool) bool {
	sum := x.known.OfCall(common)
	if sum == nil {
		return false
	}
	for i, arg := range ssax.Args(common) {
		if sum.Param(i).Has(fates) && anyOf(logline.Parts(arg), is) {
			return true
		}
	}
	return false
}

// anyOf reports whether is holds for any value of a sequence.
func anyOf(values iter.Seq[ssa.Value], is func(ssa.Value) bool) bool {
	for v := range values {
		if is(v) {
			return true
		}
	}
	return false
}

// bindsTo reports whether a variable of a closure is the cell that it captures.
func bindsTo(mc *ssa.MakeClosure, v, cell ssa.Value) bool {
	for i, binding := range mc.Bindings {
		if binding == cell && v == ssa.Value(mc.Fn.(*ssa.Function).FreeVars[i]) {
			return true
		}
	}
	return false
}
