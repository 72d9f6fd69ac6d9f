package ctxvalue

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// keyOf returns the key that a value is, as it is written down; [defect.UnknownKey] if it
// is computed.
func keyOf(v ssa.Value) string {
	if made, ok := v.(*ssa.MakeInterface); ok {
		v = made.X
	}
	switch v := v.(type) {
	case *ssa.Const:
		return constKey(v)
	case *ssa.Global:
		return globalKey(v)
	case *ssa.UnOp:
		if g, ok := v.X.(*ssa.Global); ok && v.Op == token.MUL {
			return globalKey(g)
		}
		if _, ok := v.X.(*ssa.Alloc); ok && v.Op == token.MUL {
			return emptyKey(v.Type()) // key{}
		}
	}
	return emptyKey(v.Type())
}

// constKey returns the key of a constant: of its type, if that is declared, or of a basic
// one, which all packages share.
func constKey(c *ssa.Const) string {
	if key := emptyKey(c.Type()); key != defect.UnknownKey {
		return key
	}
	if c.Value == nil {
		return defect.UnknownKey
	}
	if n, ok := types.Unalias(c.Type()).(*types.Named); ok && n.Obj().Pkg() != nil {
		return n.Obj().Pkg().Path() + "#" + n.Obj().Name() + "=" + c.Value.ExactString()
	}
	return "#" + c.Type().String() + "=" + c.Value.ExactString()
}

// emptyKey returns the key of a value of a type that has only one.
func emptyKey(t types.Type) string {
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil || n.TypeArgs().Len() > 0 {
		return defect.UnknownKey
	}
	if s, ok := n.Underlying().(*types.Struct); !ok || s.NumFields() > 0 {
		return defect.UnknownKey
	}
	return n.Obj().Pkg().Path() + "#" + n.Obj().Name()
}

// globalKey returns the key that a package variable holds, or whose address it is.
func globalKey(g *ssa.Global) string {
	if g.Pkg == nil {
		return defect.UnknownKey
	}
	if p, ok := g.Type().(*types.Pointer); ok {
		if key := emptyKey(p.Elem()); key != defect.UnknownKey {
			return key
		}
	}
	return g.Pkg.Pkg.Path() + "#" + g.Name()
}

// calleeKey names what a call calls: a function, or a package variable that holds one.
func calleeKey(common *ssa.CallCommon) known.Key {
	if obj := ssax.CalleeObject(common); obj != nil {
		return known.KeyOf(obj)
	}
	if g, ok := ssax.GlobalOf(common.Value); ok && g.Pkg != nil && !common.IsInvoke() {
		return known.Key{Pkg: g.Pkg.Pkg.Path(), Name: g.Name()}
	}
	return known.Key{}
}
