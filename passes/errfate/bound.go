package errfate

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/ssax"
)

// bound reports whether a logger is bound to the request: made with data of
// the request, taken from its context, handed in by the caller, or held in a
// struct made for the request.
func (e *engine) bound(logger ssa.Value, depth int) bool {
	if logger == nil || depth > 8 {
		return false
	}
	switch v := logger.(type) {
	case *ssa.Parameter:
		// Whoever hands a logger in has had the chance to bind it; a method's
		// own receiver is the logger itself.
		return true
	case *ssa.FreeVar:
		return e.bound(ssax.Binding(v), depth+1)
	case *ssa.Alloc:
		for _, ref := range ssax.Referrers(v) {
			if store, ok := ref.(*ssa.Store); ok && store.Addr == v && e.bound(store.Val, depth+1) {
				return true
			}
		}
	case *ssa.Phi:
		for _, edge := range v.Edges {
			if e.bound(edge, depth+1) {
				return true
			}
		}
	case *ssa.UnOp:
		if v.Op != token.MUL {
			return false
		}
		if addr, ok := v.X.(*ssa.FieldAddr); ok {
			return e.perRequest(addr.X.Type()) || e.reqs.FromRequest(addr.X) || e.boundField(addr, depth)
		}
		return e.bound(v.X, depth+1)
	case *ssa.Field:
		return e.perRequest(v.X.Type()) || e.reqs.FromRequest(v.X)
	case *ssa.Extract:
		return e.bound(v.Tuple, depth+1)
	case *ssa.ChangeType, *ssa.MakeInterface, *ssa.ChangeInterface, *ssa.TypeAssert:
		return e.reqs.FromRequest(v) || e.bound(ssax.Unwrap(v), depth+1) && ssax.Unwrap(v) != v
	case *ssa.Call:
		for _, arg := range v.Call.Args {
			if e.reqs.FromRequest(arg) {
				return true
			}
		}
		return e.bound(ssax.Receiver(&v.Call), depth+1)
	}
	return false
}

// boundField reports whether a field of a local struct was set to a bound
// logger.
func (e *engine) boundField(addr *ssa.FieldAddr, depth int) bool {
	base, _ := ssax.Base(addr)
	if base == nil {
		return false
	}
	for _, ref := range ssax.Referrers(base) {
		other, ok := ref.(*ssa.FieldAddr)
		if !ok || other.Field != addr.Field {
			continue
		}
		for _, r := range ssax.Referrers(other) {
			if store, ok := r.(*ssa.Store); ok && e.bound(store.Val, depth+1) {
				return true
			}
		}
	}
	return false
}

// perRequest reports whether a struct is made for one request: it holds the
// request or its context.
func (e *engine) perRequest(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for field := range s.Fields() {
		if e.reqs.IsRequest(field.Type()) {
			return true
		}
	}
	return false
}
