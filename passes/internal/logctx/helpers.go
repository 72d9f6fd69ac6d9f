package logctx

import (
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/logline"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// A helper writes lines for its callers and takes nothing to tie them to a
// request with. The context ends where code that has one calls it: one report
// there, with the way to the line. A helper that calls another is one itself.

// solveHelpers says in the summaries which functions are helpers. It comes
// after the rest is solved, since what a line could carry follows from what
// binds a logger. What a dependency does is not for its users to mend.
func (l *helpers) solveHelpers() {
	if program.IsDependency(l.pass) {
		return
	}
	for round, changed := 0, true; changed && round < maxRounds; round++ {
		changed = false
		for _, fn := range l.Funcs {
			t := l.traits.Own[fn]
			if t == nil || t.Without != "" {
				continue
			}
			l.guard(fn, func() { t.Line = l.logsWithout(fn) })
			changed = changed || t.Without != ""
		}
		l.traits.JoinMethods()
	}
}

// logsWithout returns the line that fn writes and that could carry a context, none if it
// writes none, or takes a context or what one could be had from. Of several it is the first
// that tells of a failure, or else the first.
func (l *helpers) logsWithout(fn *ssa.Function) (line Line) {
	if l.takesRequest(fn) || l.InTest(fn) || logline.IsSlogHandler(fn) {
		return Line{}
	}
	if recv := fn.Signature.Recv(); recv != nil && l.perRequest(recv.Type()) {
		return Line{}
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok || ssax.StaticCallee(&call.Call) == fn {
				continue
			}
			found := l.wayToLine(call)
			if found.Without == "" || line.Without != "" && !found.Failing || l.bound(ssax.Receiver(&call.Call)) {
				continue
			}
			if line = found; line.Failing {
				return line
			}
		}
	}
	return line
}

// wayToLine returns the line that a call comes to, and that could carry a context.
func (l *helpers) wayToLine(call *ssa.Call) Line {
	common := &call.Call
	if name, reads := l.couldCarry(common); name != "" {
		return Line{Without: name, Reads: reads, Failing: l.Lines.ToneOf(call) == logline.OfFailure}
	}
	obj := ssax.CalleeObject(common)
	if obj == nil || !l.SameModule(obj.Pkg()) {
		return Line{}
	}
	if t := l.traits.OfCall(common); t != nil && t.Without != "" {
		line := t.Line
		line.Without = chain(ssax.NameFrom(obj, nil), t.Without)
		return line
	}
	return Line{}
}

// couldCarry returns the name of what a call writes a line with, "" if it
// writes none, or one for the eyes of developers alone, or if no context could
// be given to it; and the keys of what the line would find there.
func (l *helpers) couldCarry(common *ssa.CallCommon) (name string, reads []string) {
	effect, inTable := l.Lines.Effect(common)
	if inTable && (effect.Role != known.Logs || effect.Level == known.Debug || effect.TakesContext) {
		return "", nil
	}
	by, ok := l.bypassed(common)
	if effect.Context == "" && (!ok || !by.seen) {
		return "", nil
	}
	obj := ssax.CalleeObject(common)
	if effect.Context != "" {
		by.reads = known.LineReads(obj)
	}
	return ssax.NameFrom(obj, nil), by.reads
}

// chain puts a helper before the way that its callee goes to a line. Of a long
// way the first and the last step are named.
func chain(name, way string) string {
	if i := strings.LastIndex(way, arrow); i >= 0 {
		way = "…" + way[i:]
	}
	return name + arrow + way
}

const arrow = " → "
