package errfate

import (
	"go/types"
	"path"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/logline"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// How a module ties its lines to a request is its own affair: log.G(ctx) gives
// a logger, log.Info(ctx, "msg") takes the context as one more value,
// glog.InfofCtx(ctx, "msg") is a sibling of glog.Infof. What a package does
// elsewhere is its idiom, and a line that does otherwise is reported, naming
// what would do.

// An idiom is how the lines of a package carry a context.
type idiom struct {
	binders   map[string]defect.Binder // by package path of the logger
	leading   map[string]bool          // packages whose functions are given a context as their first value, by path
	elsewhere *Idiom                   // of the packages of the module that this one imports
}

// idiomOf returns the idiom of the package.
func (l *logctx) idiomOf() *idiom {
	if l.idiom != nil {
		return l.idiom
	}
	l.idiom = &idiom{binders: make(map[string]defect.Binder), leading: make(map[string]bool), elsewhere: l.importedIdiom()}
	for _, fn := range l.Funcs {
		if l.InTest(fn) {
			continue
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(*ssa.Call); ok {
					l.noteIdiom(&call.Call)
				}
			}
		}
	}
	return l.idiom
}

// noteIdiom notes what a call tells of the package's idiom.
func (l *logctx) noteIdiom(common *ssa.CallCommon) {
	if b, ok := l.binder(common); ok {
		l.idiom.noteAll(b, common.Signature().Results().At(0).Type())
		// klog.FromContext gives a logger of another package than klog's lines
		// are of.
		if obj := ssax.CalleeObject(common); obj != nil && known.Binder(obj.Pkg().Path()) != "" {
			b.Logger = obj.Pkg().Path()
			l.idiom.note(b)
		}
	}
	if v := leadingValue(common); v != nil && l.reqs.IsRequest(v.Type()) && !l.reqs.IsDetached(v) {
		if obj := ssax.CalleeObject(common); obj != nil {
			l.idiom.leading[obj.Pkg().Path()] = true
		}
	}
}

// note notes a binder. An exported function can be called wherever its package
// is imported, a method only where its receiver is at hand: so the one goes
// before the other, and the first of equals stays.
func (i *idiom) note(b defect.Binder) {
	if b.Logger == "" {
		return
	}
	if old, noted := i.binders[b.Logger]; !noted || !old.Offered() && b.Offered() {
		i.binders[b.Logger] = b
	}
}

// noteAll notes a binder for the loggers of a type, and, where that is an
// interface, for those that stand behind it.
func (i *idiom) noteAll(b defect.Binder, t types.Type) {
	b.Logger = loggerPackage(t)
	i.note(b)
	for logger := range logline.LoggersBehind(t) {
		b.Logger = loggerPackage(logger)
		i.note(b)
	}
}

// binder returns what a call binds a logger with, if it makes one of the
// context that it is given.
func (l *logctx) binder(common *ssa.CallCommon) (defect.Binder, bool) {
	if !l.bindsLogger(common) {
		return defect.Binder{}, false
	}
	var b defect.Binder
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
func (l *logctx) bindsLogger(common *ssa.CallCommon) bool {
	results := common.Signature().Results()
	if results.Len() == 0 {
		return false
	}
	args := ssax.Args(common)
	if len(args) == 0 || !ssax.IsContext(args[0].Type()) || l.reqs.IsDetached(args[0]) {
		return false
	}
	if effect, ok := program.EffectOf(common); ok {
		return effect.Role == known.Wraps && l.isLoggerType(results.At(0).Type())
	}
	if v := calledVar(common); v != nil && v.Pkg() != l.Pass.Pkg {
		return l.isLoggerType(results.At(0).Type())
	}
	s := l.OfCall(common)
	return s != nil && s.Binds
}

// loggerPackage returns the path of the package that declares a logger's type.
func loggerPackage(t types.Type) string {
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

// A bypass is a line that could follow an idiom and does not.
type bypass struct {
	would defect.Would // what would carry the context
	seen  bool         // the package, or one of its module, does so
}

// bypasses judges the lines of fn that could follow the package's idiom and do
// not.
func (l *logctx) bypasses(fn *ssa.Function) []defect.Finding {
	if l.isLoggerItself(fn) {
		return nil
	}
	var findings []defect.Finding
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(*ssa.Call); ok {
				if f, ok := l.bypassing(fn, call); ok {
					f.Confidence = defect.ConfidenceOf(f.Evidence)
					findings = append(findings, f)
				}
			}
		}
	}
	return findings
}

// isLoggerItself reports whether fn is what lines are written with: it binds
// a logger, or writes what it is given and does nothing else.
func (l *logctx) isLoggerItself(fn *ssa.Function) bool {
	s := l.Own[fn]
	if s == nil || !s.Line || fn.Signature.Results().Len() > 0 {
		return s != nil && s.Binds
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			if _, ok := l.lines.Effect(call.Common()); ok {
				continue
			}
			if callee := l.OfCall(call.Common()); callee != nil && callee.Line {
				continue
			}
			if obj := ssax.CalleeObject(call.Common()); obj != nil && (ssax.TakesContext(obj.Signature()) || len(ssax.ErrorResults(obj.Signature())) > 0) {
				return false // this is work
			}
		}
	}
	return true
}

