package logctx

import (
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/ssax"
)

// bound reports whether a logger is bound to the request: made with data of
// the request, taken from its context, handed in by the caller, or held in a
// struct made for the request.
func (l *loggers) bound(logger ssa.Value) bool { return l.boundOn(logger, new(ssax.Walk)) }

// boundOn is [loggers.bound] on a walk.
func (l *loggers) boundOn(logger ssa.Value, w *ssax.Walk) bool {
	if !w.Enter(logger) {
		return false
	}
	switch logger.(type) {
	case *ssa.ChangeType, *ssa.MakeInterface, *ssa.ChangeInterface, *ssa.TypeAssert:
		if l.Reqs.FromRequest(logger) {
			return true
		}
	}
	if from, ok := ssax.Back(logger); ok {
		return slices.ContainsFunc(from, func(v ssa.Value) bool { return l.boundOn(v, w) })
	}
	switch v := logger.(type) {
	case *ssa.Parameter:
		// Whoever hands a logger in has had the chance to bind it; a method's
		// own receiver is the logger itself.
		return true
	case *ssa.UnOp:
		if addr, ok := v.X.(*ssa.FieldAddr); ok && v.Op == token.MUL {
			return l.perRequest(addr.X.Type()) || l.Reqs.FromRequest(addr.X) || l.boundField(addr, w)
		}
		return v.Op == token.MUL && l.boundOn(v.X, w)
	case *ssa.Field:
		return l.perRequest(v.X.Type()) || l.Reqs.FromRequest(v.X)
	case *ssa.Extract:
		return l.boundOn(v.Tuple, w)
	case *ssa.Call:
		return slices.ContainsFunc(v.Call.Args, l.Reqs.FromRequest) || l.boundOn(ssax.Receiver(&v.Call), w) || l.givesBound(&v.Call, w)
	}
	return false
}

// givesBound reports whether a call gives a bound logger whichever of the function literals is called that
// it may call: log := func() Log { return base.WithContext(r.Context()) }.
func (l *loggers) givesBound(call *ssa.CallCommon, w *ssax.Walk) bool {
	literals := l.Callees(call)
	for _, fn := range literals {
		if fn.Parent() == nil {
			return false
		}
		for _, b := range fn.Blocks {
			ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
			if ok && (len(ret.Results) == 0 || !l.boundOn(ret.Results[0], w)) {
				return false
			}
		}
	}
	return len(literals) > 0
}

// boundField reports whether a field of a local struct was set to a bound
// logger.
func (l *loggers) boundField(addr *ssa.FieldAddr, w *ssax.Walk) bool {
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
			if store, ok := r.(*ssa.Store); ok && l.boundOn(store.Val, w) {
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
