package logctx

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
func (l *neighbours) othersCarry(fn *ssa.Function) bool {
	fn = ssax.Outermost(fn)
	carries, asked := l.carrying[fn]
	if !asked {
		carries = l.anyCarries(fn)
		l.carrying[fn] = carries
	}
	return carries
}

// anyCarries reports whether a line of fn, or of a literal in it, carries a
// context.
func (l *neighbours) anyCarries(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(ssa.CallInstruction); ok && l.carriesOne(call.Common()) {
				return true
			}
		}
	}
	for _, literal := range fn.AnonFuncs {
		if l.anyCarries(literal) {
			return true
		}
	}
	return false
}

// carriesOne reports whether a call writes a line with a context that it is
// given, or makes a logger of one.
func (l *neighbours) carriesOne(common *ssa.CallCommon) bool {
	if l.bindsLogger(common) {
		return true
	}
	if v := leadingValue(common); v != nil && l.Reqs.IsRequest(v.Type()) && !l.Reqs.IsDetached(v) {
		return true
	}
	args := ssax.Args(common)
	if len(args) == 0 || !ssax.IsContext(args[0].Type()) || l.Reqs.IsDetached(args[0]) {
		return false
	}
	if effect, ok := l.Lines.Effect(common); ok {
		return effect.Role == known.Logs && effect.TakesContext
	}
	s := l.Known.OfCall(common)
	return s != nil && s.Line && s.TakesContext
}

// deviating is the evidence of a line without a context in a package of which
// other lines carry one. Where those of its own file mostly do, it is the more
// likely to have been forgotten; those of its function, which say more, are for
// [neighbours.circumstances].
func (l *neighbours) deviating(fn *ssa.Function, line ssa.CallInstruction) []defect.Evidence {
	if !l.othersCarry(fn) && l.mostlyCarried(l.Pass.Fset.PositionFor(line.Pos(), false).Filename) {
		return []defect.Evidence{defect.EvContext, defect.EvDeviant, defect.EvMostly}
	}
	return []defect.Evidence{defect.EvContext, defect.EvDeviant}
}

// mostlyCarried reports whether of the lines in a file that could carry a
// context at least as many do as do not.
func (l *neighbours) mostlyCarried(file string) bool {
	if l.habits == nil {
		l.habits = make(map[string]int)
		for _, fn := range l.Funcs {
			for _, b := range fn.Blocks {
				for _, instr := range b.Instrs {
					call, ok := instr.(ssa.CallInstruction)
					if !ok {
						continue
					}
					name := l.Pass.Fset.PositionFor(call.Pos(), false).Filename
					switch common := call.Common(); {
					case l.carriesOne(common):
						l.habits[name]++
					default:
						if line, _ := l.couldCarry(common); line != "" && !l.bound(ssax.Receiver(common)) {
							l.habits[name]--
						}
					}
				}
			}
		}
	}
	return l.habits[file] >= 0
}

// carriesContext reports whether any log line of the package is given a
// context: then those who read its lines look for what the context carries.
func (l *neighbours) carriesContext() bool {
	if l.carries == nil {
		l.carries = new(bool)
		for _, fn := range l.Funcs {
			if l.InTest(fn) {
				continue
			}
			for call, effect := range l.logCalls(fn) {
				if args := ssax.Args(call.Common()); effect.TakesContext && len(args) > 0 && !l.Reqs.IsDetached(args[0]) {
					*l.carries = true
				}
			}
		}
	}
	return *l.carries
}
