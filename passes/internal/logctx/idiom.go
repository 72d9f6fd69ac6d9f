package logctx

import (
	"go/types"
	"maps"
	"path"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/logline"
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
	found     []string                 // the keys under which loggers are found in requests
}

// idiomOf returns the idiom of the package.
func (l *idioms) idiomOf() *idiom {
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
func (l *idioms) noteIdiom(common *ssa.CallCommon) {
	if b, ok := l.binder(common); ok {
		l.idiom.noteAll(b, common.Signature().Results().At(0).Type())
		// klog.FromContext gives a logger of another package than klog's lines
		// are of.
		if obj := ssax.CalleeObject(common); obj != nil && known.Binder(obj.Pkg().Path()) != "" {
			b.Logger = obj.Pkg().Path()
			l.idiom.note(b)
		}
	}
	if t := l.traits.OfCall(common); t != nil && t.Binds {
		l.idiom.found = append(l.idiom.found, l.values.ReadBy(common)...)
	}
	if v := leadingValue(common); v != nil && l.Reqs.IsRequest(v.Type()) && !l.Reqs.IsDetached(v) {
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
	b.Logger = LoggerPackage(t)
	i.note(b)
	for logger := range logline.LoggersBehind(t) {
		b.Logger = LoggerPackage(logger)
		i.note(b)
	}
}

// A bypass is a line that could follow an idiom and does not.
type bypass struct {
	would defect.Would // what would carry the context
	reads []string     // the keys of what it would find there
	seen  bool         // the package, or one of its module, does so
}

// isLoggerItself reports whether fn is what lines are written with: it binds
// a logger, or writes what it is given and does nothing else.
func (l *idioms) isLoggerItself(fn *ssa.Function) bool {
	s := l.Known.Own[fn]
	if s == nil || !s.Line || fn.Signature.Results().Len() > 0 {
		t := l.traits.Own[fn]
		return t != nil && t.Binds
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			if _, ok := l.Lines.Effect(call.Common()); ok {
				continue
			}
			if callee := l.Known.OfCall(call.Common()); callee != nil && callee.Line {
				continue
			}
			if obj := ssax.CalleeObject(call.Common()); obj != nil && (ssax.TakesContext(obj.Signature()) || len(ssax.ErrorResults(obj.Signature())) > 0) {
				return false // this is work
			}
		}
	}
	return true
}

// bypassed returns how a line that carries no context would by the package's
// idiom, or that of the packages of the module that it imports, or as the
// logger's own package has it; ok is false for a call that writes no line, or
// carries one, or knows no idiom.
func (l *idioms) bypassed(common *ssa.CallCommon) (by bypass, ok bool) {
	obj := ssax.CalleeObject(common)
	if obj == nil || obj.Pkg() == nil {
		return bypass{}, false
	}
	idiom := l.idiomOf()
	effect, inTable := l.Lines.Effect(common)
	switch {
	case inTable && (effect.Role != known.Logs || effect.Context != "" || effect.TakesContext || !logline.IsLogger(common)):
		return bypass{}, false
	case !inTable:
		// What takes a context or any other value, and returns nothing, is a
		// logger also where its body does not show it.
		// What one of its functions does with a context, the others do as well.
		leads := idiom.leading[obj.Pkg().Path()] || slices.Contains(idiom.elsewhere.Leading, obj.Pkg().Path())
		if v := leadingValue(common); v != nil && obj.Signature().Results().Len() == 0 && leads && !l.Reqs.IsRequest(v.Type()) {
			return bypass{defect.Would{Form: defect.ByArgument}, l.values.ReadByFunc(obj), true}, true
		}
		s := l.Known.OfCall(common)
		line := s != nil && s.Line && !s.TakesContext
		// A logger that writes in the background shows no line in its body: it
		// is one also by its shape, if a sibling takes a context.
		if line || logline.WritesAnything(obj) { // asked first: a package may have thousands of siblings
			if sibling := l.sibling(obj); sibling != nil {
				return bypass{defect.Would{Name: sibling.Name()}, l.values.ReadByFunc(sibling), true}, true
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
			return bypass{defect.Would{Form: defect.ByBinder, Name: b.Call}, b.Reads, true}, true
		}
		if b, ok := idiom.elsewhere.binder(pkg); ok {
			return bypass{defect.Would{Form: defect.ByBinder, Name: b.Call}, b.Reads, true}, true
		}
	}
	if call := known.Binder(obj.Pkg().Path()); inTable && call != "" {
		return bypass{defect.Would{Form: defect.ByBinder, Name: call}, nil, false}, true
	}
	return bypass{}, false
}

// sibling returns what [contextSibling] does, which is asked of the same function for
// each call of it, and goes through all methods of its type.
func (l *idioms) sibling(obj *types.Func) *types.Func {
	sibling, ok := l.siblings[obj]
	if !ok {
		sibling = contextSibling(obj)
		l.siblings[obj] = sibling
	}
	return sibling
}

// contextSibling returns the function or method beside obj that has its name with
// something added, and its parameters after a context; nil if there is none.
func contextSibling(obj *types.Func) *types.Func {
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
			return other
		}
	}
	return nil
}

// offeredBinders returns the binders that can be called by their names, in the
// order of their loggers.
func (l *idioms) offeredBinders() []defect.Binder {
	idiom := l.idiomOf()
	var offered []defect.Binder
	for _, logger := range slices.Sorted(maps.Keys(idiom.binders)) {
		if b := idiom.binders[logger]; b.Offered() {
			offered = append(offered, b)
		}
	}
	for _, b := range idiom.elsewhere.Binders {
		if _, own := idiom.binders[b.Logger]; !own && b.Offered() {
			offered = append(offered, b)
		}
	}
	return offered
}
