package slip

import (
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/logline"
)

// neverWritten judges lines that are begun and that nothing writes. Where an error is lost
// with one, found says so already.
func (g *Finder) neverWritten(fn *ssa.Function, found []defect.Finding) []defect.Finding {
	var findings []defect.Finding
	for _, call := range logline.NeverWritten(fn) {
		f := defect.Finding{Category: defect.CatDiscarded, Evidence: []defect.Evidence{defect.EvOutside, defect.EvSlip}}
		f.Pos, f.End = g.InstrRange(call)
		f.Says = defect.Statement{
			Kind:      defect.NeverWritten,
			AboutLine: defect.AboutLine{Logger: g.CalleeName(&call.Call, call.Pos())},
		}
		said := false
		for _, other := range found {
			said = said || other.Span.Pos <= f.Pos && f.Pos < other.Span.End
		}
		if !said {
			findings = append(findings, g.weighed(fn, f))
		}
	}
	return findings
}
