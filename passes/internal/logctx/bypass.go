package logctx

import (
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// bypasses judges the lines of fn that could follow the package's idiom and do
// not.
func (l *Reporter) bypasses(fn *ssa.Function) []defect.Finding {
	if l.isLoggerItself(fn) {
		return nil
	}
	var findings []defect.Finding
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(*ssa.Call); ok {
				if f, ok := l.bypassing(fn, call); ok {
					findings = append(findings, f)
				}
			}
		}
	}
	return findings
}

// bypassing judges one call.
func (l *Reporter) bypassing(fn *ssa.Function, call *ssa.Call) (defect.Finding, bool) {
	by, ok := l.bypassed(&call.Call)
	expr, _, inSource := l.src.Call(call.Pos())
	if !ok || !inSource {
		return defect.Finding{}, false
	}
	ctx, reach := l.Reqs.At(expr.Pos())
	if !reach || l.bound(ssax.Receiver(&call.Call)) || l.tellsContext(&call.Call) {
		return defect.Finding{}, false
	}
	effect, _ := l.Lines.Effect(&call.Call)
	if _, ok := l.background(call, effect); ok {
		return defect.Finding{}, false // which says more
	}
	f := defect.Finding{Category: defect.CatNoContext, Pos: expr.Pos(), End: expr.End()}
	f.Says = defect.Statement{Kind: defect.LacksContext, AboutLine: defect.AboutLine{Logger: l.nameOf(ssax.CalleeObject(&call.Call)), Would: by.would, Context: l.outliving(fn, ctx.String())}}
	switch {
	case !by.seen:
		return defect.Finding{}, false // nothing binds such a logger to a context: it would carry nothing
	case ctx.Request:
		f.Evidence = []defect.Evidence{defect.EvRequest}
	default:
		f.Evidence = l.deviating(fn, call)
	}
	f.Evidence = append(f.Evidence, l.circumstances(fn, ctx)...)
	f.Evidence = append(f.Evidence, l.bare(call)...)
	l.lacks(fn, &f, by.reads)
	return f, true
}
