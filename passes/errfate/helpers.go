package errfate

import (
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// A helper writes lines for its callers and takes nothing to tie them to a
// request with. The context ends where code that has one calls it: one report
// there, with the way to the line. A helper that calls another is one itself.

// solveHelpers says in the summaries which functions are helpers. It comes
// after the rest is solved, since what a line could carry follows from what
// binds a logger. What a dependency does is not for its users to mend.
func (l *logctx) solveHelpers() {
	if program.IsDependency(l.Pass) {
		return
	}
	for round, changed := 0, true; changed && round < maxRounds; round++ {
		changed = false
		for _, fn := range l.Funcs {
			s := l.Own[fn]
			if s == nil || s.Without != "" {
				continue
			}
			l.guard(fn, func() { s.Without = l.logsWithout(fn) })
			changed = changed || s.Without != ""
		}
		l.JoinMethods()
	}
}

// logsWithout returns how fn writes a line that could carry a context, "" if
// it does not, or takes a context or what one could be had from.
func (l *logctx) logsWithout(fn *ssa.Function) string {
	if l.takesRequest(fn) || l.InTest(fn) || isSlogHandler(fn) {
		return ""
	}
	if recv := fn.Signature.Recv(); recv != nil && l.perRequest(recv.Type()) {
		return ""
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok || ssax.StaticCallee(&call.Call) == fn {
				continue
			}
			if way := l.wayToLine(&call.Call); way != "" && !l.bound(ssax.Receiver(&call.Call), 0) {
				return way
			}
		}
	}
	return ""
}

// wayToLine returns how a call comes to a line that could carry a context.
func (l *logctx) wayToLine(common *ssa.CallCommon) string {
	if name := l.couldCarry(common); name != "" {
		return name
	}
	obj := ssax.CalleeObject(common)
	if obj == nil || !l.SameModule(obj.Pkg()) {
		return ""
	}
	if s := l.OfCall(common); s != nil && s.Without != "" {
		return chain(ssax.NameFrom(obj, nil), s.Without)
	}
	return ""
}

// couldCarry returns the name of what a call writes a line with, "" if it
// writes none, or one for the eyes of developers alone, or if no context could
// be given to it.
func (l *logctx) couldCarry(common *ssa.CallCommon) string {
	effect, inTable := l.lines.Effect(common)
	if inTable && (effect.Role != known.Logs || effect.Level == known.Debug || effect.TakesContext) {
		return ""
	}
	if by, ok := l.bypassed(common); effect.Context == "" && (!ok || !by.seen) {
		return ""
	}
	return ssax.NameFrom(ssax.CalleeObject(common), nil)
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

// helpers judges the calls of fn to helpers: the first of each in the package,
// for all are mended by the same change of the helper.
func (l *logctx) helpers(fn *ssa.Function) []defect.Finding {
	var findings []defect.Finding
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			obj := ssax.CalleeObject(&call.Call)
			s := l.OfCall(&call.Call)
			if s == nil || s.Without == "" || obj == nil || !l.SameModule(obj.Pkg()) || l.told[obj] {
				continue
			}
			if f, ok := l.helper(fn, call, s); ok {
				l.told[obj] = true
				f.Confidence = defect.ConfidenceOf(f.Evidence)
				findings = append(findings, f)
			}
		}
	}
	return findings
}

// helper judges one call of a helper.
func (l *logctx) helper(fn *ssa.Function, call *ssa.Call, s *summary.Summary) (defect.Finding, bool) {
	expr, _, inSource := l.src.Call(call.Pos())
	if !inSource || l.bound(ssax.Receiver(&call.Call), 0) || l.tellsContext(&call.Call) {
		return defect.Finding{}, false
	}
	if _, judged := l.bypassed(&call.Call); judged {
		return defect.Finding{}, false // as a line of its own
	}
	ctx, reach := l.reqs.At(expr.Pos())
	if !reach {
		return defect.Finding{}, false
	}
	f := defect.Finding{Category: defect.CatHelper, Pos: expr.Pos(), End: expr.End(), Evidence: []defect.Evidence{defect.EvContext}}
	f.Evidence = append(f.Evidence, l.circumstances(fn, ctx)...)
	f.Says = defect.Statement{
		Kind: defect.HelperWithout, Logger: l.calleeName(&call.Call, call.Pos()), Way: s.Without, Context: l.outliving(fn, ctx.String()),
	}
	return f, true
}
