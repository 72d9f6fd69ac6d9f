package ssax

import (
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
		p, ok := addr.X.Type().Underlying().(*types.Pointer)
		if !ok {
			return nil
		}
		if s, ok := p.Elem().Underlying().(*types.Struct); ok {
			return s.Field(addr.Field).Origin()
		}
	}
	return nil
}
