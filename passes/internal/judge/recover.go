package judge

import (
	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/errflow"
	"github.com/loglint/loglint/passes/internal/intent"
	"github.com/loglint/loglint/passes/internal/summary"
)

// judgeRecover judges a recovered panic: the first end at which it is lost speaks for all.
func (g *Judge) judgeRecover(v *Verdict) {
	o, t := v.Origin, v.Flow
	f := defect.Finding{Category: defect.CatRecovered, Site: g.Site(defect.PanicRecovered, o)}
	f.Pos, f.End = g.CallRange(o)
	f.Says = defect.Statement{Kind: defect.PanicDropped, Subject: g.Subject(o)}
	if t == nil {
		if g.Source.Comments(f.Pos, f.End) == intent.Reasoned {
			f.Evidence = append(f.Evidence, defect.EvReason)
		}
		v.Finding = &f
		return
	}
	for i := range t.Ends {
		end := &t.Ends[i]
		if end.Fate.Traced() || end.Fate.Has(summary.Classified) || end.Kind == errflow.EndPanic {
			continue
		}
		if !end.NonNil() {
			v.Ends[i] = defect.HeldNil
			continue
		}
		if v.Finding != nil {
			continue
		}
		if end.Fate.Has(summary.LoggedBare) {
			f.Says.Kind = defect.PanicWithoutVal
		}
		g.CompletePanic(f.Site, t, end)
		f.Span = g.Span(f, o, t, end)
		if b, _, ok := g.Branch(t, end); ok && g.Source.Comments(b.From, b.To) == intent.Reasoned {
			f.Evidence = append(f.Evidence, defect.EvReason)
		}
		v.Finding = &f
	}
}
