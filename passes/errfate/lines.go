package errfate

import (
	"go/token"
	"go/types"
	"iter"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// lines judges the log lines of fn: can each be tied to the request that it
// is written for?
func (e *engine) lines(fn *ssa.Function) []Finding {
	if isSlogHandler(fn) {
		return nil
	}
	var findings []Finding
	for call, effect := range e.logCalls(fn) {
		if f, ok := e.line(fn, call, effect); ok {
			f.Confidence = ConfidenceOf(f.Evidence)
			findings = append(findings, f)
		}
	}
	findings = append(findings, e.bypasses(fn)...)
	return append(findings, e.helpers(fn)...)
}

// logCalls yields the calls of fn that write a line, with what they do.
func (e *engine) logCalls(fn *ssa.Function) iter.Seq2[ssa.CallInstruction, known.Effect] {
	return func(yield func(ssa.CallInstruction, known.Effect) bool) {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok {
					continue
				}
				if effect, ok := e.lineEffect(call.Common()); ok && effect.Role == known.Logs && !yield(call, effect) {
					return
				}
			}
		}
	}
}

// lineEffect is [engine.effect], with the methods of interfaces that a known
// logger stands behind: a module's own Logger, declared over logrus, writes
// what logrus does.
func (e *engine) lineEffect(common *ssa.CallCommon) (known.Effect, bool) {
	if effect, ok := e.effect(common); ok || !common.IsInvoke() {
		return effect, ok
	}
	return e.behind(common.Method)
}

// behind returns the effect of the known logger that implements the interface
// of a method, of those that the interface's package imports.
func (e *engine) behind(m *types.Func) (known.Effect, bool) {
	effect, asked := e.behinds[m]
	if !asked {
		effect, _ = implementedBy(m)
		e.behinds[m] = effect
	}
	return effect, effect.Role != known.NoRole
}

// implementedBy is [engine.behind], not remembered.
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

// line judges one log call.
func (e *engine) line(fn *ssa.Function, call ssa.CallInstruction, effect known.Effect) (Finding, bool) {
	expr, c, ok := e.src.Call(call.Pos())
	if !ok {
		return Finding{}, false
	}
	common := call.Common()
	name := e.objectName(ssax.CalleeObject(common))
	f := Finding{Pos: expr.Pos(), End: expr.End()}
	ctx, reach := e.contextAt(c, expr.Pos())
	if !reach {
		return f, false
	}
	if says, ok := e.background(call, effect); ok {
		f.Category = CatBackground
		f.Evidence = []Evidence{EvContext}
		if ctx.request {
			f.Evidence = []Evidence{EvRequest}
		}
		f.Evidence = append(f.Evidence, e.circumstances(fn, ctx)...)
		f.Says = says
		f.Says.Context = e.outliving(fn, ctx.expr)
		e.weighBlindness(&f, common)
		return f, true
	}
	would := variant(name, effect.Context)
	if m := e.added(expr); m != nil && effect.Context == "" {
		effect.Context, would = m.Name(), e.objectName(m)
	}
	switch {
	case effect.TakesContext:
		return f, false
	case effect.Context != "":
		if e.bound(ssax.Receiver(common), 0) || e.tellsContext(common) {
			return f, false
		}
		f.Category = CatNoContext
		// Whether a context gives a line anything is for the handler of the
		// logger to say: that other lines carry one says that it does.
		switch carries := e.carriesContext(); {
		case carries && ctx.request:
			f.Evidence = []Evidence{EvRequest}
		case carries && e.handles():
			f.Evidence = e.deviating(fn, call)
		default:
			f.Evidence = []Evidence{EvContext}
		}
		f.Evidence = append(f.Evidence, e.circumstances(fn, ctx)...)
		f.Says = defect.Statement{
			Kind: defect.LacksContext, Logger: name, Would: defect.Would{Name: would}, Context: e.outliving(fn, ctx.expr),
		}
		e.weighBlindness(&f, common)
		return f, true
	case ctx.request && e.isLogger(common):
		if by, judged := e.bypassed(common); judged && by.seen || !e.anonymous(call, effect) {
			return f, false
		}
		f.Category = CatAnonymous
		f.Evidence = []Evidence{EvRequest, EvPlain}
		f.Says = defect.Statement{Kind: defect.SaysNothing, Logger: name}
		return f, true
	}
	return f, false
}

