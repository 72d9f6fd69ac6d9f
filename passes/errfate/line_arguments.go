package errfate

import (
	"iter"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// tellsContext reports whether an argument of the call is got from the
// request's context: an id, a trace.
func (l *logctx) tellsContext(common *ssa.CallCommon) bool {
	for _, arg := range ssax.Args(common) {
		for v := range l.parts(arg) {
			call, ok := v.(*ssa.Call)
			if !ok || ssax.IsError(call.Type()) {
				continue
			}
			for _, a := range call.Call.Args {
				if ssax.IsContext(a.Type()) && !l.reqs.IsDetached(a) {
					return true
				}
			}
			if call.Call.IsInvoke() && ssax.IsContext(call.Call.Value.Type()) {
				return true
			}
		}
	}
	return false
}

// errorsOf yields the errors that a line has: those that the call which writes it
// is given, by themselves or in fields, and those given to the calls that begin the
// line before it.
func (l *logctx) errorsOf(common *ssa.CallCommon) iter.Seq[ssa.Value] {
	return func(yield func(ssa.Value) bool) {
		l.yieldErrors(common, 0, yield)
	}
}

// yieldErrors is [logctx.errorsOf] at a depth; it returns false if yield does.
func (l *logctx) yieldErrors(common *ssa.CallCommon, depth int, yield func(ssa.Value) bool) bool {
	builds := func(v ssa.Value) *ssa.CallCommon {
		if call, ok := v.(*ssa.Call); ok && depth < 16 {
			if effect, ok := l.effect(&call.Call); ok && effect.Role == known.Wraps {
				return &call.Call
			}
		}
		return nil
	}
	for _, arg := range ssax.Args(common) {
		for v := range l.parts(arg) {
			if ssax.IsError(v.Type()) && !ssax.IsNil(v) {
				if !yield(v) {
					return false
				}
			} else if field := builds(v); field != nil && !l.yieldErrors(field, depth+1, yield) {
				return false
			}
		}
	}
	if begun := builds(ssax.Receiver(common)); begun != nil {
		return l.yieldErrors(begun, depth+1, yield)
	}
	return true
}

// parts yields the values that an argument is put together from: itself, the
// elements of a variadic list, and what is appended to one.
func (l *logctx) parts(arg ssa.Value) func(yield func(ssa.Value) bool) {
	return func(yield func(ssa.Value) bool) {
		if !yield(ssax.Unwrap(arg)) {
			return
		}
		if call, ok := arg.(*ssa.Call); ok {
			if b, ok := call.Call.Value.(*ssa.Builtin); ok && b.Name() == "append" {
				for _, list := range call.Call.Args {
					for v := range l.parts(list) {
						if !yield(v) {
							return
						}
					}
				}
			}
			return
		}
		slice, ok := arg.(*ssa.Slice)
		if !ok {
			return
		}
		for _, ref := range ssax.Referrers(slice.X) {
			index, ok := ref.(*ssa.IndexAddr)
			if !ok {
				continue
			}
			for _, r := range ssax.Referrers(index) {
				if store, ok := r.(*ssa.Store); ok && !yield(ssax.Unwrap(store.Val)) {
					return
				}
			}
		}
	}
}
