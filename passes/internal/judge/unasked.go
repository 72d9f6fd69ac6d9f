package judge

import (
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/intent"
	"github.com/loglint/loglint/passes/internal/keeper"
)

// unasked judges objects that are not asked for the error which they keep.
func (g *Judge) unasked(fn *ssa.Function) []defect.Finding {
	var findings []defect.Finding
	for _, forgotten := range keeper.In(fn) {
		f := defect.Finding{Category: defect.CatDiscarded, Evidence: []defect.Evidence{defect.EvOutside}}
		f.Pos, f.End = g.InstrRange(forgotten.Call)
		f.Says = defect.Statement{
			Kind:    defect.Unasked,
			Subject: defect.Subject{Name: g.CalleeName(&forgotten.Call.Call, forgotten.Call.Pos())},
			Callee:  defect.Callee{Name: forgotten.Ask},
			Line:    g.Source.Line(forgotten.Return.Pos()),
		}
		if forgotten.Return.Pos().IsValid() {
			g.Include(&f.Span, f.Pos, f.End, forgotten.Return.Pos())
		}
		switch {
		case forgotten.Told:
			f.Evidence = append(f.Evidence, defect.EvSuccess)
		case fn.Signature.Results().Len() == 0:
			f.Evidence = append(f.Evidence, defect.EvLost)
		}
		if g.InHarness(fn.Pos()) {
			f.Evidence = append(f.Evidence, defect.EvHarness)
		}
		if g.Source.Comments(f.Pos, f.End) == intent.Reasoned {
			f.Evidence = append(f.Evidence, defect.EvReason)
		}
		f.Confidence = defect.ConfidenceOf(f.Evidence)
		findings = append(findings, f)
	}
	return findings
}