// circumstances is what the function that a line stands in, and the flags, say
// of it.
func (e *engine) circumstances(fn *ssa.Function, ctx requestContext) []Evidence {
	var evidence []Evidence
	if !ctx.request && e.othersCarry(fn) {
		evidence = append(evidence, EvBeside)
	}
	switch {
	case ctx.request || options.reach == OfAny:
	case ctx.whose == aRequests:
		evidence = append(evidence, EvServed)
	case ctx.whose == nobodys:
		evidence = append(evidence, EvNobodys)
	}
	switch {
	case e.harness(fn.Pos()):
		evidence = append(evidence, EvHarness)
	case options.reach == OfAny:
		evidence = append(evidence, EvAsked)
	case !ctx.request && e.preparing(fn):
		evidence = append(evidence, EvStartup)
	}
	return evidence
}

// carriesContext reports whether any log line of the package is given a
// context: then those who read its lines look for what the context carries.
func (e *engine) carriesContext() bool {
	if e.carries == unknown {
		e.carries = isFalse
		for _, fn := range e.funcs {
			if e.inTest(fn) {
				continue
			}
			for call, effect := range e.logCalls(fn) {
				if args := ssax.Args(call.Common()); effect.TakesContext && len(args) > 0 && !e.isDetached(args[0]) {
					e.carries = isTrue
				}
			}
		}
	}
	return e.carries == isTrue
}

// handles reports whether the package handles requests: a function of it is
// given one.
func (e *engine) handles() bool {
	if e.handling == unknown {
		e.handling = isFalse
		for v, def := range e.defs() {
			if strings.HasSuffix(e.pass.Fset.PositionFor(v.Pos(), false).Filename, "_test.go") {
				continue
			}
			if def.param && !def.outgoing && isServed(v.Type()) {
				e.handling = isTrue
			}
		}
	}
	return e.handling == isTrue
}

