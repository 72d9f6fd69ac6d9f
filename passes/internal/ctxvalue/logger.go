package ctxvalue

import (
	"go/types"

	"github.com/loglint/loglint/passes/internal/known"
)

// IsLogger reports whether a value of type t is a logger: a method of it
// writes lines, as the tables or its summary say.
func (x *Index) IsLogger(t types.Type) bool {
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
		if s := x.Known.OfObject(m); s != nil && s.Line {
			return true
		}
		if types.IsInterface(t) {
			if effect, ok := x.Lines.Behind(m.Origin()); ok && effect.Role == known.Logs {
				return true
			}
		}
	}
	return false
}
