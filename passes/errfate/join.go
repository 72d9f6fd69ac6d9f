package errfate

import (
	"slices"

	"github.com/loglint/loglint/passes/internal/known"
)

// join joins the summaries of several implementations of one method, or of
// several functions that one variable holds; nil if nothing is known of one.
func join(all []*Summary) *Summary {
	var joined *Summary
	for _, s := range all {
		if s == nil {
			return nil
		}
		if joined == nil {
			c := *s
			c.Params = append([]ParamFate(nil), s.Params...)
			c.Results = append([]ResultClass(nil), s.Results...)
			joined = &c
			continue
		}
		params := joined.Params[:0]
		for _, p := range joined.Params {
			p.Fate = p.Fate.Join(s.param(p.Index))
			params = append(params, p)
		}
		joined.Params = params
		var results []ResultClass
		for _, r := range joined.Results {
			if o, ok := s.result(r.Index); ok {
				r.Through = joinThrough(r, o)
				r.Class = max(r.Class, o.Class)
				r.Logged, r.Maybe = r.Logged && o.Logged, r.Maybe || o.Maybe
				r.Causes = max(r.Causes, o.Causes)
				results = append(results, r)
			}
		}
		joined.Results = results
		if joined.Verdict != s.Verdict {
			joined.Verdict = NoVerdict
		}
		if joined.Answers != s.Answers {
			joined.Answers = Answer{}
		}
		joined.Line = joined.Line && s.Line
		if s.Without == "" {
			joined.Without = "" // one of them has what the others lack
		}
		joined.Binds = joined.Binds || s.Binds
		joined.Blind = joined.Blind && s.Blind
		joined.Never = joined.Never && s.Never
	}
	// Implementations that never fail are stand-ins; they say nothing of the
	// others.
	joined.Results = slices.DeleteFunc(joined.Results, func(r ResultClass) bool { return r.Class == known.NeverFails })
	return joined
}