// isLogger reports whether a logging call is that of a logger, not of a test
// or of fmt.
func (e *engine) isLogger(common *ssa.CallCommon) bool {
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

// isSlogHandler reports whether fn is a method of a slog.Handler: it works
// for the loggers, not for a request.
func isSlogHandler(fn *ssa.Function) bool {
	for _, p := range fn.Params {
		if ssax.IsNamed(p.Type(), "log/slog", "Record") {
			return true
		}
	}
	return false
}

// tellsContext reports whether an argument of the call is got from the
// request's context: an id, a trace.
func (e *engine) tellsContext(common *ssa.CallCommon) bool {
	for _, arg := range ssax.Args(common) {
		for v := range e.parts(arg) {
			call, ok := v.(*ssa.Call)
			if !ok || ssax.IsError(call.Type()) {
				continue
			}
			for _, a := range call.Call.Args {
				if isContext(a.Type()) && !e.isDetached(a) {
					return true
				}
			}
			if call.Call.IsInvoke() && isContext(call.Call.Value.Type()) {
				return true
			}
		}
	}
	return false
}

// errorsOf yields the errors that a line has: those that the call which writes it
// is given, by themselves or in fields, and those given to the calls that begin the
// line before it.
func (e *engine) errorsOf(common *ssa.CallCommon) iter.Seq[ssa.Value] {
	return func(yield func(ssa.Value) bool) {
		e.yieldErrors(common, 0, yield)
	}
}

// yieldErrors is [engine.errorsOf] at a depth; it returns false if yield does.
func (e *engine) yieldErrors(common *ssa.CallCommon, depth int, yield func(ssa.Value) bool) bool {
	builds := func(v ssa.Value) *ssa.CallCommon {
		if call, ok := v.(*ssa.Call); ok && depth < 16 {
			if effect, ok := e.effect(&call.Call); ok && effect.Role == known.Wraps {
				return &call.Call
			}
		}
		return nil
	}
	for _, arg := range ssax.Args(common) {
		for v := range e.parts(arg) {
			if ssax.IsError(v.Type()) && !ssax.IsNil(v) {
				if !yield(v) {
					return false
				}
			} else if field := builds(v); field != nil && !e.yieldErrors(field, depth+1, yield) {
				return false
			}
		}
	}
	if begun := builds(ssax.Receiver(common)); begun != nil {
		return e.yieldErrors(begun, depth+1, yield)
	}
	return true
}

// parts yields the values that an argument is put together from: itself, the
// elements of a variadic list, and what is appended to one.
func (e *engine) parts(arg ssa.Value) func(yield func(ssa.Value) bool) {
	return func(yield func(ssa.Value) bool) {
		if !yield(ssax.Unwrap(arg)) {
			return
		}
		if call, ok := arg.(*ssa.Call); ok {
			if b, ok := call.Call.Value.(*ssa.Builtin); ok && b.Name() == "append" {
				for _, list := range call.Call.Args {
					for v := range e.parts(list) {
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
		for _, ref := range referrers(slice.X) {
			index, ok := ref.(*ssa.IndexAddr)
			if !ok {
				continue
			}
			for _, r := range referrers(index) {
				if store, ok := r.(*ssa.Store); ok && !yield(ssax.Unwrap(store.Val)) {
					return
				}
			}
		}
	}
}

// bound reports whether a logger is bound to the request: made with data of
// the request, taken from its context, handed in by the caller, or held in a
// struct made for the request.
func (e *engine) bound(logger ssa.Value, depth int) bool {
	if logger == nil || depth > 8 {
		return false
	}
	switch v := logger.(type) {
	case *ssa.Parameter:
		// Whoever hands a logger in has had the chance to bind it; a method's
		// own receiver is the logger itself.
		return true
	case *ssa.FreeVar:
		return e.bound(ssax.Binding(v), depth+1)
	case *ssa.Alloc:
		for _, ref := range referrers(v) {
			if store, ok := ref.(*ssa.Store); ok && store.Addr == v && e.bound(store.Val, depth+1) {
				return true
			}
		}
	case *ssa.Phi:
		for _, edge := range v.Edges {
			if e.bound(edge, depth+1) {
				return true
			}
		}
	case *ssa.UnOp:
		if v.Op != token.MUL {
			return false
		}
		if addr, ok := v.X.(*ssa.FieldAddr); ok {
			return perRequest(addr.X.Type()) || e.fromRequest(addr.X) || e.boundField(addr, depth)
		}
		return e.bound(v.X, depth+1)
	case *ssa.Field:
		return perRequest(v.X.Type()) || e.fromRequest(v.X)
	case *ssa.Extract:
		return e.bound(v.Tuple, depth+1)
	case *ssa.ChangeType, *ssa.MakeInterface, *ssa.ChangeInterface, *ssa.TypeAssert:
		return e.fromRequest(v) || e.bound(ssax.Unwrap(v), depth+1) && ssax.Unwrap(v) != v
	case *ssa.Call:
		for _, arg := range v.Call.Args {
			if e.fromRequest(arg) {
				return true
			}
		}
		return e.bound(ssax.Receiver(&v.Call), depth+1)
	}
	return false
}

// boundField reports whether a field of a local struct was set to a bound
// logger.
func (e *engine) boundField(addr *ssa.FieldAddr, depth int) bool {
	base, _ := ssax.Base(addr)
	if base == nil {
		return false
	}
	for _, ref := range referrers(base) {
		other, ok := ref.(*ssa.FieldAddr)
		if !ok || other.Field != addr.Field {
			continue
		}
		for _, r := range referrers(other) {
			if store, ok := r.(*ssa.Store); ok && e.bound(store.Val, depth+1) {
				return true
			}
		}
	}
	return false
}

// perRequest reports whether a struct is made for one request: it holds the
// request or its context.
func perRequest(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for field := range s.Fields() {
		if isRequestType(field.Type()) {
			return true
		}
	}
	return false
}

// inErrorBranch reports whether control comes to b only because some error is
// not nil.
func inErrorBranch(b *ssa.BasicBlock) bool {
	for ; b != nil; b = b.Idom() {
		for _, pred := range b.Preds {
			cond, ok := pred.Instrs[len(pred.Instrs)-1].(*ssa.If)
			if !ok {
				continue
			}
			test, ok := cond.Cond.(*ssa.BinOp)
			if !ok || !ssax.IsError(test.X.Type()) || !ssax.IsNil(test.Y) {
				continue
			}
			edge := 0
			if test.Op == token.EQL {
				edge = 1
			}
			if (test.Op == token.NEQ || test.Op == token.EQL) && pred.Succs[edge] == b && errorBranch(pred, edge) {
				return true
			}
		}
	}
	return false
}
