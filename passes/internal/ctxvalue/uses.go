package ctxvalue

import (
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// uses returns the full names of the functions of the module that stand before handlers and
// that the package uses, outside of themselves: calls, or hands on, or whose receiver it makes
// a value of an interface. It comes after [finder.carriers], which finds those of the package.
func (x *finder) uses() []string {
	used := make(map[string]bool)
	x.each(func(fn *ssa.Function) {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if made, ok := instr.(*ssa.MakeInterface); ok {
					x.noteMethods(made.X.Type(), used)
				}
				var space [8]*ssa.Value
				for _, op := range instr.Operands(space[:0]) {
					if callee, ok := (*op).(*ssa.Function); ok {
						if obj := declared(x.Declaration(callee)); obj != nil && obj != declared(fn) {
							x.noteUse(obj, used)
						}
					}
				}
			}
		}
	})
	return slices.Sorted(maps.Keys(used))
}

// noteUse notes a function that is used, if it stands before handlers.
func (x *finder) noteUse(obj *types.Func, used map[string]bool) {
	if obj = obj.Origin(); !x.SameModule(obj.Pkg()) {
		return
	}
	if v := x.values.OfObject(obj); v != nil && v.Stands {
		used[obj.FullName()] = true
	}
}

// noteMethods notes the methods of a type: whoever is given the value may call them.
func (x *finder) noteMethods(t types.Type, used map[string]bool) {
	n, ok := types.Unalias(t).(*types.Named)
	if p, isPointer := types.Unalias(t).(*types.Pointer); isPointer {
		n, ok = types.Unalias(p.Elem()).(*types.Named)
	}
	if !ok || !x.SameModule(n.Obj().Pkg()) {
		return
	}
	for m := range n.Origin().Methods() {
		x.noteUse(m, used)
	}
}
