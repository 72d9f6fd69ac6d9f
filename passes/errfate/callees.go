package errfate

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// dynamic returns what is known of a call of the function that v holds, or
// nil. A variable of another package is known by a fact.
func (e *engine) dynamic(v ssa.Value) *Summary {
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
		if variable := ssax.DeclaredVar(load.X); variable != nil && variable.Pkg() != e.Pass.Pkg {
			return e.fact(variable)
		}
	}
	h := e.HeldBy(v)
	if !h.Known() {
		return nil
	}
	return e.join(h.Funcs)
}

// ofFunc returns what is known of a function: computed, if it is of this
// package, imported, or made of what the tables say.
func (e *engine) ofFunc(fn *ssa.Function) *Summary {
	if origin := fn.Origin(); origin != nil {
		fn = origin
	}
	if s, ok := e.summaries[fn]; ok {
		return s
	}
	obj, ok := fn.Object().(*types.Func)
	if !ok || obj == nil {
		return nil
	}
	if effect, ok := known.EffectOf(obj); ok {
		return ofEffect(obj, effect)
	}
	return e.ofObject(obj)
}

// ofObject returns what is known of a declared function or method.
func (e *engine) ofObject(obj *types.Func) *Summary {
	obj = obj.Origin()
	if obj.Pkg() != e.Pass.Pkg {
		if s := e.fact(obj); s != nil {
			return s
		}
		return e.methods[obj]
	}
	if s, ok := e.methods[obj]; ok {
		return s
	}
	if decl := e.Pkg.Prog.FuncValue(obj); decl != nil {
		return e.summaries[decl]
	}
	return nil
}

// ofEffect returns the summary that says what an entry of a table says, as
// far as a variable that holds the function needs it.
func ofEffect(obj *types.Func, effect known.Effect) *Summary {
	s := &Summary{Answers: Answer{Arg: -1}}
	fate := Logged
	switch effect.Role {
	case known.Logs:
		s.Line, s.TakesContext = true, effect.TakesContext
		if effect.Context != "" {
			s.Without = ssax.NameFrom(obj, nil)
		}
		s.Never = effect.Exits
	case known.Reports:
	case known.Answers:
		fate = Answered
		s.Answers = Answer{Done: true, Status: effect.Status, Arg: effect.StatusArg}
	case known.Exits:
		s.Never = true
		return s
	default:
		return nil
	}
	for i := range obj.Signature().Params().Len() {
		s.Params = append(s.Params, ParamFate{Index: i, Fate: fate})
	}
	return s
}
