package logline

import (
	"iter"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// IsLogger reports whether a logging call is that of a logger, not of a test
// or of fmt.
func IsLogger(common *ssa.CallCommon) bool {
	obj := ssax.CalleeObject(common)
	if obj == nil || obj.Pkg() == nil {
		return false
	}
	switch obj.Pkg().Path() {
	case "fmt", "testing", "flag", "github.com/spf13/cobra":
		return false
	}
	return true
}

// ErrorsOf yields the errors that a line has: those that the call which writes it
// is given, by themselves or in fields, and those given to the calls that begin the
// line before it.
func ErrorsOf(common *ssa.CallCommon) iter.Seq[ssa.Value] {
	return func(yield func(ssa.Value) bool) {
		yieldErrors(common, 0, yield)
	}
}

// yieldErrors is [ErrorsOf] at a depth; it returns false if yield does.
func yieldErrors(common *ssa.CallCommon, depth int, yield func(ssa.Value) bool) bool {
	builds := func(v ssa.Value) *ssa.CallCommon {
		if call, ok := v.(*ssa.Call); ok && depth < 16 {
			if effect, ok := program.EffectOf(&call.Call); ok && effect.Role == known.Wraps {
				return &call.Call
			}
		}
		return nil
	}
	for _, arg := range ssax.Args(common) {
		for v := range Parts(arg) {
			if ssax.IsError(v.Type()) && !ssax.IsNil(v) {
				if !yield(v) {
					return false
				}
			} else if ssax.IsText(v.Type()) && !yieldSpelt(v, depth, yield) {
				return false
			} else if field := builds(v); field != nil && !yieldErrors(field, depth+1, yield) {
				return false
			}
		}
	}
	if begun := builds(ssax.Receiver(common)); begun != nil {
		return yieldErrors(begun, depth+1, yield)
	}
	return true
}

// yieldSpelt yields the errors whose text a text is put together from: "failed: " + err.Error(). It returns
// false if yield does.
func yieldSpelt(text ssa.Value, depth int, yield func(ssa.Value) bool) bool {
	switch text := text.(type) {
	case *ssa.BinOp:
		return depth >= 16 || yieldSpelt(text.X, depth+1, yield) && yieldSpelt(text.Y, depth+1, yield)
	case *ssa.Call:
		if common := &text.Call; common.IsInvoke() && common.Method.Name() == "Error" && ssax.IsError(common.Value.Type()) {
			return yield(common.Value)
		}
	}
	return true
}

// Parts yields the values that an argument is put together from: itself, the
// elements of a variadic list, and what is appended to one.
func Parts(arg ssa.Value) func(yield func(ssa.Value) bool) {
	return func(yield func(ssa.Value) bool) {
		if !yield(ssax.Unwrap(arg)) {
			return
		}
		if call, ok := arg.(*ssa.Call); ok {
			if b, ok := call.Call.Value.(*ssa.Builtin); ok && b.Name() == "append" {
				for _, list := range call.Call.Args {
					for v := range Parts(list) {
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

// IsSlogHandler reports whether fn is a method of a slog.Handler: it works
// for the loggers, not for a request.
func IsSlogHandler(fn *ssa.Function) bool {
	for _, p := range fn.Params {
		if ssax.IsNamed(p.Type(), "log/slog", "Record") {
			return true
		}
	}
	return false
}
