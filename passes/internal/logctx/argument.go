package logctx

import (
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/logline"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// tellsContext reports whether an argument of the call is got from the
// request's context: an id, a trace.
func (l *loggers) tellsContext(common *ssa.CallCommon) bool {
	for _, arg := range ssax.Args(common) {
		for v := range logline.Parts(arg) {
			call, ok := v.(*ssa.Call)
			if !ok || ssax.IsError(call.Type()) {
				continue
			}
			for _, a := range call.Call.Args {
				if ssax.IsContext(a.Type()) && !l.Reqs.IsDetached(a) {
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

// variant returns the name of the context variant of a function, written as
// its plain form is.
func variant(name, context string) string {
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == '.' {
			return name[:i+1] + context
		}
	}
	return context
}
