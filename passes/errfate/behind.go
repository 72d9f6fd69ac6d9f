package errfate

import (
	"go/types"
	"iter"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
)

// lineEffect is [engine.effect], with the methods of interfaces that a known
// logger stands behind: a module's own Logger, declared over logrus, writes
// what logrus does.
func (l *logctx) lineEffect(common *ssa.CallCommon) (known.Effect, bool) {
	if effect, ok := l.effect(common); ok || !common.IsInvoke() {
		return effect, ok
	}
	return l.behind(common.Method)
}

// behind returns the effect of the known logger that implements the interface
// of a method, of those that the interface's package imports.
func (l *logctx) behind(m *types.Func) (known.Effect, bool) {
	effect, asked := l.behinds[m]
	if !asked {
		effect, _ = implementedBy(m)
		l.behinds[m] = effect
	}
	return effect, effect.Role != known.NoRole
}

// implementedBy is [logctx.behind], not remembered.
func implementedBy(m *types.Func) (known.Effect, bool) {
	t := m.Signature().Recv().Type()
	for logger := range loggersBehind(t) {
		obj, _, _ := types.LookupFieldOrMethod(logger, false, m.Pkg(), m.Name())
		if f, ok := obj.(*types.Func); ok {
			if effect, ok := known.EffectOf(f.Origin()); ok {
				return effect, true
			}
		}
	}
	return known.Effect{}, false
}

// loggersBehind yields pointers to the types of known loggers that implement an
// interface, of those that the interface's package imports.
func loggersBehind(t types.Type) iter.Seq[types.Type] {
	return func(yield func(types.Type) bool) {
		n, isNamed := types.Unalias(t).(*types.Named)
		iface, ok := t.Underlying().(*types.Interface)
		if !ok || !isNamed || n.Obj().Pkg() == nil || iface.NumMethods() == 0 {
			return
		}
		for _, imp := range n.Obj().Pkg().Imports() {
			for _, name := range known.Loggers(imp.Path()) {
				tn, ok := imp.Scope().Lookup(name).(*types.TypeName)
				if !ok {
					continue
				}
				if ptr := types.NewPointer(tn.Type()); types.Implements(ptr, iface) && !yield(ptr) {
					return
				}
			}
		}
	}
}
