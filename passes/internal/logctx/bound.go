package logctx

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/ssax"
)

// bound reports whether a logger is bound to the request: made with data of
// the request, taken from its context, handed in by the caller, or held in a
// struct made for the request.
func (l *loggers) bound(logger ssa.Value, depth int) bool {
	if logger == nil || depth > 8 {
		return false
	}
	switch v := logger.(type) {
	case *ssa.Parameter:
		// Whoever hands a logger in has had the chance to bind it; a method's
		// own receiver is the logger itself.
		return true
	case *ssa.FreeVar:
		return l.bound(ssax.Binding(v), depth+1)
	case *ssa.Alloc:
		for _, ref := range ssax.Referrers(v) {
			if store, ok := ref.(*ssa.Store); ok && store.Addr == v && l.bound(store.Val, depth+1) {
				return true
			}
		}
	case *ssa.Phi:
		for _, edge := range v.Edges {
			if l.bound(edge, depth+1) {
				return true
			}
		}
	case *ssa.UnOp:
		if v.Op != token.MUL {
			return false
		}
		if addr, ok := v.X.(*ssa.FieldAddr); ok {
			return l.perRequest(addr.X.Type()) || l.Reqs.FromRequest(addr.X) || l.boundField(addr, depth)
		}
		return l.bound(v.X, depth+1)
	case *ssa.Field:
		return l.perRequest(v.X.Type()) || l.Reqs.FromRequest(v.X)
	case *ssa.Extract:
		return l.bound(v.Tuple, depth+1)
	case *ssa.ChangeType, *ssa.MakeInterface, *ssa.ChangeInterface, *ssa.TypeAssert:
		return l.Reqs.FromRequest(v) || l.bound(ssax.Unwrap(v), depth+1) && ssax.Unwrap(v) != v
	case *ssa.Call:
		for _, arg := range v.Call.Args {
			if l.Reqs.FromRequest(arg) {
				return true
			}
		}
		return l.bound(ssax.Receiver(&v.Call), depth+1)
	}
	return false
}

// boundField reports whether a field of a local struct was set to a bound
// logger.
func (l *loggers) boundField(addr *ssa.FieldAddr, depth int) bool {
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
			if store, ok := r.(*ssa.Store); ok && l.bound(store.Val, depth+1) {
				return true
			}
		}
	}
	return false
}

// perRequest reports whether a struct is made for one request: it holds the
// request or its context.
func (l *loggers) perRequest(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for field := range s.Fields() {
		if l.Reqs.IsRequest(field.Type()) {
			return true
		}
	}
	return false
}
