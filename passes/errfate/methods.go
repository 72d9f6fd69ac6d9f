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

// implementations returns the methods of this package's types that implement
// an interface method of this module. What is said of an interface of another
// package is for the calls in this one alone: it is no fact of that package's.
func (e *engine) implementations(m *types.Func) []*ssa.Function {
	if m.Pkg() == nil || m.Pkg() != e.pass.Pkg && !e.sameModule(m.Pkg()) {
		return nil
	}
	if impls, ok := e.impls[m]; ok {
		return impls
	}
	iface, ok := m.Signature().Recv().Type().Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	var impls []*ssa.Function
	scope := e.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || tn.IsAlias() || types.IsInterface(tn.Type()) {
			continue
		}
		if n, ok := tn.Type().(*types.Named); !ok || n.TypeParams().Len() > 0 {
			continue
		}
		ptr := types.NewPointer(tn.Type())
		if !types.Implements(ptr, iface) {
			continue
		}
		obj, _, _ := types.LookupFieldOrMethod(ptr, false, e.pass.Pkg, m.Name())
		if f, ok := obj.(*types.Func); ok {
			// A test's stand-in says nothing of the real ones, and what is
			// known must not depend on whether tests are loaded.
			if fn := e.pkg.Prog.FuncValue(f); fn != nil && len(fn.Blocks) > 0 && !e.inTest(fn) && !standsIn(fn) && !delegates(fn, m) {
				impls = append(impls, fn)
			}
		}
	}
	e.impls[m] = impls
	return impls
}

// standsIn reports whether a method only stands in for real ones: it is handed
// something, and does nothing at all with it.
func standsIn(fn *ssa.Function) bool {
	if len(fn.Blocks) != 1 || len(ssax.Params(fn)) == 0 || fn.Signature.Results().Len() > 0 {
		return false
	}
	for _, instr := range fn.Blocks[0].Instrs {
		switch instr.(type) {
		case *ssa.Return, *ssa.DebugRef:
		default:
			return false
		}
	}
	return true
}

// delegates reports whether an implementation only stands before another of the
// same interface: it calls the method it implements.
func delegates(fn *ssa.Function, m *types.Func) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(ssa.CallInstruction); ok && call.Common().IsInvoke() && call.Common().Method == m {
				return true
			}
		}
	}
	return false
}

// interfaceMethods returns the interface methods of which this package may
// have implementations: those that it declares, and those of other packages
// of the module that it calls.
func (e *engine) interfaceMethods() []*types.Func {
	var methods []*types.Func
	scope := e.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok {
			continue
		}
		if iface, ok := tn.Type().Underlying().(*types.Interface); ok {
			methods = slices.AppendSeq(methods, iface.ExplicitMethods())
		}
	}
	seen := make(map[*types.Func]bool)
	for _, fn := range e.funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok || !call.Common().IsInvoke() {
					continue
				}
				m := call.Common().Method
				if m.Pkg() != nil && m.Pkg() != e.pass.Pkg && !seen[m] && e.sameModule(m.Pkg()) {
					seen[m] = true
					methods = append(methods, m)
				}
			}
		}
	}
	return methods
}

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
		impls := e.implementations(m)
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
	for obj, kind := range e.dirs.InterfaceMethods(e.pass.TypesInfo) {
		e.methods[obj] = declared(obj, kind, new(Summary))
	}
}

// declared returns s changed by what a directive says of obj.
func declared(obj *types.Func, kind directive.Kind, s *Summary) *Summary {
	params := obj.Signature().Params()
	switch kind {
	case directive.Logs:
		s.Line = true
		s.TakesContext = params.Len() > 0 && isContext(params.At(0).Type())
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
