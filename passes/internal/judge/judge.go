// Package judge says which of the ends of errors are defects, and what speaks for and
// against each. It writes no text, and selects nothing.
package judge

import (
	"cmp"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/aftermath"
	"github.com/loglint/loglint/passes/internal/errflow"
	"github.com/loglint/loglint/passes/internal/locate"
	"github.com/loglint/loglint/passes/internal/origin"
	"github.com/loglint/loglint/passes/internal/practice"
	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// A Judge turns what became of the errors of a package into findings.
type Judge struct {
	*locate.Locator

	aftermath *aftermath.Index
	around    map[*ssa.Function]outcomes       // see companions
	handed    map[errflow.Delegate]handedError // errors handed to helpers that lose them
	practice  *practice.Index
}

// New returns a judge, which looks at the source through loc, and compares calls with others.
func New(loc *locate.Locator, with *practice.Index) *Judge {
	g := &Judge{Locator: loc, aftermath: aftermath.New(loc.Package), around: make(map[*ssa.Function]outcomes), handed: make(map[errflow.Delegate]handedError), practice: with}
	g.handOver()
	return g
}

// A Verdict is what is said of one error of a function.
type Verdict struct {
	Origin *origin.Origin
	Flow   *errflow.Flow // nil where nothing takes the error
	// Finding is what it is, nil if it is none.
	Finding *defect.Finding
	// Ends says of each end of the flow by which rule it is no finding, if the error is lost
	// there; of an error that nothing takes it has one.
	Ends []defect.Held
}

// Verdicts judges the errors of a function.
func (g *Judge) Verdicts(fn *ssa.Function) []Verdict {
	flow := g.Functions[fn]
	if flow == nil {
		return nil
	}
	var verdicts []Verdict
	for i, o := range flow.Origins {
		v := g.judge(o, flow.Flows[i])
		if v.Finding != nil {
			v.Finding.Through = o.Through
		}
		verdicts = append(verdicts, v)
	}
	for _, p := range flow.Params {
		if o := g.handedTo(fn, p); o != nil {
			verdicts = append(verdicts, g.judge(o, p.Flow))
		}
	}
	return verdicts
}

// Findings returns the findings of verdicts.
func Findings(verdicts []Verdict) []defect.Finding {
	var findings []defect.Finding
	for _, v := range verdicts {
		if v.Finding != nil {
			findings = append(findings, *v.Finding)
		}
	}
	return findings
}

// judge turns the fate of one error into a finding, if it is one.
func (g *Judge) judge(o *origin.Origin, t *errflow.Flow) Verdict {
	v := Verdict{Origin: o, Flow: t, Ends: make([]defect.Held, 1)}
	if t != nil {
		v.Ends = make([]defect.Held, len(t.Ends))
	}
	switch {
	case o.Logged:
		v.hold(defect.HeldLogged)
	case g.NamedAway(o):
		v.hold(defect.HeldNamed)
	case o.Kind == origin.FromRecover:
		g.judgeRecover(&v)
	case completes(o.Fn.Signature):
		v.hold(defect.HeldCompletion)
	case t == nil:
		g.judgeUntaken(&v)
	case o.Kind == origin.FromParam && leavesTrace(t):
		v.hold(defect.HeldPartly)
	default:
		g.judgeEnds(&v)
	}
	return v
}

// hold says of all ends that a rule holds them back.
func (v *Verdict) hold(by defect.Held) {
	for i := range v.Ends {
		v.Ends[i] = by
	}
}

// leavesTrace reports whether an error leaves a trace on some path.
func leavesTrace(t *errflow.Flow) bool {
	return slices.ContainsFunc(t.Ends, func(end errflow.End) bool { return end.Fate.Has(summary.Traces) })
}

// judgeEnds judges an error that something takes, by the ends of its flow at which it is lost. The
// surest speaks for all.
func (g *Judge) judgeEnds(v *Verdict) {
	var best *defect.Finding
	rank := -1
	var sites []*defect.Site
	var lost []*errflow.End
	for i := range v.Flow.Ends {
		end := &v.Flow.Ends[i]
		if !Quiet(v.Flow, end) {
			continue
		}
		f, r, held := g.judgeEnd(v.Origin, v.Flow, end)
		if v.Ends[i] = held; held != defect.NotHeld {
			continue
		}
		sites, lost = append(sites, f.Site), append(lost, end)
		if best == nil || surer(f, *best) > 0 || surer(f, *best) == 0 && (r > rank || r == rank && f.Pos < best.Pos) {
			best, rank = &f, r
		}
	}
	if best == nil {
		return
	}
	for _, s := range sites {
		if best.Site != nil && s != nil {
			best.Site.Merge(s)
		}
	}
	best.Span = g.Span(*best, v.Origin, v.Flow, lost...)
	v.Finding = best
}

// surer compares what speaks for two findings of one error. The declared points decide, so that
// which end of an error is reported does not change with each fit.
func surer(a, b defect.Finding) int {
	return cmp.Compare(defect.ByPoints(a.Category, a.Evidence), defect.ByPoints(b.Category, b.Evidence))
}

// completes reports whether a function completes words for a shell: it has
// nowhere to write to, and tells the shell by a result of its own.
func completes(sig *types.Signature) bool {
	for v := range sig.Results().Variables() {
		if ssax.IsNamed(v.Type(), "github.com/spf13/cobra", "ShellCompDirective") {
			return true
		}
	}
	return false
}
