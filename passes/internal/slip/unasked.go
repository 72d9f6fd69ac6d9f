package slip

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/keeper"
	"github.com/loglint/loglint/passes/internal/origin"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// unasked judges objects that are not asked for the error which they keep.
func (g *Finder) unasked(fn *ssa.Function) []defect.Finding {
	var findings []defect.Finding
	for _, forgotten := range keeper.In(fn) {
		f := defect.Finding{Category: defect.CatDiscarded, Evidence: []defect.Evidence{defect.EvOutside, defect.EvUnasked}}
		f.Pos, f.End = g.InstrRange(forgotten.Call)
		f.Says = defect.Statement{
			Kind:    defect.Unasked,
			Subject: defect.Subject{Name: g.CalleeName(&forgotten.Call.Call, forgotten.Call.Pos())},
			Callee:  defect.Callee{Name: forgotten.Ask},
			Line:    g.lineOf(forgotten.Return),
		}
		if forgotten.Return.Pos().IsValid() {
			g.Include(&f.Span, f.Pos, f.End, forgotten.Return.Pos())
		}
		if forgotten.Loops {
			f.Says.Instead.Kind = defect.EndsEarly
		}
		if forgotten.Told {
			f.Evidence = append(f.Evidence, defect.EvSuccess)
		}
		f.Evidence = append(f.Evidence, g.work(&forgotten.Call.Call)...)
		findings = append(findings, g.weighed(fn, f))
	}
	for _, result := range keeper.Results(fn, g.Silenced) {
		f := defect.Finding{Category: defect.CatDiscarded, Evidence: []defect.Evidence{defect.EvOutside, defect.EvLost, defect.EvUnasked}}
		if result.OnlyRead {
			f.Evidence = []defect.Evidence{defect.EvOutside, defect.EvExplicit, defect.EvUnasked}
		}
		f.Pos, f.End = g.InstrRange(result.Call)
		f.Says = defect.Statement{
			Kind:    defect.UnaskedResult,
			Subject: defect.Subject{Name: methodOn(result)},
			Callee:  defect.Callee{Name: result.Ask},
		}
		f.Evidence = append(f.Evidence, g.work(&result.Call.Call)...)
		findings = append(findings, g.weighed(fn, f))
	}
	return findings
}

// work is what a call says by what it does, and by its name.
func (g *Finder) work(common *ssa.CallCommon) []defect.Evidence {
	return origin.EvidenceOfCall(common, g.Origins.WorkOf(common), false)
}

// lineOf returns the line of a return statement, or that of the brace which ends the function
// where there is none.
func (g *Finder) lineOf(ret *ssa.Return) int {
	pos := ret.Pos()
	if syntax := ret.Parent().Syntax(); !pos.IsValid() && syntax != nil {
		pos = syntax.End() - 1
	}
	return g.Source.Line(pos)
}

// methodOn names the method of a result by what it is called on: (*redis.Client).Set.
func methodOn(result keeper.Result) string {
	on := types.TypeString(result.On, (*types.Package).Name)
	if _, isPointer := types.Unalias(result.On).(*types.Pointer); isPointer {
		on = "(" + on + ")"
	}
	return on + "." + ssax.CalleeObject(&result.Call.Call).Name()
}
