package ssax

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// NameFrom names a function or method, seen from a package.
func NameFrom(obj *types.Func, from *types.Package) string {
	qualify := func(p *types.Package) string {
		if p == from {
			return ""
		}
		return p.Name()
	}
	recv := obj.Signature().Recv()
	if recv == nil {
		if q := qualify(obj.Pkg()); q != "" {
			return q + "." + obj.Name()
		}
		return obj.Name()
	}
	t := recv.Type()
	star := ""
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t, star = p.Elem(), "*"
	}
	name := types.TypeString(t, qualify)
	if n, ok := types.Unalias(t).(*types.Named); ok {
		name = n.Obj().Name()
		if n.Obj().Pkg() != nil {
			if q := qualify(n.Obj().Pkg()); q != "" {
				name = q + "." + name
			}
		}
	} else if types.IsInterface(t) {
		name = "interface"
	}
	if star != "" {
		return "(*" + name + ")." + obj.Name()
	}
	return name + "." + obj.Name()
}

// FuncName names a function of this package; a literal is named by the
// function that holds it.
func FuncName(fn *ssa.Function) string {
	if fn.Parent() != nil {
		return "a function literal in " + FuncName(Outermost(fn))
	}
	if recv := fn.Signature.Recv(); recv != nil {
		name := types.TypeString(recv.Type(), func(*types.Package) string { return "" })
		if strings.HasPrefix(name, "*") {
			name = "(" + name + ")"
		}
		return name + "." + fn.Name()
	}
	return fn.Name()
}

// PathOf writes what a value is read from, as far as it is known: s.failed, failed.
func PathOf(v ssa.Value) string {
	switch v := v.(type) {
	case *ssa.UnOp:
		return PathOf(v.X)
	case *ssa.ChangeType:
		return PathOf(v.X)
	case *ssa.FieldAddr:
		if base := PathOf(v.X); base != "" {
			return base + "." + FieldName(v)
		}
		return FieldName(v)
	case *ssa.Parameter, *ssa.FreeVar, *ssa.Global:
		return v.Name()
	case *ssa.Alloc:
		return v.Comment
	}
	return ""
}
