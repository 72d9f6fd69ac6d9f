package source

import (
	"go/ast"
	"go/constant"
	"go/types"
)

// Siblings returns the functions of fn's package, or the methods of its
// receiver, in the order of their names.
func Siblings(fn *types.Func) []*types.Func {
	var all []*types.Func
	if recv := fn.Signature().Recv(); recv != nil {
		return Methods(recv.Type())
	}
	if fn.Pkg() == nil {
		return nil
	}
	for _, name := range fn.Pkg().Scope().Names() {
		if other, ok := fn.Pkg().Scope().Lookup(name).(*types.Func); ok {
			all = append(all, other)
		}
	}
	return all
}

// Methods returns the methods that can be called on a variable of type t.
func Methods(t types.Type) []*types.Func {
	if _, isPointer := types.Unalias(t).(*types.Pointer); !isPointer && !types.IsInterface(t) {
		t = types.NewPointer(t)
	}
	var all []*types.Func
	for sel := range types.NewMethodSet(t).Methods() {
		if m, ok := sel.Obj().(*types.Func); ok {
			all = append(all, m)
		}
	}
	return all
}

// Method returns the method of t that has a name, or nil.
func Method(t types.Type, name string) *types.Func {
	for _, m := range Methods(t) {
		if m.Name() == name {
			return m
		}
	}
	return nil
}

var errorType = types.Universe.Lookup("error").Type()

// IsError reports whether a type is error itself.
func IsError(t types.Type) bool { return types.Identical(t, errorType) }

// IsString reports whether a type is one of strings.
func IsString(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// IsContext reports whether a type is context.Context.
func IsContext(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Name() == "Context" && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "context"
}

// CanBeNil reports whether to use a value of a type that is nil panics, or does
// nothing.
func CanBeNil(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Interface, *types.Signature:
		return true
	}
	return false
}

// NamedType returns the name of a type, or of what it points to, or nil.
func NamedType(t types.Type) types.Object {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	if n, ok := types.Unalias(t).(*types.Named); ok {
		return n.Origin().Obj()
	}
	return nil
}

// IsErrorLike reports whether a value of type t is an error.
func IsErrorLike(t types.Type) bool {
	return types.Implements(t, errorType.Underlying().(*types.Interface))
}

// TypeName returns the name of a type, or of what it points to.
func TypeName(t types.Type) string {
	if t == nil {
		return ""
	}
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	if n, ok := types.Unalias(t).(*types.Named); ok {
		return n.Obj().Name()
	}
	return ""
}

// IsBool reports whether a type is one of booleans.
func IsBool(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

// IsZero reports whether an expression is the zero value of its type, written out: nil, "", 0, false,
// or a literal without elements.
func IsZero(info *types.Info, x ast.Expr) bool {
	x = ast.Unparen(x)
	if lit, ok := x.(*ast.CompositeLit); ok {
		_, isStruct := info.TypeOf(lit).Underlying().(*types.Struct)
		return isStruct && len(lit.Elts) == 0
	}
	tv, ok := info.Types[x]
	switch {
	case !ok:
		return false
	case tv.IsNil():
		return true
	case tv.Value == nil:
		return false
	}
	switch tv.Value.Kind() {
	case constant.Bool:
		return !constant.BoolVal(tv.Value)
	case constant.String:
		return constant.StringVal(tv.Value) == ""
	case constant.Int, constant.Float, constant.Complex:
		return constant.Sign(tv.Value) == 0
	}
	return false
}
