package logstore

import (
	"go/token"
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/logctx"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// putLoggers returns the paths of the packages whose functions find a logger in a
// context, for the package, or one that it imports, is seen to put one there with
// their functions or under their keys, in order.
func (x *finder) putLoggers() []string {
	put := make(map[string]bool)
	for _, pkg := range x.imported.Put {
		put[pkg] = true
	}
	for _, fn := range x.Funcs {
		if x.InTest(fn) {
			continue
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(ssa.CallInstruction); ok {
					x.notePut(fn, call.Common(), put)
				}
			}
		}
	}
	return slices.Sorted(maps.Keys(put))
}

// notePut notes the loggers that a call puts into a context: a table says so of what
// it calls, or it returns a context, or a request that has one, and is given a
// logger. A function that is given both itself, and returns the context, is there to
// be called for that: that it could be shows nothing.
func (x *finder) notePut(fn *ssa.Function, common *ssa.CallCommon, put map[string]bool) {
	obj := ssax.CalleeObject(common)
	if !x.returnsRequest(common.Signature()) && (obj == nil || !known.PutsLogger(obj)) {
		return
	}
	helper := x.returnsRequest(fn.Signature)
	for _, v := range append(slices.Clone(common.Args), common.Value) {
		if v == nil || helper && (isGiven(v) || x.Reqs.FromRequest(v)) {
			continue
		}
		t := ssax.Unwrap(v).Type()
		if _, isFunc := t.Underlying().(*types.Signature); isFunc || !x.log.IsLogger(t) && !x.log.IsLogger(types.NewPointer(t)) {
			continue
		}
		switch {
		case obj == nil || obj.FullName() == "context.WithValue":
			put[x.keyPackage(common)] = true
		case x.SameModule(obj.Pkg()):
			put[obj.Pkg().Path()] = true
		default:
			// One library finds what another has put there: logr what klog has.
			put[obj.Pkg().Path()] = true
			put[logctx.LoggerPackage(t)] = true
		}
	}
}

// keyPackage returns the path of the package that the key of context.WithValue is
// of: who can name it finds the value again.
func (x *finder) keyPackage(common *ssa.CallCommon) string {
	if args := ssax.Args(common); len(args) == 3 {
		key := ssax.Unwrap(args[1])
		if n, ok := types.Unalias(key.Type()).(*types.Named); ok && n.Obj().Pkg() != nil {
			return n.Obj().Pkg().Path()
		}
		if load, ok := key.(*ssa.UnOp); ok {
			if g, ok := load.X.(*ssa.Global); ok && g.Pkg != nil {
				return g.Pkg.Pkg.Path()
			}
		}
	}
	return x.Pass.Pkg.Path()
}

// returnsRequest reports whether a function returns a context, or a request.
func (x *finder) returnsRequest(sig *types.Signature) bool {
	for v := range sig.Results().Variables() {
		if x.Reqs.IsRequest(v.Type()) {
			return true
		}
	}
	return false
}

// isGiven reports whether a value is a parameter of its function, or made of one by
// its methods.
func isGiven(v ssa.Value) bool {
	for {
		switch from := ssax.Unwrap(v).(type) {
		case *ssa.Parameter:
			return true
		case *ssa.Call:
			if v = ssax.Receiver(&from.Call); v == nil {
				return false
			}
		case *ssa.UnOp:
			v = from.X
		case *ssa.Alloc:
			stored := ssa.Value(nil)
			for _, ref := range ssax.Referrers(from) {
				if store, ok := ref.(*ssa.Store); ok && store.Addr == ssa.Value(from) {
					stored = store.Val
				}
			}
			if v = stored; v == nil {
				return false
			}
		default:
			return false
		}
	}
}

