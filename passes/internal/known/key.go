// Package known is what loglint knows of libraries: data, no logic beyond
// look-up. A function is found by package path, receiver and name, through
// its [types.Func], never by matching text.
//
// Each family of libraries has a file of its own; key.go and the file that
// defines a family's type are the only code.
package known

import "go/types"

// A Key names a function or method: the path of the package that declares
// it, the name of the receiver's type ("" for a function; pointers are
// stripped; for an interface method, the interface), and its own name.
type Key struct {
	Pkg, Recv, Name string
}

// KeyOf returns the key of fn, which may be an instance of a generic
// function or method; the key is that of its origin.
func KeyOf(fn *types.Func) Key {
	if fn == nil {
		return Key{}
	}
	fn = fn.Origin()
	k := Key{Name: fn.Name()}
	if fn.Pkg() != nil {
		k.Pkg = fn.Pkg().Path()
	}
	if recv := fn.Signature().Recv(); recv != nil {
		k.Recv = typeName(recv.Type())
	}
	return k
}

// String returns the key as a Go programmer writes it: os.Open, os.File.Read.
func (k Key) String() string {
	s := k.Name
	if k.Recv != "" {
		s = k.Recv + "." + s
	}
	if k.Pkg != "" {
		s = k.Pkg + "." + s
	}
	return s
}

// local returns the key without its package: Open, File.Read.
func (k Key) local() string {
	if k.Recv != "" {
		return k.Recv + "." + k.Name
	}
	return k.Name
}

// typeName returns the declared name of t, looking through one pointer.
func typeName(t types.Type) string {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	if n, ok := types.Unalias(t).(*types.Named); ok {
		return n.Obj().Name()
	}
	return ""
}

// declaredBy returns the declared name of t, or of what it points to, if it is
// of a package, or nil.
func declaredBy(t types.Type) *types.TypeName {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil {
		return nil
	}
	return n.Obj()
}
