// Package judge says which of the ends of errors are defects, and what speaks for and
// against each. It writes no text, and selects nothing.
package judge

import (
	"cmp"
	"go/types"

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

// Findings judges the errors of a function.
func (g *Judge) Findings(fn *ssa.Function) []defect.Finding {
	flow := g.Functions[fn]
	if flow == nil {
		return nil
	}
	var findings []defect.Finding
	for i, o := range flow.Origins {
		if f, ok := g.judge(o, flow.Flows[i]); ok {
			f.Through = o.Through
			findings = append(findings, f)
		}
	}
	for _, p := range flow.Params {
		if o := g.handedTo(fn, p); o != nil {
			if f, ok := g.judge(o, p.Flow); ok {
				findings = append(findings, f)
			}
		}
	}
	return findings
}

// judge turns the fate of one error into a finding, if it is one.
func (g *Judge) judge(o *origin.Origin, t *errflow.Flow) (defect.Finding, bool) {
	switch {
	case o.Logged || g.NamedAway(o):
		return defect.Finding{}, false
	case o.Kind == origin.FromRecover:
		return g.judgeRecover(o, t)
	case completes(o.Fn.Signature):
		return defect.Finding{}, false
	case t == nil:
		return g.judgeUntaken(o)
	}
	if o.Kind == origin.FromParam {
		for i := range t.Ends {
			if t.Ends[i].Fate.Has(summary.Traces) {
				return defect.Finding{}, false // not lost on every path
			}
		}
	}
	var best *defect.Finding
	rank := -1
	var sites []*defect.Site
	var lost []*errflow.End
	for i := range t.Ends {
		f, r, ok := g.judgeEnd(o, t, &t.Ends[i])
		if ok {
			sites, lost = append(sites, f.Site), append(lost, &t.Ends[i])
		}
		if ok && (best == nil || surer(f, *best) > 0 || surer(f, *best) == 0 && (r > rank || r == rank && f.Pos < best.Pos)) {
			best, rank = &f, r
		}
	}
	if best == nil {
		return defect.Finding{}, false
	}
	for _, s := range sites {
		if best.Site != nil && s != nil {
			best.Site.Merge(s)
		}
	}
	best.Span = g.Span(*best, o, t, lost...)
	return *best, true
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