// sureBinders returns the binders of the package, and of those of its module that
// it imports, that give a logger that writes also where the context holds none, by
// the paths of their packages and their names, in order.
func (x *finder) sureBinders() []string {
	sure := make(map[string]bool)
	for _, name := range x.imported.Sure {
		sure[name] = true
	}
	for _, fn := range x.Funcs {
		if x.log.Binds(fn) && fn.Parent() == nil && fn.Object() != nil && x.falls(fn, new(ssax.Walk)) {
			sure[x.Pass.Pkg.Path()+"."+fn.Name()] = true
		}
	}
	for store := range x.Storing() {
		g, isGlobal := store.Addr.(*ssa.Global)
		fn, isFunc := store.Val.(*ssa.Function)
		if isGlobal && isFunc && fn.Pkg == g.Pkg && sure[x.Pass.Pkg.Path()+"."+fn.Name()] {
			sure[x.Pass.Pkg.Path()+"."+g.Name()] = true
		}
	}
	return slices.Sorted(maps.Keys(sure))
}

// falls reports whether a function that gives the logger of a context falls back
// on one that writes.
func (x *finder) falls(fn *ssa.Function, w *ssax.Walk) bool {
	fallback := false
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		switch {
		case x.isOfProgram(ret.Results[0], w):
			fallback = true
		case !x.Reqs.FromRequest(ret.Results[0]):
			return false
		}
	}
	return fallback
}

// isOfProgram reports whether a logger is one that the program has anyway, or is
// derived from it.
func (x *finder) isOfProgram(v ssa.Value, w *ssax.Walk) bool {
	sources, all := ssax.Sources(v)
	some := false
	for _, source := range sources {
		of := x.isProgramsOwn(source, w)
		if some = some || of; !of && !x.Reqs.FromRequest(source) {
			return false
		}
	}
	return some && all
}

// isProgramsOwn is [finder.isOfProgram] for what is made where it stands.
func (x *finder) isProgramsOwn(v ssa.Value, w *ssax.Walk) bool {
	if !w.Enter(v) {
		return false
	}
	switch v := v.(type) {
	case *ssa.Global:
		return !x.startsSilent(v)
	case *ssa.UnOp:
		if g, ok := v.X.(*ssa.Global); ok && v.Op == token.MUL {
			return !x.startsSilent(g)
		}
	case *ssa.Alloc:
		// Made there, and written by this package.
		return logctx.LoggerPackage(v.Type()) == x.Pass.Pkg.Path()
	case *ssa.Call:
		obj := ssax.CalleeObject(&v.Call)
		if obj != nil && known.IsDefaultLogger(obj) {
			return true
		}
		if recv := ssax.Receiver(&v.Call); recv != nil {
			return x.isOfProgram(recv, w)
		}
		if fn := ssax.StaticCallee(&v.Call); fn != nil && len(fn.Blocks) > 0 && fn.Pkg == v.Parent().Pkg && len(fn.Params) == 0 {
			return x.falls(fn, w)
		}
	}
	return false
}

// startsSilent reports whether a variable is first given a logger that may write
// nothing, or none.
func (x *finder) startsSilent(g *ssa.Global) bool {
	if g.Pkg == nil || g.Pkg.Pkg != x.Pass.Pkg {
		return false // the logger of another package: log.Logger
	}
	given := false
	for store := range x.Storing() {
		if store.Addr != ssa.Value(g) {
			continue
		}
		given = true
		if call, ok := ssax.Unwrap(store.Val).(*ssa.Call); ok {
			if obj := ssax.CalleeObject(&call.Call); obj != nil && known.Discards(obj) || slices.ContainsFunc(call.Call.Args, isNowhere) {
				return true
			}
		}
	}
	return !given
}

// isNowhere reports whether a logger that is made of a value writes nowhere: of
// slog.DiscardHandler, or a handler on io.Discard.
func isNowhere(v ssa.Value) bool {
	switch v := ssax.Unwrap(v).(type) {
	case *ssa.UnOp:
		g, ok := v.X.(*ssa.Global)
		return ok && g.Pkg != nil && (g.Pkg.Pkg.Path() == "log/slog" && g.Name() == "DiscardHandler" || g.Pkg.Pkg.Path() == "io" && g.Name() == "Discard")
	case *ssa.Call:
		return slices.ContainsFunc(v.Call.Args, isNowhere)
	}
	return false
}
