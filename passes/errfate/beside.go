package errfate

import (
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// A function that is given a context need not be given one of a request: it may
// be that of the program, or of a worker's loop, and which it is, is for the
// callers to say, which mostly stand in other packages. But where some lines of
// a function carry the context and one does not, its author has already said
// that lines of this function should.

// othersCarry reports whether another line of the declared function that fn
// belongs to carries a context.
func (e *engine) othersCarry(fn *ssa.Function) bool {
	fn = ssax.Outermost(fn)
	carries, asked := e.carrying[fn]
	if !asked {
		carries = e.anyCarries(fn)
		e.carrying[fn] = carries
	}
	return carries
}

// anyCarries reports whether a line of fn, or of a literal in it, carries a
// context.
func (e *engine) anyCarries(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(ssa.CallInstruction); ok && e.carriesOne(call.Common()) {
				return true
			}
		}
	}
	for _, literal := range fn.AnonFuncs {
		if e.anyCarries(literal) {
			return true
		}
	}
	return false
}

// carriesOne reports whether a call writes a line with a context that it is
// given, or makes a logger of one.
func (e *engine) carriesOne(common *ssa.CallCommon) bool {
	if e.bindsLogger(common) {
		return true
	}
	if v := leadingValue(common); v != nil && e.reqs.IsRequest(v.Type()) && !e.reqs.IsDetached(v) {
		return true
	}
	args := ssax.Args(common)
	if len(args) == 0 || !ssax.IsContext(args[0].Type()) || e.reqs.IsDetached(args[0]) {
		return false
	}
	if effect, ok := e.lineEffect(common); ok {
		return effect.Role == known.Logs && effect.TakesContext
	}
	s := e.summary(common)
	return s != nil && s.Line && s.TakesContext
}

// deviating is the evidence of a line without a context in a package of which
// other lines carry one. Where those of its own file mostly do, it is the more
// likely to have been forgotten; those of its function, which say more, are for
// [engine.circumstances].
func (e *engine) deviating(fn *ssa.Function, line ssa.CallInstruction) []defect.Evidence {
	if !e.othersCarry(fn) && e.mostlyCarried(e.Pass.Fset.PositionFor(line.Pos(), false).Filename) {
		return []defect.Evidence{defect.EvContext, defect.EvDeviant, defect.EvMostly}
	}
	return []defect.Evidence{defect.EvContext, defect.EvDeviant}
}

// mostlyCarried reports whether of the lines in a file that could carry a
// context at least as many do as do not.
func (e *engine) mostlyCarried(file string) bool {
	if e.habits == nil {
		e.habits = make(map[string]int)
		for _, fn := range e.Funcs {
			for _, b := range fn.Blocks {
				for _, instr := range b.Instrs {
					call, ok := instr.(ssa.CallInstruction)
					if !ok {
						continue
					}
					name := e.Pass.Fset.PositionFor(call.Pos(), false).Filename
					switch common := call.Common(); {
					case e.carriesOne(common):
						e.habits[name]++
					case e.couldCarry(common) != "" && !e.bound(ssax.Receiver(common), 0):
						e.habits[name]--
					}
				}
			}
		}
	}
	return e.habits[file] >= 0
}
