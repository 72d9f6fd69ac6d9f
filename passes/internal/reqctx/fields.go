package reqctx

import (
	"cmp"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// A request's context may be at hand in a struct: a handler that is made anew
// for each request, a custom context around a framework's. It counts only
// where the struct is of one request, for the context in a worker's struct is
// that of the worker.

// fieldContext returns the request context that the struct of a variable
// holds, and how to write it.
func (x *Index) fieldContext(v *types.Var) (Reach, bool) {
	t := v.Type()
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok || n.Obj().Pkg() == nil || !x.SameModule(n.Obj().Pkg()) {
		return Reach{}, false
	}
	s, ok := n.Underlying().(*types.Struct)
	if !ok {
		return Reach{}, false
	}
	var found Reach
	var viaRequest defect.Context
	served := servesOne(s)
	eachField(s, 0, func(f *types.Var, promoted bool) {
		if !f.Exported() && f.Pkg() != x.Pass.Pkg {
			return
		}
		// A field of an embedded struct may be hidden by another.
		if obj, _, _ := types.LookupFieldOrMethod(v.Type(), true, x.Pass.Pkg, f.Name()); obj != f && promoted {
			return
		}
		switch r, isRequest := known.RequestOf(f.Type()); {
		case isRequest && (served || x.setToServed(f)):
			viaRequest = cmp.Or(viaRequest, defect.Context{Var: v, Get: "." + f.Name() + r.Context})
		case ssax.IsContext(f.Type()) && (served || x.setToServed(f)):
			found.Context = cmp.Or(found.Context, defect.Context{Var: v, Get: "." + f.Name()})
		}
	})
	found.Context = cmp.Or(found.Context, viaRequest)
	found.Request = found.Var != nil
	return found, found.Request
}

// eachField calls f for the fields of a struct and of the structs embedded in
// it, which promote theirs.
func eachField(s *types.Struct, depth int, f func(field *types.Var, promoted bool)) {
	for field := range s.Fields() {
		f(field, depth > 0)
		if !field.Embedded() || depth > 2 {
			continue
		}
		t := field.Type()
		if p, ok := t.Underlying().(*types.Pointer); ok {
			t = p.Elem()
		}
		if inner, ok := t.Underlying().(*types.Struct); ok {
			eachField(inner, depth+1, f)
		}
	}
}

// servesOne reports whether a struct is there to serve one request: it holds
// what to answer with beside the request, or a framework's context that is
// both.
func servesOne(s *types.Struct) bool {
	request, response := false, false
	eachField(s, 0, func(f *types.Var, _ bool) {
		r, ok := known.RequestOf(f.Type())
		request = request || ok
		response = response || ok && r.Answers || IsResponse(f.Type())
	})
	return request && response
}

// setToServed reports whether the package sets a field, and only ever to what
// a handler was given or made of it.
func (x *Index) setToServed(field *types.Var) bool {
	if known, ok := x.served[field]; ok {
		return known
	}
	set, only := false, true
	for _, fn := range x.Funcs {
		if x.InTest(fn) {
			continue
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				store, ok := instr.(*ssa.Store)
				if !ok {
					continue
				}
				if addr, ok := store.Addr.(*ssa.FieldAddr); ok && ssax.FieldOf(addr) == field {
					set = true
					only = only && x.isServedValue(store.Val, 0)
				}
			}
		}
	}
	x.served[field] = set && only
	return set && only
}

// isServedValue reports whether a request or context is that which a handler
// was given, or was made of it. Not every request is: one that a client sends
// has the same type.
func (x *Index) isServedValue(v ssa.Value, depth int) bool {
	if v == nil || depth > 8 {
		return false
	}
	switch v := v.(type) {
	case *ssa.Parameter:
		fn := v.Parent()
		if x.IsServed(v.Type()) {
			return HasResponse(fn)
		}
		return ssax.IsContext(v.Type()) && x.isRPC(fn.Syntax())
	case *ssa.FreeVar:
		return x.isServedValue(ssax.Binding(v), depth+1)
	case *ssa.Alloc:
		for _, ref := range ssax.Referrers(v) {
			if store, ok := ref.(*ssa.Store); ok && store.Addr == v && x.isServedValue(store.Val, depth+1) {
				return true
			}
		}
	case *ssa.UnOp:
		return x.isServedValue(v.X, depth+1)
	case *ssa.FieldAddr:
		return x.isServedValue(v.X, depth+1)
	case *ssa.Extract:
		return x.isServedValue(v.Tuple, depth+1)
	case *ssa.MakeInterface:
		return x.isServedValue(v.X, depth+1)
	case *ssa.ChangeInterface:
		return x.isServedValue(v.X, depth+1)
	case *ssa.Call:
		if v.Call.IsInvoke() && x.isServedValue(v.Call.Value, depth+1) {
			return true
		}
		for _, arg := range v.Call.Args {
			if x.IsRequest(arg.Type()) && x.isServedValue(arg, depth+1) {
				return true
			}
		}
	}
	return false
}
