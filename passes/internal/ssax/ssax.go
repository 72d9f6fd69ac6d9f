// Package ssax holds what the engine needs of go/ssa that go/ssa does not
// offer itself: building one package cheaply, resolving callees to their
// declarations, and looking through the values that only change a type.
package ssax

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"
)

// Build builds the package of a pass and returns it with all its source
// functions, literals after the function that holds them, in source order.
//
// It does what the buildssa analyzer does, with two differences. It is a
// function, so that a package with nothing to say is never built; and it sets
// no predicate for calls that never return, which buildssa has from ctrlflow,
// a second analyzer with facts that would run on every dependency: the engine
// infers those calls itself.
//
// The builder has panicked on syntax newer than itself before; such a panic
// comes back as an error.
func Build(pass *analysis.Pass) (pkg *ssa.Package, funcs []*ssa.Function, err error) {
	defer func() {
		if r := recover(); r != nil {
			pkg, funcs, err = nil, nil, fmt.Errorf("building SSA of %s: %v", pass.Pkg.Path(), r)
		}
	}()
	prog := ssa.NewProgram(pass.Fset, 0)
	for _, imp := range pass.Pkg.Imports() {
		prog.CreatePackage(imp, nil, nil, true)
	}
	pkg = prog.CreatePackage(pass.Pkg, pass.Files, pass.TypesInfo, false)
	pkg.Build()

	var add func(fn *ssa.Function)
	add = func(fn *ssa.Function) {
		funcs = append(funcs, fn)
		for _, anon := range fn.AnonFuncs {
			add(anon)
		}
	}
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			if decl, ok := decl.(*ast.FuncDecl); ok {
				if obj, ok := pass.TypesInfo.Defs[decl.Name].(*types.Func); ok {
					if fn := prog.FuncValue(obj); fn != nil {
						add(fn)
					}
				}
			}
		}
	}
	// Literals in the initialisers of package variables belong to init.
	if init := pkg.Func("init"); init != nil {
		for _, anon := range init.AnonFuncs {
			add(anon)
		}
	}
	return pkg, funcs, nil
}

// StaticCallee returns the function that a call certainly calls, with a
// generic instance replaced by its origin, or nil.
func StaticCallee(call *ssa.CallCommon) *ssa.Function {
	fn := call.StaticCallee()
	if fn == nil {
		return nil
	}
	if origin := fn.Origin(); origin != nil {
		return origin
	}
	return fn
}

// CalleeObject returns the declaration of the function, method or interface
// method that a call calls, or nil for a literal, a builtin or a dynamic call.
func CalleeObject(call *ssa.CallCommon) *types.Func {
	if call.IsInvoke() {
		return call.Method.Origin()
	}
	fn := StaticCallee(call)
	if fn == nil {
		return nil
	}
	if obj, ok := fn.Object().(*types.Func); ok && obj != nil {
		return obj.Origin()
	}
	return nil
}

// Args returns the arguments of a call without the receiver.
func Args(call *ssa.CallCommon) []ssa.Value {
	if !call.IsInvoke() && len(call.Args) > 0 && (call.Signature().Recv() != nil || isMethodExpr(call)) {
		return call.Args[1:]
	}
	return call.Args
}

// Receiver returns the receiver of a method call, or nil.
func Receiver(call *ssa.CallCommon) ssa.Value {
	if call.IsInvoke() {
		return call.Value
	}
	if len(call.Args) > 0 && (call.Signature().Recv() != nil || isMethodExpr(call)) {
		return call.Args[0]
	}
	if mc, ok := call.Value.(*ssa.MakeClosure); ok && isBound(mc.Fn.(*ssa.Function)) {
		return mc.Bindings[0]
	}
	return nil
}

// isMethodExpr reports whether a call calls a method expression,
// (*T).f(recv, arg): its receiver is the first of the parameters.
func isMethodExpr(call *ssa.CallCommon) bool {
	fn := call.StaticCallee()
	obj := methodOf(fn)
	return obj != nil && len(fn.FreeVars) == 0 && len(fn.Params) == obj.Signature().Params().Len()+1
}

// isBound reports whether fn is what a method value x.f calls: its receiver
// is bound.
func isBound(fn *ssa.Function) bool {
	return methodOf(fn) != nil && len(fn.FreeVars) == 1
}

// methodOf returns the method that the wrapper fn calls, or nil if it is not
// the wrapper of a method value or method expression.
func methodOf(fn *ssa.Function) *types.Func {
	if fn == nil || fn.Synthetic == "" || fn.Signature.Recv() != nil {
		return nil
	}
	obj, ok := fn.Object().(*types.Func)
	if !ok || obj == nil || obj.Signature().Recv() == nil {
		return nil
	}
	return obj
}

