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

// IsVariable reports whether v is what a variable holds that is assigned in
// several places, not the result of a call.
func IsVariable(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Phi:
		return true
	case *ssa.UnOp:
		return v.Op == token.MUL
	}
	return false
}

// IsContextErr reports whether v is the result of ctx.Err() or context.Cause.
func IsContextErr(v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	obj := CalleeObject(&call.Call)
	if obj == nil || obj.Pkg() == nil || obj.Pkg().Path() != "context" {
		return false
	}
	return obj.Name() == "Err" || obj.Name() == "Cause"
}

// FieldName returns the name of the field that an address is that of.
func FieldName(addr *ssa.FieldAddr) string {
	s, ok := addr.X.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Struct)
	if !ok {
		return ""
	}
	return s.Field(addr.Field).Name()
}

// WriterOf returns the writer that a printing call writes to: its first
// argument or, for an encoder's method, that of the call that made the
// encoder; nil if there is none to be seen.
func WriterOf(common *ssa.CallCommon) ssa.Value {
	args := Args(common)
	receiver := Receiver(common)
	if receiver == nil {
		if len(args) == 0 {
			return nil
		}
		return args[0]
	}
	if made, ok := receiver.(*ssa.Call); ok && len(Args(&made.Call)) > 0 {
		return Args(&made.Call)[0]
	}
	return receiver
}

// IsText reports whether t is a string, or a slice of bytes.
func IsText(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Slice:
		b, ok := u.Elem().Underlying().(*types.Basic)
		return ok && b.Kind() == types.Byte
	}
	return false
}

// LeadsTo reports whether a value is another, or is read from it, field by field.
func LeadsTo(x, v ssa.Value) bool {
	for v != nil {
		if Same(x, v) {
			return true
		}
		switch from := v.(type) {
		case *ssa.UnOp:
			v = from.X
		case *ssa.FieldAddr:
			v = from.X
		case *ssa.Field:
			v = from.X
		case *ssa.Call:
			v = Receiver(&from.Call)
		default:
			return false
		}
	}
	return false
}

// IsErrorGetter reports whether a call is that of a getter of an error, as its name and its
// type say; context.Cause is one as well.
func IsErrorGetter(call *ssa.CallCommon) bool {
	obj := CalleeObject(call)
	if obj == nil {
		return false
	}
	sig := obj.Signature()
	if sig.Results().Len() != 1 || !IsError(sig.Results().At(0).Type()) {
		return false
	}
	if sig.Recv() == nil {
		return obj.Pkg() != nil && obj.Pkg().Path() == "context" && obj.Name() == "Cause"
	}
	return sig.Params().Len() == 0 && (obj.Name() == "Err" || obj.Name() == "Error")
}

// GetterOf returns what a getter is asked of.
func GetterOf(call *ssa.CallCommon) ssa.Value {
	if receiver := Receiver(call); receiver != nil {
		return receiver
	}
	return call.Args[0]
}
