package errfate

import (
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// A helper writes lines for its callers and takes nothing to tie them to a
// request with. The context ends where code that has one calls it: one report
// there, with the way to the line. A helper that calls another is one itself.

// solveHelpers says in the summaries which functions are helpers. It comes
// after the rest is solved, since what a line could carry follows from what
// binds a logger. What a dependency does is not for its users to mend.
func (e *engine) solveHelpers() {
	if program.IsDependency(e.Pass) {
		return
	}
	for round, changed := 0, true; changed && round < maxRounds; round++ {
		changed = false
		for _, fn := range e.Funcs {
			s := e.summaries[fn]
			if s == nil || s.Without != "" {
				continue
			}
			e.guard(fn, func() { s.Without = e.logsWithout(fn) })
			changed = changed || s.Without != ""
		}
		e.joinMethods()
	}
}

// logsWithout returns how fn writes a line that could carry a context, "" if
// it does not, or takes a context or what one could be had from.
func (e *engine) logsWithout(fn *ssa.Function) string {
	if e.takesRequest(fn) || e.InTest(fn) || isSlogHandler(fn) {
		return ""
	}
	if recv := fn.Signature.Recv(); recv != nil && e.perRequest(recv.Type()) {
		return ""
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok || ssax.StaticCallee(&call.Call) == fn {
				continue
			}
			if way := e.wayToLine(&call.Call); way != "" && !e.bound(ssax.Receiver(&call.Call), 0) {
				return way
			}
		}
	}
	return ""
}

// wayToLine returns how a call comes to a line that could carry a context.
func (e *engine) wayToLine(common *ssa.CallCommon) string {
	if name := e.couldCarry(common); name != "" {
		return name
	}
	obj := ssax.CalleeObject(common)
	if obj == nil || !e.SameModule(obj.Pkg()) {
		return ""
	}
	if s := e.summary(common); s != nil && s.Without != "" {
		return chain(ssax.NameFrom(obj, nil), s.Without)
	}
	return ""
}

// couldCarry returns the name of what a call writes a line with, "" if it
// writes none, or one for the eyes of developers alone, or if no context could
// be given to it.
func (e *engine) couldCarry(common *ssa.CallCommon) string {
	effect, inTable := e.lineEffect(common)
	if inTable && (effect.Role != known.Logs || effect.Level == known.Debug || effect.TakesContext) {
		return ""
	}
	if by, ok := e.bypassed(common); effect.Context == "" && (!ok || !by.seen) {
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
func (e *engine) helpers(fn *ssa.Function) []Finding {
	var findings []Finding
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			obj := ssax.CalleeObject(&call.Call)
			s := e.summary(&call.Call)
			if s == nil || s.Without == "" || obj == nil || !e.SameModule(obj.Pkg()) || e.told[obj] {
				continue
			}
			if f, ok := e.helper(fn, call, s); ok {
				e.told[obj] = true
				f.Confidence = defect.ConfidenceOf(f.Evidence)
				findings = append(findings, f)
			}
		}
	}
	return findings
}

// helper judges one call of a helper.
func (e *engine) helper(fn *ssa.Function, call *ssa.Call, s *Summary) (Finding, bool) {
	expr, _, inSource := e.src.Call(call.Pos())
	if !inSource || e.bound(ssax.Receiver(&call.Call), 0) || e.tellsContext(&call.Call) {
		return Finding{}, false
	}
	if _, judged := e.bypassed(&call.Call); judged {
		return Finding{}, false // as a line of its own
	}
	ctx, reach := e.reqs.At(expr.Pos())
	if !reach {
		return Finding{}, false
	}
	f := Finding{Category: defect.CatHelper, Pos: expr.Pos(), End: expr.End(), Evidence: []defect.Evidence{defect.EvContext}}
	f.Evidence = append(f.Evidence, e.circumstances(fn, ctx)...)
	f.Says = defect.Statement{
		Kind: defect.HelperWithout, Logger: e.calleeName(&call.Call, call.Pos()), Way: s.Without, Context: e.outliving(fn, ctx.String()),
	}
	return f, true
}
