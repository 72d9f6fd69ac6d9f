package errflow

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
)

// This file is about branches that tell an error to whoever wants to know: where
// there is nobody, it is not lost.

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
