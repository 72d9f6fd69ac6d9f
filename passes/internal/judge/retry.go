package judge

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/errflow"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/logline"
	"github.com/loglint/loglint/passes/internal/origin"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// Where a failure leads to another attempt, by another way or by the same in
// a loop, the error of the last attempt is what counts.

// fallback reports whether success leaves at once, so that what follows the
// error is done in its stead.
func (j *situation) fallback() bool {
	if j.end.Test() < 0 {
		return false
	}
	for _, succ := range j.t.Fn.Blocks[j.end.Test()].Succs {
		if succ.Index != j.end.Branch() && j.leavesFrom(succ, 0) {
			return true
		}
	}
	return false
}

// leavesFrom reports whether control, once in b, returns and never comes to
// where the path of the error ends: in one of the branches of b at least, for
// success may have a second condition (err == nil && resp.StatusCode == 200).
func (j *situation) leavesFrom(b *ssa.BasicBlock, depth int) bool {
	if !ssax.Reaches(b, j.end.Instr.Block()) && (len(b.Preds) == 1 || j.end.Kind == errflow.EndRound) {
		for _, other := range j.t.Fn.Blocks {
			if _, ok := other.Instrs[len(other.Instrs)-1].(*ssa.Return); ok && (b == other || b.Dominates(other)) {
				return true
			}
		}
		return false
	}
	if _, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If); !ok || depth == 3 {
		return false
	}
	for _, instr := range b.Instrs {
		if _, ok := instr.(ssa.CallInstruction); ok {
			return false // more than a condition
		}
	}
	return j.leavesFrom(b.Succs[0], depth+1) || j.leavesFrom(b.Succs[1], depth+1)
}

// retried reports whether the end is the next attempt of a loop that success
// leaves: what counts is how the loop ends. A loop that never gives up and
// never says why it goes on has no other end.
func (j *situation) retried() bool {
	if j.end.Kind != errflow.EndRound || !j.fallback() {
		return false
	}
	for i := range j.t.Ends {
		if j.t.Ends[i].Kind != errflow.EndRound {
			return true
		}
	}
	return false
}

// givesUp reports whether the return is where attempts in a loop end that
// have all failed: every path from the error leads there or to the next
// attempt.
func (j *situation) givesUp(ret *ssa.Return) bool {
	rounds := false
	for i := range j.t.Ends {
		other := &j.t.Ends[i]
		switch {
		case other.Kind == errflow.EndRound, other.Fate.Has(summary.Superseded):
			rounds = true
		case other.Fate.Has(summary.Traces | summary.Classified):
		case other.Instr != ssa.Instruction(ret):
			return false
		}
	}
	return rounds && j.fallback()
}

// another reports whether the path makes another attempt because of the
// error, by a call that can fail itself and whose error is looked at: any
// call, where success leaves at once and all that follows is done in its
// stead, or, inside the error branch, one that gives the same as the call that
// failed.
func (j *situation) another() bool {
	if j.o.Instr == nil {
		return false
	}
	instead := len(j.branch.Body) == 0 && j.fallback()
	for b, inBranch := range j.t.KnownBlocks(j.end) {
		if !instead && !inBranch {
			continue
		}
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if ok && j.attempts(call) && (instead || givesSame(call, j.o.Instr)) {
				return true
			}
		}
	}
	return false
}

// attempts reports whether a call may fail for reasons of its own, and its
// error is taken.
func (j *situation) attempts(call *ssa.Call) bool {
	indices := ssax.ErrorResults(call.Call.Signature())
	if len(indices) == 0 || ssa.Instruction(call) == ssa.Instruction(j.o.Instr) {
		return false
	}
	if effect, ok := program.EffectOf(&call.Call); ok && effect.Role != known.Runs {
		return false
	}
	switch j.g.Package.Origins.ClassOf(&call.Call) {
	case known.NeverFails, known.Computed, known.Cleanup:
		return false
	}
	for _, arg := range call.Call.Args {
		if j.t.Carried(arg) {
			return false // it is told of the error
		}
	}
	if call.Call.Signature().Results().Len() == 1 {
		return len(ssax.Referrers(call)) > 0
	}
	for _, ref := range ssax.Referrers(call) {
		if x, ok := ref.(*ssa.Extract); ok && ssax.IsError(x.Type()) && len(ssax.Referrers(x)) > 0 {
			return true
		}
	}
	return false
}

// givesSame reports whether two calls have a result other than an error, and
// all of the same types.
func givesSame(a, b ssa.CallInstruction) bool {
	x, y := a.Common().Signature().Results(), b.Common().Signature().Results()
	return x.Len() > 1 && types.Identical(x, y)
}

// oneOfSeveral reports whether an error comes from one of several ways, in one
// function, to read the same bytes: another callee is given the same arguments.
func (g *Judge) oneOfSeveral(o *origin.Origin) bool {
	if o.Instr == nil {
		return false
	}
	args := ssax.Args(o.Instr.Common())
	if len(args) == 0 {
		return false
	}
	callee := ssax.CalleeObject(o.Instr.Common())
	for _, ref := range ssax.Referrers(args[0]) {
		other, ok := ref.(*ssa.Call)
		if ok && ssax.CalleeObject(&other.Call) != callee && slices.Equal(ssax.Args(&other.Call), args) && g.Package.Origins.ClassOf(&other.Call) == known.Decode {
			return true
		}
	}
	return false
}

// ofAnother reports whether v is, or wraps, the error of another attempt, made
// when the path knew of this one.
func (j *situation) ofAnother(v ssa.Value) bool {
	var call *ssa.Call
	switch v := v.(type) {
	case *ssa.Extract:
		call, _ = v.Tuple.(*ssa.Call)
	case *ssa.Call:
		call = v
		if effect, ok := program.EffectOf(&call.Call); ok && effect.Role == known.Wraps {
			for _, arg := range call.Call.Args {
				for part := range logline.Parts(arg) {
					if ssax.IsError(part.Type()) && part != v && j.ofAnother(part) {
						return true
					}
				}
			}
			return false
		}
	}
	if call == nil || !j.attempts(call) {
		return false
	}
	for b := range j.t.KnownBlocks(j.end) {
		if b == call.Block() {
			return true
		}
	}
	return false
}
