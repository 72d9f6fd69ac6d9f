package summary

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
			p.Fate = p.Fate.Join(s.Param(p.Index))
			if p.Switch != s.Switch(p.Index) {
				p.Switch = ""
			}
			params = append(params, p)
		}
		joined.Params = params
		var results []ResultClass
		for _, r := range joined.Results {
			if o, ok := s.Result(r.Index); ok {
				r.Through = joinThrough(r, o)
				r.Class = max(r.Class, o.Class)
				r.Logged, r.Maybe = r.Logged && o.Logged, r.Maybe || o.Maybe
				r.Causes = max(r.Causes, o.Causes)
				r.Work = max(r.Work, o.Work)
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
		joined.Writes = joined.Writes || s.Writes
		joined.Never = joined.Never && s.Never
		joined.Sends &= s.Sends
		joined.Changes = max(joined.Changes, s.Changes)
		joined.Zeroes &= s.Zeroes
	}
	// Implementations that never fail are stand-ins; they say nothing of the
	// others.
	joined.Results = slices.DeleteFunc(joined.Results, func(r ResultClass) bool { return r.Class == known.NeverFails })
	return joined
}

// maxThrough bounds the methods that are named for one error. What comes by more
// ways stands for itself: facts have to be small.
const maxThrough = 4

// BothThrough returns the methods through which either of two errors comes; nil
// if there is no saying for one of them.
func BothThrough(a, b []string) []string {
	if len(a) == 0 || len(b) == 0 {
		return nil
	}
	all := slices.Concat(a, b)
	slices.Sort(all)
	if all = slices.Compact(all); len(all) > maxThrough {
		return nil
	}
	return all
}

// Harmless reports whether nothing is lost with the error: there is none, or it
// follows from the arguments.
func (r ResultClass) Harmless() bool {
	return r.Class == known.NeverFails || r.Class == known.Computed
}

// joinThrough returns the methods through which the errors of two functions
// come, that are one result of one call.
func joinThrough(a, b ResultClass) []string {
	switch {
	case a.Logged && !a.Maybe || a.Harmless():
		return b.Through
	case b.Logged && !b.Maybe || b.Harmless():
		return a.Through
	}
	return BothThrough(a.Through, b.Through)
}
