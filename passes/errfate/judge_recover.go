package errfate

import (
	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/errflow"
	"github.com/loglint/loglint/passes/internal/intent"
	"github.com/loglint/loglint/passes/internal/origin"
	"github.com/loglint/loglint/passes/internal/summary"
)

// judgeRecover judges a recovered panic.
func (e *engine) judgeRecover(o *origin.Origin, t *errflow.Flow) (defect.Finding, bool) {
	f := defect.Finding{Category: defect.CatRecovered, Confidence: defect.High, Site: e.site(defect.PanicRecovered, o)}
	f.Pos, f.End = e.callRange(o)
	f.Says = defect.Statement{Kind: defect.PanicDropped, Subject: e.subject(o)}
	if t == nil {
		if e.src.Comments(f.Pos, f.End) == intent.Reasoned {
			f.Confidence = defect.Low
		}
		return f, true
	}
	for i := range t.Ends {
		end := &t.Ends[i]
		if end.Fate.Traced() || end.Fate.Has(summary.Classified) || end.Kind == errflow.EndPanic || !end.NonNil() {
			continue
		}
		if end.Fate.Has(summary.LoggedBare) {
			f.Says.Kind = defect.PanicWithoutVal
		}
		e.recovered(f.Site, t, end)
		f.Span = e.spanOf(f, o, t, end)
		if b, _, ok := e.branchAt(t, end); ok && e.src.Comments(b.From, b.To) == intent.Reasoned {
			f.Confidence = defect.Low
		}
		return f, true
	}
	return defect.Finding{}, false
}
