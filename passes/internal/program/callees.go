package program

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// Callees returns all functions of this package that a call may call, as far
// as they are known: for the order in which they are solved.
func (p *Program) Callees(common *ssa.CallCommon) []*ssa.Function {
	switch {
	case common.IsInvoke():
		return p.Implementations(common.Method)
	case ssax.StaticCallee(common) != nil:
		return []*ssa.Function{p.Declaration(ssax.StaticCallee(common))}
	}
	if _, ok := common.Value.(*ssa.Builtin); ok {
		return nil
	}
	var fns []*ssa.Function
	for _, fn := range p.heldBy(common.Value, 0).Funcs {
		fns = append(fns, p.Declaration(fn))
	}
	return fns
}

// Declaration returns the function whose body runs when fn is called: that of
// the method, for a method value.
func (p *Program) Declaration(fn *ssa.Function) *ssa.Function {
	if origin := fn.Origin(); origin != nil {
		fn = origin
	}
	if obj, ok := fn.Object().(*types.Func); ok && obj != nil && obj.Pkg() == p.Pass.Pkg {
		if decl := p.Pkg.Prog.FuncValue(obj.Origin()); decl != nil {
			return decl
		}
	}
	return fn
}

// Called returns the declaration of what a call calls, also through a
// variable that holds one function only: var open = os.Open.
func (p *Program) Called(common *ssa.CallCommon) *types.Func {
	if obj := ssax.CalleeObject(common); obj != nil {
		return obj
	}
	if h := p.heldBy(common.Value, 0); h.Known() && len(h.Funcs) == 1 {
		if obj, ok := h.Funcs[0].Object().(*types.Func); ok && obj != nil {
			return obj.Origin()
		}
	}
	return nil
}

// EffectOf returns what the tables of libraries say that a call does.
func EffectOf(call *ssa.CallCommon) (known.Effect, bool) {
	obj := ssax.CalleeObject(call)
	if obj == nil {
		return known.Effect{}, false
	}
	return known.EffectOf(obj)
}
