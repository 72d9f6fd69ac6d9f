package ssax

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// Referrers returns the instructions that use v.
func Referrers(v ssa.Value) []ssa.Instruction {
	if refs := v.Referrers(); refs != nil {
		return *refs
	}
	return nil
}

// Outermost returns the declared function that holds fn.
func Outermost(fn *ssa.Function) *ssa.Function {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	return fn
}

// DeclaredVar returns the package variable or field that an address is that
// of, or nil.
func DeclaredVar(addr ssa.Value) *types.Var {
	switch addr := addr.(type) {
	case *ssa.Global:
		v, _ := addr.Object().(*types.Var)
		return v
	case *ssa.FieldAddr:
		return FieldOf(addr)
	}
	return nil
}

// GlobalOf returns the package variable that v loads.
func GlobalOf(v ssa.Value) (*ssa.Global, bool) {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return nil, false
	}
	g, ok := load.X.(*ssa.Global)
	return g, ok
}

// FieldOf returns the field that an address is that of.
func FieldOf(addr *ssa.FieldAddr) *types.Var {
	p, ok := addr.X.Type().Underlying().(*types.Pointer)
	if !ok {
		return nil
	}
	s, ok := p.Elem().Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	return s.Field(addr.Field).Origin()
}

// StoredIn returns what is stored in a local variable as a whole.
func StoredIn(cell ssa.Value) []ssa.Value {
	var values []ssa.Value
	for _, ref := range Referrers(cell) {
		if store, ok := ref.(*ssa.Store); ok && store.Addr == cell {
			values = append(values, store.Val)
		}
	}
	return values
}

// IsContext reports whether t is context.Context.
func IsContext(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Name() == "Context" && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "context"
}

// TakesContext reports whether a signature has a context parameter.
func TakesContext(sig *types.Signature) bool {
	for i := range sig.Params().Len() {
		if IsContext(sig.Params().At(i).Type()) {
			return true
		}
	}
	return false
}
