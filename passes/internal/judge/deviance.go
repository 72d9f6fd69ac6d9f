package judge

import (
	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/origin"
)

// What a package does with the errors of a callee at most of its calls is
// what it means to do: a call that does otherwise deviates. The idea is that
// of Engler et al., Bugs as Deviant Behavior (SOSP 2001).

// A tally counts what becomes of the errors of one callee in the package.
type tally struct {
	calls, handled int
}

// minOthers is the least number of other calls, all of which handle the error,
// for a call to deviate. On labelled code, a share of three in four of them
// brought up as many calls that were fine as ones that were not.
const minOthers = 4

// tally counts, for each callee, the calls of the package and those of them
// whose error leaves a trace on every path.
func (g *Judge) tally() {
	for _, fn := range g.Funcs {
		flow := g.Functions[fn]
		if flow == nil || g.InTest(fn) {
			continue
		}
		for i, o := range flow.Origins {
			if o.Kind != origin.FromCall {
				continue
			}
			obj := g.Called(o.Instr.Common())
			if obj == nil {
				continue
			}
			t := g.tallies[obj]
			t.calls++
			if flow.Flows[i].Handled() {
				t.handled++
			}
			g.tallies[obj] = t
		}
	}
}

// deviate adds to a finding that all other calls of the same callee handle the
// error, if they do.
func (g *Judge) deviate(f *defect.Finding, o *origin.Origin) {
	if o.Kind != origin.FromCall || o.Class == known.Decode {
		return // what decodes is called for data of all kinds
	}
	t := g.tallies[g.Called(o.Instr.Common())]
	others := t.calls - 1
	if others < minOthers || t.handled < others {
		return
	}
	f.Evidence = append(f.Evidence, defect.EvDeviant)
	f.Says.Others = others
}
