package ssax

import "go/types"

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
