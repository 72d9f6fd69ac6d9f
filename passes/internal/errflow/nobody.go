package errflow

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// This file is about branches that tell an error to whoever wants to know: where
// there is nobody, it is not lost.

// asksForLogger reports whether a condition asks, before a line is written, whether
// there is a logger, or what holds it, and the edge is the one where there is none:
// whoever sets the program up without one does not want to be told.
func (t *knowledge) asksForLogger(cond *ssa.If, edge int) bool {
	test, ok := cond.Cond.(*ssa.BinOp)
	if !ok || test.Op != token.NEQ && test.Op != token.EQL || (test.Op == token.NEQ) != (edge == 1) {
		return false
	}
	x := test.X
	if ssax.IsNil(x) {
		x = test.Y
	} else if !ssax.IsNil(test.Y) {
		return false
	}
	there := cond.Block().Succs[1-edge]
	for ssax.IsTerm(there) && len(there.Succs) == 2 && there != cond.Block() {
		there = there.Succs[0] // if b != nil && b.logger != nil
	}
	return slices.ContainsFunc(there.Instrs, func(instr ssa.Instruction) bool {
		call, ok := instr.(ssa.CallInstruction)
		return ok && t.lines.Writes(call.Common()) && ssax.LeadsTo(x, ssax.Receiver(call.Common()))
	})
}

// tellsEach reports whether a block is the head of a loop, in the error branch,
// that sends the error to each of several that wait for it, or hands it to each
// of several calls.
func (t *knowledge) tellsEach(s state, head *ssa.BasicBlock) bool {
	body := head.Succs[0]
	if !body.Dominates(head) && !slices.ContainsFunc(head.Preds, body.Dominates) {
		return false // no loop
	}
	for _, b := range t.Fn.Blocks {
		if !body.Dominates(b) {
			continue
		}
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.Send:
				if t.set.carries(s, instr.X) {
					return true
				}
			case ssa.CallInstruction:
				if effect, ok := program.EffectOf(instr.Common()); t.given(s, instr.Common()) && (!ok || effect.Role == known.Logs || effect.Role == known.Reports) {
					return true
				}
			}
		}
	}
	return false
}
