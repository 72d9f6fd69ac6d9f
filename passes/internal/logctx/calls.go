package logctx

import (
	"iter"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
)

// logCalls yields the calls of fn that write a line, with what they do.
func (l *loggers) logCalls(fn *ssa.Function) iter.Seq2[ssa.CallInstruction, known.Effect] {
	return func(yield func(ssa.CallInstruction, known.Effect) bool) {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok {
					continue
				}
				if effect, ok := l.Lines.Effect(call.Common()); ok && effect.Role == known.Logs && !yield(call, effect) {
					return
				}
			}
		}
	}
}
