package errfate

import (
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/directive"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// joinMethods joins the summaries of the implementations of each interface
// method that is declared or called here, and returns the implementations whose join has changed.
//
// A caller in another package may be given an implementation that is not
// seen here: so only what all implementations here agree on is said. An
// interface that nothing here implements is left to the rule for interface
// methods.
func (e *engine) joinMethods() []*ssa.Function {
	var changed []*ssa.Function
	for _, m := range e.interfaces {
		if e.dirs.On(m) != "" {
			continue // declared
		}
		impls := e.Implementations(m)
		if len(impls) == 0 {
			continue
		}
		joined := e.join(impls)
		if !reflect.DeepEqual(joined, e.methods[m]) {
			e.methods[m] = joined
			changed = append(changed, impls...)
		}
	}
	return changed
}

// join joins the summaries of several implementations of one method, or of
// several functions that one variable holds.
func (e *engine) join(impls []*ssa.Function) *Summary {
	var joined *Summary
	for _, fn := range impls {
		s := e.ofFunc(fn)
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

// declareMethods turns directives on interface methods into summaries; those
// of functions with a body are applied in summarize.
func (e *engine) declareMethods() {
	for obj, kind := range e.dirs.InterfaceMethods(e.Pass.TypesInfo) {
		e.methods[obj] = declared(obj, kind, new(Summary))
	}
}

// declared returns s changed by what a directive says of obj.
func declared(obj *types.Func, kind directive.Kind, s *Summary) *Summary {
	params := obj.Signature().Params()
	switch kind {
	case directive.Logs:
		s.Line = true
		s.TakesContext = params.Len() > 0 && ssax.IsContext(params.At(0).Type())
		s.Params = nil
		for i := range params.Len() {
			s.Params = append(s.Params, ParamFate{Index: i, Fate: Logged})
		}
	case directive.Responds:
		s.Answers = Answer{Done: true, Status: computedStatus, Arg: -1}
		s.Params = nil
		for i := range params.Len() {
			t := params.At(i).Type()
			if b, ok := t.Underlying().(*types.Basic); ok && b.Info()&types.IsInteger != 0 {
				s.Answers = Answer{Done: true, Arg: i}
			}
			if ssax.IsError(t) || mayHold(t) {
				s.Params = append(s.Params, ParamFate{Index: i, Fate: Answered})
			}
		}
	case directive.Classifies:
		s.Verdict = SaysKind
		s.Params = nil
		for i := range params.Len() {
			if ssax.IsError(params.At(i).Type()) {
				s.Params = append(s.Params, ParamFate{Index: i, Fate: Classified})
			}
		}
	}
	return s
}
