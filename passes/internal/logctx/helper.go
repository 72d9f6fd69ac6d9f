package logctx

import (
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// helpers judges the calls of fn to helpers: the first of each in the package,
// for all are mended by the same change of the helper.
func (l *Reporter) helpers(fn *ssa.Function) []defect.Finding {
	var findings []defect.Finding
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			obj := ssax.CalleeObject(&call.Call)
			t := l.traits.OfCall(&call.Call)
			if t == nil || t.Without == "" || obj == nil || !l.SameModule(obj.Pkg()) || l.told[obj] {
				continue
			}
			if f, ok := l.helper(fn, call, t); ok {
				l.told[obj] = true
				findings = append(findings, f)
			}
		}
	}
	return findings
}

// helper judges one call of a helper.
func (l *Reporter) helper(fn *ssa.Function, call *ssa.Call, t *Traits) (defect.Finding, bool) {
	expr, _, inSource := l.src.Call(call.Pos())
	if !inSource || l.bound(ssax.Receiver(&call.Call)) || l.tellsContext(&call.Call) {
		return defect.Finding{}, false
	}
	if _, judged := l.bypassed(&call.Call); judged {
		return defect.Finding{}, false // as a line of its own
	}
	ctx, reach := l.Reqs.At(expr.Pos())
	if !reach {
		return defect.Finding{}, false
	}
	f := defect.Finding{Category: defect.CatHelper, Pos: expr.Pos(), End: expr.End(), Evidence: []defect.Evidence{defect.EvContext}}
	f.Evidence = append(f.Evidence, l.circumstances(fn, ctx)...)
	if t.Failing {
		f.Evidence = append(f.Evidence, defect.EvFailing)
	}
	l.lacks(fn, &f, t.Reads)
	f.Says = defect.Statement{Kind: defect.HelperWithout, AboutLine: defect.AboutLine{Logger: l.nameOf(ssax.CalleeObject(&call.Call)), Way: t.Without, Context: l.outliving(fn, ctx.String())}}
	return f, true
}
