package judge

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/errflow"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/origin"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// outcomes counts what becomes of the failures in a function and in the literals in it.
type outcomes struct{ handled, lost int }

// count adds one failure, n times.
func (f *outcomes) count(o *origin.Origin, t *errflow.Flow, n int) {
	switch {
	case o.Kind != origin.FromCall, o.Class < known.Decode && o.Class != known.Unknown:
	case t.Handled():
		f.handled += n
	default:
		f.lost += n
	}
}

// companions returns what becomes of the other failures of a function and of the literals in
// it, but that of an error with its flow: an author who returns or logs all others did not mean to
// lose this one, and one who loses most of them may have had a reason.
func (g *Judge) companions(o *origin.Origin, t *errflow.Flow) []defect.Evidence {
	outer := ssax.Outermost(o.Fn)
	all, ok := g.around[outer]
	if !ok {
		g.countIn(outer, &all)
		g.around[outer] = all
	}
	all.count(o, t, -1)
	switch {
	case all.handled > 0 && all.lost == 0:
		return []defect.Evidence{defect.EvSiblings}
	case all.lost > all.handled:
		return []defect.Evidence{defect.EvCompanions}
	}
	return nil
}

// countIn counts the failures of fn and of the literals in it.
func (g *Judge) countIn(fn *ssa.Function, all *outcomes) {
	if flow := g.Functions[fn]; flow != nil {
		for i, o := range flow.Origins {
			all.count(o, flow.Flows[i], 1)
		}
	}
	for _, lit := range fn.AnonFuncs {
		g.countIn(lit, all)
	}
}

// after says what happens after an error is lost, at an end of its flow or, without one,
// wherever the call leads to.
func (g *Judge) after(f *defect.Finding, o *origin.Origin, t *errflow.Flow, end *errflow.End) {
	line := func(instr ssa.Instruction) int { return g.Source.Line(ssax.Pos(instr)) }
	if t != nil {
		f.Says.Instead = g.aftermath.Of(o, t, end, f.Says.Leave == defect.Continuing, line)
	} else {
		f.Says.Instead = g.aftermath.OfUnlooked(o, line)
	}
	if f.Says.Kind == defect.EndsGoroutine && f.Says.Instead.Kind == defect.NothingShown && slices.Contains(f.Evidence, defect.EvServes) {
		f.Says.Instead.Kind = defect.ServesNoMore
	}
	// A function that never looks at an error returns nil at its end like any other.
	told := t == nil && f.Says.Instead.Kind == defect.ToldSuccess
	if ev, ok := consequences[f.Says.Instead.Kind]; ok && !told {
		f.Evidence = append(f.Evidence, ev)
	}
	if o.Instr != nil && spare(o) {
		f.Evidence = append(f.Evidence, defect.EvSpare)
	}
	f.Evidence = append(f.Evidence, g.companions(o, t)...)
}

var consequences = map[defect.ConsequenceKind]defect.Evidence{
	defect.ToldSuccess: defect.EvNoError, defect.ClientTold: defect.EvTold, defect.DrivesChange: defect.EvDrives,
	defect.NilUsed: defect.EvNilNext, defect.ReturnsStand: defect.EvStandIn, defect.SkipsCall: defect.EvSkips,
	defect.LeadsToCall: defect.EvLeads,
}

// spare reports whether a call gives more than its error, and nothing uses it.
func spare(o *origin.Origin) bool {
	v := o.Instr.Value()
	if v == nil || o.Instr.Common().Signature().Results().Len() < 2 {
		return false
	}
	for _, ref := range ssax.Referrers(v) {
		if x, ok := ref.(*ssa.Extract); ok && x.Index != o.Result && len(ssax.Referrers(x)) > 0 {
			return false
		}
	}
	return true
}
