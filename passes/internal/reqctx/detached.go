package reqctx

import (
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/ssax"
)

// IsDetached reports whether a context is nobody's: context.Background() or
// TODO(), or one of the program's own, which a function without parameters
// returns or a package variable holds. What is not told of the request has no
// context of it to give.
func (x *values) IsDetached(v ssa.Value) bool {
	_, ok := x.Detached(v)
	return ok
}

// Detached returns the name of what a detached context is had from.
func (x *values) Detached(v ssa.Value) (string, bool) {
	v = ssax.Unwrap(v)
	if g, ok := ssax.GlobalOf(v); ok {
		return g.Name(), ssax.IsContext(v.Type()) && g.Pkg != nil && x.heldDetached(g)
	}
	call, ok := v.(*ssa.Call)
	if !ok {
		return "", false
	}
	obj := ssax.CalleeObject(&call.Call)
	if obj == nil || obj.Pkg() == nil {
		return "", false
	}
	sig := obj.Signature()
	if sig.Recv() != nil || sig.Params().Len() > 0 || sig.Results().Len() != 1 || !ssax.IsContext(sig.Results().At(0).Type()) {
		return "", false
	}
	return ssax.NameFrom(obj, x.Pass.Pkg) + "()", true
}

// heldDetached reports whether a package variable is only ever set to a
// Detached context, as far as this package sets it.
func (x *values) heldDetached(g *ssa.Global) bool {
	init := x.Pkg.Func("init")
	if g.Pkg != x.Pkg || init == nil {
		return false
	}
	set := false
	for _, fn := range append([]*ssa.Function{init}, x.Funcs...) {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				store, ok := instr.(*ssa.Store)
				if !ok || store.Addr != g {
					continue
				}
				if !x.IsDetached(store.Val) {
					return false
				}
				set = true
			}
		}
	}
	return set
}
