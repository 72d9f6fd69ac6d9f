package errfate

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// binds reports whether fn returns a logger that it makes from the context or
// request it is given: log.G(ctx), logger.FromContext(ctx). One path is
// enough, for the others return the default logger where the context carries
// none.
func (l *logctx) binds(fn *ssa.Function) bool {
	results := fn.Signature.Results()
	if results.Len() == 0 || !l.takesRequest(fn) || !l.isLoggerType(results.At(0).Type()) {
		return false
	}
	for _, b := range fn.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && l.reqs.FromRequest(ret.Results[0]) {
			return true
		}
	}
	return false
}

// takesRequest reports whether fn is given a context or a request.
func (l *logctx) takesRequest(fn *ssa.Function) bool {
	for _, p := range ssax.Params(fn) {
		if l.reqs.IsRequest(p.Type()) {
			return true
		}
	}
	return false
}

// isLoggerType reports whether a value of type t is a logger: a method of it
// writes lines, as the tables or its summary say.
func (l *logctx) isLoggerType(t types.Type) bool {
	switch types.Unalias(t).(type) {
	case *types.Named, *types.Pointer:
	default:
		return false
	}
	for sel := range types.NewMethodSet(t).Methods() {
		m, ok := sel.Obj().(*types.Func)
		if !ok {
			continue
		}
		if effect, ok := known.EffectOf(m); ok {
			if effect.Role == known.Logs {
				return true
			}
			continue
		}
		if s := l.OfObject(m); s != nil && s.Line {
			return true
		}
		if types.IsInterface(t) {
			if effect, ok := l.lines.Behind(m.Origin()); ok && effect.Role == known.Logs {
				return true
			}
		}
	}
	return false
}