// Params returns the parameters of fn without the receiver.
func Params(fn *ssa.Function) []*ssa.Parameter {
	if fn.Signature.Recv() != nil && len(fn.Params) > 0 {
		return fn.Params[1:]
	}
	return fn.Params
}

// Literal returns the function literal that v is, looking through the
// closure that binds its free variables, or nil.
func Literal(v ssa.Value) *ssa.Function {
	switch v := v.(type) {
	case *ssa.MakeClosure:
		return v.Fn.(*ssa.Function)
	case *ssa.Function:
		return v
	case *ssa.ChangeType:
		return Literal(v.X)
	case *ssa.MakeInterface:
		return Literal(v.X)
	}
	return nil
}

// Unwrap looks through the conversions that keep the value: to an interface,
// between interfaces, and between types of the same structure.
func Unwrap(v ssa.Value) ssa.Value {
	for {
		switch x := v.(type) {
		case *ssa.MakeInterface:
			v = x.X
		case *ssa.ChangeInterface:
			v = x.X
		case *ssa.ChangeType:
			v = x.X
		default:
			return v
		}
	}
}

// Base returns the local variable that addr points into, through fields and
// elements, or nil if it points elsewhere. whole says that addr is the
// variable itself, not a part of it.
func Base(addr ssa.Value) (base ssa.Value, whole bool) {
	whole = true
	for {
		switch x := addr.(type) {
		case *ssa.Alloc:
			return x, whole
		case *ssa.FreeVar:
			if _, ok := x.Type().Underlying().(*types.Pointer); ok {
				return x, whole
			}
			return nil, false
		case *ssa.FieldAddr:
			addr, whole = x.X, false
		case *ssa.IndexAddr:
			addr, whole = x.X, false
		default:
			return nil, false
		}
	}
}

// Binding returns the variable of the enclosing function that a free
// variable stands for: an Alloc, a value, or nil if the closure is made in
// more than one place or the place is not to be found.
func Binding(fv *ssa.FreeVar) ssa.Value {
	fn := fv.Parent()
	index := -1
	for i, v := range fn.FreeVars {
		if v == fv {
			index = i
		}
	}
	if index < 0 || fn.Parent() == nil {
		return nil
	}
	for _, b := range fn.Parent().Blocks {
		for _, instr := range b.Instrs {
			if mc, ok := instr.(*ssa.MakeClosure); ok && mc.Fn == fn && index < len(mc.Bindings) {
				if outer, ok := mc.Bindings[index].(*ssa.FreeVar); ok {
					return Binding(outer)
				}
				return mc.Bindings[index]
			}
		}
	}
	return nil
}

// IsNil reports whether v is the constant nil.
func IsNil(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.IsNil()
}

// IsRangeFuncBody reports whether fn is the body of a range-over-func loop.
func IsRangeFuncBody(fn *ssa.Function) bool {
	_, ok := fn.Syntax().(*ast.RangeStmt)
	return ok
}

// Pos returns a position for an instruction: its own, or that of the nearest
// instruction before it in its block, or of the function.
func Pos(instr ssa.Instruction) token.Pos {
	if instr.Pos().IsValid() {
		return instr.Pos()
	}
	instrs := instr.Block().Instrs
	pos := token.NoPos
	for _, i := range instrs {
		if i.Pos().IsValid() {
			pos = i.Pos()
		}
		if i == instr {
			break
		}
	}
	if !pos.IsValid() {
		pos = instr.Parent().Pos()
	}
	return pos
}

// ErrorType is the predeclared type error.
var ErrorType = types.Universe.Lookup("error").Type()

var errorInterface = ErrorType.Underlying().(*types.Interface)

// IsError reports whether t is error or another interface that embeds it.
func IsError(t types.Type) bool {
	if types.Identical(t, ErrorType) {
		return true
	}
	if _, isParam := types.Unalias(t).(*types.TypeParam); isParam {
		return false
	}
	return types.IsInterface(t) && types.Implements(t, errorInterface)
}

// IsErrorLike reports whether t is an error, or a pointer to a type of the
// program's own that is one.
func IsErrorLike(t types.Type) bool {
	if IsError(t) {
		return true
	}
	_, isPointer := types.Unalias(t).(*types.Pointer)
	return isPointer && types.Implements(t, errorInterface)
}

// ErrorResults returns the indices of the results of sig that are errors.
func ErrorResults(sig *types.Signature) []int {
	var indices []int
	for i := range sig.Results().Len() {
		if IsError(sig.Results().At(i).Type()) {
			indices = append(indices, i)
		}
	}
	return indices
}

// IsBool reports whether t is a boolean type.
func IsBool(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

// IsInteger reports whether t is an integer type.
func IsInteger(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

// IsNamed reports whether t, or what it points to, is the named type
// path.name.
func IsNamed(t types.Type, path, name string) bool {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Name() == name && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == path
}
