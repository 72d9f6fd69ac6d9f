package errfate

import (
	"fmt"
	"go/types"
	"path"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// How a module ties its lines to a request is its own affair: log.G(ctx) gives
// a logger, log.Info(ctx, "msg") takes the context as one more value,
// glog.InfofCtx(ctx, "msg") is a sibling of glog.Infof. What a package does
// elsewhere is its idiom, and a line that does otherwise is reported, naming
// what would do.

// An idiom is how the lines of a package carry a context.
type idiom struct {
	binders map[string]string   // by package path of the logger: how to call what binds one
	leading map[*types.Func]int // functions that are given a context as their first value: how often
}

// idiomOf returns the idiom of the package.
func (e *engine) idiomOf() *idiom {
	if e.idiom != nil {
		return e.idiom
	}
	e.idiom = &idiom{binders: make(map[string]string), leading: make(map[*types.Func]int)}
	for _, fn := range e.funcs {
		if e.inTest(fn) {
			continue
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(*ssa.Call); ok {
					e.noteIdiom(call)
				}
			}
		}
	}
	return e.idiom
}

// noteIdiom notes what a call tells of the package's idiom.
func (e *engine) noteIdiom(call *ssa.Call) {
	common := &call.Call
	if e.bindsLogger(common) {
		if expr, _, ok := e.syntax.call(call.Pos()); ok {
			pkg := loggerPackage(common.Signature().Results().At(0).Type())
			if _, noted := e.idiom.binders[pkg]; !noted {
				e.idiom.binders[pkg] = types.ExprString(expr.Fun)
			}
		}
	}
	if v := leadingValue(common); v != nil && isRequestType(v.Type()) && !isDetached(v) {
		if obj := ssax.CalleeObject(common); obj != nil {
			e.idiom.leading[obj]++
		}
	}
}

// bindsLogger reports whether a call makes a logger of the context it is
// given, as a table or its summary says.
func (e *engine) bindsLogger(common *ssa.CallCommon) bool {
	results := common.Signature().Results()
	if results.Len() == 0 {
		return false
	}
	args := ssax.Args(common)
	if len(args) == 0 || !isContext(args[0].Type()) || isDetached(args[0]) {
		return false
	}
	if effect, ok := e.effect(common); ok {
		return effect.Role == known.Wraps && e.isLoggerType(results.At(0).Type())
	}
	s := e.summary(common)
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
	for _, ref := range referrers(slice.X) {
		index, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		if c, ok := index.Index.(*ssa.Const); !ok || c.Int64() != 0 {
			continue
		}
		for _, r := range referrers(index) {
			if store, ok := r.(*ssa.Store); ok {
				return ssax.Unwrap(store.Val)
			}
		}
	}
	return nil
}

// bypasses judges the lines of fn that could follow the package's idiom and do
// not.
func (e *engine) bypasses(fn *ssa.Function) []Finding {
	if s := e.summaries[fn]; s != nil && (s.Binds || s.Line && fn.Signature.Results().Len() == 0) {
		return nil // it is a logger itself
	}
	var findings []Finding
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			would, ok := e.bypassed(&call.Call)
			expr, c, inSource := e.syntax.call(call.Pos())
			if !ok || !inSource {
				continue
			}
			ctx, reach := e.contextAt(c, expr.Pos())
			if !reach || e.bound(ssax.Receiver(&call.Call), 0) || e.tellsContext(&call.Call) {
				continue
			}
			f := Finding{Category: CatNoContext, Pos: expr.Pos(), End: expr.End(), Evidence: []Evidence{EvContext, EvDeviant}}
			if ctx.request {
				f.Evidence = []Evidence{EvRequest}
			} else if prepares(outermost(fn).Name()) {
				f.Evidence = append(f.Evidence, EvStartup)
			}
			f.Text = fmt.Sprintf("%s does not carry the request's context: %s would", e.objectName(ssax.CalleeObject(&call.Call)), fmt.Sprintf(would, ctx.expr))
			f.Confidence = confidenceOf(f.Evidence)
			findings = append(findings, f)
		}
	}
	return findings
}

// bypassed returns how a line that carries no context would by the package's
// idiom, with %s for the context; ok is false for a call that writes no line,
// or carries one, or knows no idiom.
func (e *engine) bypassed(common *ssa.CallCommon) (would string, ok bool) {
	obj := ssax.CalleeObject(common)
	if obj == nil || obj.Pkg() == nil {
		return "", false
	}
	effect, inTable := e.effect(common)
	switch {
	case inTable && (effect.Role != known.Logs || effect.Context != "" || effect.TakesContext || !e.isLogger(common)):
		return "", false
	case !inTable:
		// What takes a context or any other value, and returns nothing, is a
		// logger also where its body does not show it.
		if v := leadingValue(common); v != nil && obj.Signature().Results().Len() == 0 && e.idiomOf().leading[obj] > 0 && !isRequestType(v.Type()) {
			return "with %s as its first argument it", true
		}
		s := e.summary(common)
		if s == nil || !s.Line || s.TakesContext {
			return "", false
		}
		if sibling := contextSibling(obj); sibling != "" {
			return sibling + " with %s", true
		}
	}
	// The functions of a logger's package may stand in one below that of its
	// type: zerolog/log.
	binders := e.idiomOf().binders
	for pkg := obj.Pkg().Path(); pkg != "." && pkg != "/"; pkg = path.Dir(pkg) {
		if binder, ok := binders[pkg]; ok {
			return "the logger of " + binder + "(%s)", true
		}
	}
	return "", false
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
		params := other.Signature().Params()
		if !strings.HasPrefix(other.Name(), obj.Name()) || params.Len() != sig.Params().Len()+1 || !isContext(params.At(0).Type()) {
			continue
		}
		same := other.Signature().Variadic() == sig.Variadic()
		for i := range sig.Params().Len() {
			same = same && types.Identical(sig.Params().At(i).Type(), params.At(i+1).Type())
		}
		if same {
			return other.Name()
		}
	}
	return ""
}