// bypassing judges one call.
func (l *logctx) bypassing(fn *ssa.Function, call *ssa.Call) (defect.Finding, bool) {
	by, ok := l.bypassed(&call.Call)
	expr, _, inSource := l.src.Call(call.Pos())
	if !ok || !inSource {
		return defect.Finding{}, false
	}
	ctx, reach := l.reqs.At(expr.Pos())
	if !reach || l.bound(ssax.Receiver(&call.Call), 0) || l.tellsContext(&call.Call) {
		return defect.Finding{}, false
	}
	effect, _ := l.lines.Effect(&call.Call)
	if _, ok := l.background(call, effect); ok {
		return defect.Finding{}, false // which says more
	}
	f := defect.Finding{Category: defect.CatNoContext, Pos: expr.Pos(), End: expr.End()}
	f.Says = defect.Statement{
		Kind: defect.LacksContext, Logger: l.objectName(ssax.CalleeObject(&call.Call)), Would: by.would, Context: l.outliving(fn, ctx.String()),
	}
	switch {
	case !by.seen:
		if ctx.Request && l.anonymous(call, effect) {
			return defect.Finding{}, false // likewise
		}
		f.Evidence = []defect.Evidence{defect.EvContext, defect.EvUnused}
		f.Says.Unbound = true
	case ctx.Request:
		f.Evidence = []defect.Evidence{defect.EvRequest}
	default:
		f.Evidence = l.deviating(fn, call)
	}
	f.Evidence = append(f.Evidence, l.circumstances(fn, ctx)...)
	return f, true
}

// bypassed returns how a line that carries no context would by the package's
// idiom, or that of the packages of the module that it imports, or as the
// logger's own package has it; ok is false for a call that writes no line, or
// carries one, or knows no idiom.
func (l *logctx) bypassed(common *ssa.CallCommon) (by bypass, ok bool) {
	obj := ssax.CalleeObject(common)
	if obj == nil || obj.Pkg() == nil {
		return bypass{}, false
	}
	idiom := l.idiomOf()
	effect, inTable := l.lines.Effect(common)
	switch {
	case inTable && (effect.Role != known.Logs || effect.Context != "" || effect.TakesContext || !logline.IsLogger(common)):
		return bypass{}, false
	case !inTable:
		// What takes a context or any other value, and returns nothing, is a
		// logger also where its body does not show it.
		// What one of its functions does with a context, the others do as well.
		leads := idiom.leading[obj.Pkg().Path()] || slices.Contains(idiom.elsewhere.Leading, obj.Pkg().Path())
		if v := leadingValue(common); v != nil && obj.Signature().Results().Len() == 0 && leads && !l.reqs.IsRequest(v.Type()) {
			return bypass{defect.Would{Form: defect.ByArgument}, true}, true
		}
		s := l.OfCall(common)
		line := s != nil && s.Line && !s.TakesContext
		// A logger that writes in the background shows no line in its body: it
		// is one also by its shape, if a sibling takes a context.
		if line || logline.WritesAnything(obj) { // asked first: a package may have thousands of siblings
			if sibling := contextSibling(obj); sibling != "" {
				return bypass{defect.Would{Name: sibling}, true}, true
			}
		}
		if !line {
			return bypass{}, false
		}
	}
	// The functions of a logger's package may stand in one below that of its
	// type: zerolog/log.
	for pkg := obj.Pkg().Path(); pkg != "." && pkg != "/"; pkg = path.Dir(pkg) {
		if b, ok := idiom.binders[pkg]; ok {
			return bypass{defect.Would{Form: defect.ByBinder, Name: b.Call}, true}, true
		}
		if b, ok := idiom.elsewhere.binder(pkg); ok {
			return bypass{defect.Would{Form: defect.ByBinder, Name: b.Call}, true}, true
		}
	}
	if call := known.Binder(obj.Pkg().Path()); inTable && call != "" {
		return bypass{defect.Would{Form: defect.ByBinder, Name: call}, false}, true
	}
	return bypass{}, false
}

// contextSibling returns the name of the function or method beside obj that
// has its name with something added, and its parameters after a context.
func contextSibling(obj *types.Func) string {
	sig := obj.Signature()
	var siblings []*types.Func
	if recv := sig.Recv(); recv != nil {
		for sel := range types.NewMethodSet(recv.Type()).Methods() {
			if m, ok := sel.Obj().(*types.Func); ok {
				siblings = append(siblings, m)
			}
		}
	} else {
		for _, name := range obj.Pkg().Scope().Names() {
			if f, ok := obj.Pkg().Scope().Lookup(name).(*types.Func); ok {
				siblings = append(siblings, f)
			}
		}
	}
	for _, other := range siblings {
		if strings.HasPrefix(other.Name(), obj.Name()) && addsContext(other.Signature(), sig) {
			return other.Name()
		}
	}
	return ""
}
