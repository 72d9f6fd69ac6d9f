package logctx

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// binds reports whether fn returns a logger that it makes from the context or
// request it is given: log.G(ctx), logger.FromContext(ctx). One path is
// enough, for the others return the default logger where the context carries
// none.
func (l *loggers) binds(fn *ssa.Function) bool {
	results := fn.Signature.Results()
	if results.Len() == 0 || !l.takesRequest(fn) || !l.isLoggerType(results.At(0).Type()) {
		return false
	}
	for _, b := range fn.Blocks {
		if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && l.Reqs.FromRequest(ret.Results[0]) {
			return true
		}
	}
	return false
}

// takesRequest reports whether fn is given a context or a request.
func (l *loggers) takesRequest(fn *ssa.Function) bool {
	for _, p := range ssax.Params(fn) {
		if l.Reqs.IsRequest(p.Type()) {
			return true
		}
	}
	return false
}

// isLoggerType is [ctxvalue.Index.IsLogger].
func (l *loggers) isLoggerType(t types.Type) bool { return l.values.IsLogger(t) }

// binder returns what a call binds a logger with, if it makes one of the
// context that it is given.
func (l *loggers) binder(common *ssa.CallCommon) (defect.Binder, bool) {
	if !l.bindsLogger(common) {
		return defect.Binder{}, false
	}
	b := defect.Binder{Reads: l.values.ReadBy(common)}
	if obj := ssax.CalleeObject(common); obj != nil {
		b.Pkg, b.Call, b.Method = obj.Pkg().Path(), ssax.NameFrom(obj, l.Pass.Pkg), obj.Signature().Recv() != nil
		return b, true
	}
	if v := calledVar(common); v != nil {
		b.Pkg, b.Call = v.Pkg().Path(), v.Name()
		if v.Pkg() != l.Pass.Pkg {
			b.Call = v.Pkg().Name() + "." + v.Name()
		}
		return b, true
	}
	return b, false
}

// calledVar returns the package variable whose function a call calls, or nil.
func calledVar(common *ssa.CallCommon) *types.Var {
	if load, ok := common.Value.(*ssa.UnOp); ok && !common.IsInvoke() {
		if g, ok := load.X.(*ssa.Global); ok {
			v, _ := g.Object().(*types.Var)
			return v
		}
	}
	return nil
}

// bindsLogger reports whether a call makes a logger of the context it is
// given, as a table or its summary says. What a variable of another package
// holds is not seen; a logger that it makes of a context can be of nothing
// else.
func (l *loggers) bindsLogger(common *ssa.CallCommon) bool {
	results := common.Signature().Results()
	if results.Len() == 0 {
		return false
	}
	args := ssax.Args(common)
	if len(args) == 0 || !ssax.IsContext(args[0].Type()) || l.Reqs.IsDetached(args[0]) {
		return false
	}
	if effect, ok := program.EffectOf(common); ok {
		return effect.Role == known.Wraps && l.isLoggerType(results.At(0).Type())
	}
	if v := calledVar(common); v != nil && v.Pkg() != l.Pass.Pkg {
		return l.isLoggerType(results.At(0).Type())
	}
	t := l.traits.OfCall(common)
	return t != nil && t.Binds
}

// LoggerPackage returns the path of the package that declares a logger's type.
func LoggerPackage(t types.Type) string {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	if n, ok := types.Unalias(t).(*types.Named); ok && n.Obj().Pkg() != nil {
		return n.Obj().Pkg().Path()
	}
	return ""
}

// leadingValue returns the first of the values that a call is given as its
// first parameter, which takes any number of any: log.Info(ctx, "msg").
func leadingValue(common *ssa.CallCommon) ssa.Value {
	sig := common.Signature()
	if !sig.Variadic() || sig.Params().Len() != 1 {
		return nil
	}
	if s, ok := sig.Params().At(0).Type().(*types.Slice); !ok || !types.IsInterface(s.Elem()) {
		return nil
	}
	args := ssax.Args(common)
	slice, ok := args[0].(*ssa.Slice)
	if !ok {
		return nil
	}
	for _, ref := range ssax.Referrers(slice.X) {
		index, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		if c, ok := index.Index.(*ssa.Const); !ok || c.Int64() != 0 {
			continue
		}
		for _, r := range ssax.Referrers(index) {
			if store, ok := r.(*ssa.Store); ok {
				return ssax.Unwrap(store.Val)
			}
		}
	}
	return nil
}
