package errfate

import (
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// unwritten reports whether a line is not to count, as if it were not written:
// its level is mostly switched off in production, and -debuglines=false says
// that it is. Only a level that a call names is known: not one that it is told
// by an argument.
func (e *engine) unwritten(common *ssa.CallCommon, effect known.Effect) bool {
	return !options.debugLines && effect.Role == known.Logs && e.levelOf(common, effect) == known.Debug
}

// levelOf returns the level of a line: that of the call which writes it or,
// where the line is built step by step, of the one that began it.
func (e *engine) levelOf(common *ssa.CallCommon, effect known.Effect) known.Level {
	for effect.Level == known.NoLevel {
		receiver := ssax.Receiver(common)
		if receiver == nil {
			break
		}
		call, ok := ssax.Unwrap(receiver).(*ssa.Call)
		if !ok {
			break
		}
		common = &call.Call
		if effect, ok = e.effect(common); !ok || effect.Role != known.Wraps {
			return known.NoLevel
		}
	}
	return effect.Level
}
