package errfate

import (
	"go/types"
	"reflect"
	"sort"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/directive"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// maxRounds bounds the fixpoint inside a package. A function whose summary
// still changes then is taken to be unknown.
const maxRounds = 12

// solve computes the summaries of the package's functions. A function is
// looked at after the functions it calls, as far as cycles allow, and again
// whenever the summary of one of them has changed. A function not yet looked
// at is unknown, so what is handed to it escapes.
func (e *engine) solve() {
	order := e.bottomUp()
	callers := e.callers()
	e.declareMethods()
	pending := make(map[*ssa.Function]bool)
	for _, fn := range order {
		pending[fn] = true
	}
	for round := 0; len(pending) > 0 && round < maxRounds; round++ {
		for _, fn := range order {
			if !pending[fn] {
				continue
			}
			delete(pending, fn)
			if e.broken[fn] {
				continue
			}
			clear(e.traced)
			e.guard(fn, func() {
				old := e.summaries[fn]
				e.summaries[fn] = e.summarize(fn)
				if !reflect.DeepEqual(old, e.summaries[fn]) {
					for _, caller := range callers[fn] {
						pending[caller] = true
					}
				}
			})
			if e.broken[fn] {
				delete(e.summaries, fn)
				delete(e.flows, fn)
			}
		}
		for _, m := range e.joinMethods() {
			for _, caller := range callers[m] {
				pending[caller] = true
			}
		}
	}
	for fn := range pending {
		delete(e.summaries, fn)
	}
	clear(e.traced)
}

// bottomUp returns the functions in post-order over static calls: callees
// first, in a deterministic order.
func (e *engine) bottomUp() []*ssa.Function {
	seen := make(map[*ssa.Function]bool)
	mine := make(map[*ssa.Function]bool)
	for _, fn := range e.funcs {
		mine[fn] = true
	}
	var order []*ssa.Function
	var visit func(fn *ssa.Function)
	visit = func(fn *ssa.Function) {
		if seen[fn] || !mine[fn] {
			return
		}
		seen[fn] = true
		for callee := range calls(fn) {
			visit(callee)
		}
		for _, anon := range fn.AnonFuncs {
			visit(anon)
		}
		order = append(order, fn)
	}
	for _, fn := range e.funcs {
		visit(fn)
	}
	return order
}

// calls yields the functions that fn calls statically, and the closures that
// it makes.
func calls(fn *ssa.Function) func(yield func(*ssa.Function) bool) {
	return func(yield func(*ssa.Function) bool) {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(ssa.CallInstruction); ok {
					if callee := ssax.StaticCallee(call.Common()); callee != nil && !yield(callee) {
						return
					}
				}
			}
		}
	}
}

// callers returns the callers of each function of the package. A caller of
// an interface method counts as one of each of its implementations.
func (e *engine) callers() map[*ssa.Function][]*ssa.Function {
	result := make(map[*ssa.Function][]*ssa.Function)
	for _, fn := range e.funcs {
		seen := make(map[*ssa.Function]bool)
		add := func(callee *ssa.Function) {
			if !seen[callee] {
				seen[callee] = true
				result[callee] = append(result[callee], fn)
			}
		}
		for callee := range calls(fn) {
			add(callee)
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(ssa.CallInstruction); ok && call.Common().IsInvoke() {
					for _, impl := range e.implementations(call.Common().Method) {
						add(impl)
					}
				}
			}
		}
		// A variable that a closure shares with the function around it.
		if fn.Parent() != nil {
			add(fn.Parent())
		}
		for _, anon := range fn.AnonFuncs {
			add(anon)
		}
	}
	return result
}

// implementations returns the methods of this package's types that implement
// an interface method.
func (e *engine) implementations(m *types.Func) []*ssa.Function {
	if m.Pkg() != e.pass.Pkg {
		return nil
	}
	iface, ok := m.Signature().Recv().Type().Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	var impls []*ssa.Function
	scope := e.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || tn.IsAlias() || types.IsInterface(tn.Type()) {
			continue
		}
		if n, ok := tn.Type().(*types.Named); !ok || n.TypeParams().Len() > 0 {
			continue
		}
		ptr := types.NewPointer(tn.Type())
		if !types.Implements(ptr, iface) {
			continue
		}
		obj, _, _ := types.LookupFieldOrMethod(ptr, false, e.pass.Pkg, m.Name())
		if f, ok := obj.(*types.Func); ok {
			if fn := e.pkg.Prog.FuncValue(f); fn != nil && len(fn.Blocks) > 0 {
				impls = append(impls, fn)
			}
		}
	}
	return impls
}

// joinMethods joins the summaries of the implementations of each interface
// method of the package that is called or declared here, and returns the
// implementations whose join has changed.
//
// A caller in another package may be given an implementation that is not
// seen here: so only what all implementations here agree on is said, and
// classes are left to the rule for interface methods.
func (e *engine) joinMethods() []*ssa.Function {
	var changed []*ssa.Function
	scope := e.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok {
			continue
		}
		iface, ok := tn.Type().Underlying().(*types.Interface)
		if !ok {
			continue
		}
		for m := range iface.ExplicitMethods() {
			if e.dirs.On(m) != "" {
				continue // declared
			}
			impls := e.implementations(m)
			if len(impls) == 0 {
				continue
			}
			joined := e.join(impls)
			if !reflect.DeepEqual(joined, e.methods[m]) {
				e.methods[m] = joined
				changed = append(changed, impls...)
			}
		}
	}
	return changed
}

// join joins the summaries of several implementations of one method.
func (e *engine) join(impls []*ssa.Function) *Summary {
	var joined *Summary
	for _, fn := range impls {
		s := e.summaries[fn]
		if s == nil {
			return nil
		}
		if joined == nil {
			c := *s
			c.Params = append([]ParamFate(nil), s.Params...)
			c.Results = nil
			for _, r := range s.Results {
				if r.Logged {
					c.Results = append(c.Results, r)
				}
			}
			joined = &c
			continue
		}
		params := joined.Params[:0]
		for _, p := range joined.Params {
			p.Fate = p.Fate.Join(s.param(p.Index))
			params = append(params, p)
		}
		joined.Params = params
		var results []ResultClass
		for _, r := range joined.Results {
			if o, ok := s.result(r.Index); ok && o.Logged {
				r.Class = max(r.Class, o.Class)
				results = append(results, r)
			}
		}
		joined.Results = results
		if joined.Verdict != s.Verdict {
			joined.Verdict = NoVerdict
		}
		if joined.Answers != s.Answers {
			joined.Answers = Answer{}
		}
		joined.Line = joined.Line && s.Line
		joined.LogsWithout = joined.LogsWithout || s.LogsWithout
		joined.Never = joined.Never && s.Never
	}
	return joined
}

// declareMethods turns directives on interface methods into summaries; those
// of functions with a body are applied in summarize.
func (e *engine) declareMethods() {
	for obj, kind := range e.dirs.InterfaceMethods(e.pass.TypesInfo) {
		e.methods[obj] = declared(obj, kind, new(Summary))
	}
}

// declared returns s changed by what a directive says of obj.
func declared(obj *types.Func, kind directive.Kind, s *Summary) *Summary {
	params := obj.Signature().Params()
	switch kind {
	case directive.Logs:
		s.Line = true
		s.TakesContext = params.Len() > 0 && isContext(params.At(0).Type())
		s.Params = nil
		for i := range params.Len() {
			s.Params = append(s.Params, ParamFate{Index: i, Fate: Logged})
		}
	case directive.Responds:
		s.Answers = Answer{Done: true, Status: computedStatus, Arg: -1}
		s.Params = nil
		for i := range params.Len() {
			t := params.At(i).Type()
			if b, ok := t.Underlying().(*types.Basic); ok && b.Info()&types.IsInteger != 0 {
				s.Answers = Answer{Done: true, Arg: i}
			}
			if ssax.IsError(t) || mayHold(t) {
				s.Params = append(s.Params, ParamFate{Index: i, Fate: Answered})
			}
		}
	case directive.Classifies:
		s.Verdict = SaysKind
		s.Params = nil
		for i := range params.Len() {
			if ssax.IsError(params.At(i).Type()) {
				s.Params = append(s.Params, ParamFate{Index: i, Fate: Classified})
			}
		}
	}
	return s
}

// summarize computes the summary of fn from its flow.
func (e *engine) summarize(fn *ssa.Function) *Summary {
	flow := new(funcFlow)
	s := new(Summary)

	results := newResults(fn)
	flow.origins = e.origins(fn)
	for _, o := range flow.origins {
		var t *tracker
		if o.value != nil {
			t = e.follow(fn, o.value, o.born())
			results.add(o, t)
		}
		flow.trackers = append(flow.trackers, t)
	}

	relevant := e.handsOn(fn)
	var errorParam *tracker
	for i, p := range ssax.Params(fn) {
		isErr := ssax.IsError(p.Type())
		if !isErr && !(relevant && mayHold(p.Type())) {
			continue
		}
		t := e.follow(fn, p, nil)
		fate := Fate(0)
		for _, end := range t.ends {
			fate = fate.Join(end.fate)
		}
		if fate == 0 {
			fate = Escaped
		}
		s.Params = append(s.Params, ParamFate{Index: i, Fate: fate & (traces | Answered | Classified | Dropped | Replaced | Counted | LoggedBare)})
		if isErr {
			flow.params = append(flow.params, paramFlow{i, t})
			errorParam = t
		}
		if !isErr && fate&^(LoggedBare|Exited) == Logged {
			s.Line = true
		}
	}
	s.Results = results.list()
	s.Verdict = e.verdict(fn, errorParam)
	s.Answers = e.answers(fn)
	s.Never = e.never(fn)
	if len(ssax.Params(fn)) > 0 && s.Line {
		s.TakesContext = isContext(ssax.Params(fn)[0].Type())
	}
	s.LogsWithout = e.logsWithout(fn)
	if obj, ok := fn.Object().(*types.Func); ok && obj != nil {
		if d := e.dirs.On(obj); d != "" {
			s = declared(obj, d, s)
		}
	}
	e.flows[fn] = flow
	if !s.informative() {
		// Looked at, with nothing to say: still better than unknown, since
		// what is listed as escaping does.
		s.Params = nil
	}
	return s
}

// mayHold reports whether a parameter of type t may be handed an error, its
// text, or a list that holds it.
func mayHold(t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Kind() == types.String
	case *types.Interface:
		return u.Empty()
	case *types.Slice:
		i, ok := u.Elem().Underlying().(*types.Interface)
		return ok && (i.Empty() || ssax.IsError(u.Elem()))
	}
	return false
}

// handsOn reports whether fn calls anything that logs, answers or wraps, so
// that what becomes of its other parameters is worth knowing.
func (e *engine) handsOn(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			if effect, ok := e.effect(call.Common()); ok {
				switch effect.Role {
				case known.Logs, known.Answers, known.Wraps, known.Prints:
					return true
				}
			}
			if s := e.summary(call.Common()); s != nil && (s.Line || s.Answers.Done || len(s.Params) > 0) {
				return true
			}
		}
	}
	return false
}

// verdict returns what the boolean result of fn says of its error parameter.
func (e *engine) verdict(fn *ssa.Function, t *tracker) Verdict {
	sig := fn.Signature
	if t == nil || sig.Results().Len() == 0 || !ssax.IsBool(sig.Results().At(sig.Results().Len()-1).Type()) {
		return NoVerdict
	}
	// It classifies if it looks at the error in any way but a nil test.
	for _, v := range t.values() {
		for _, ref := range referrers(v) {
			switch ref := ref.(type) {
			case *ssa.BinOp:
				if !ssax.IsNil(ref.X) && !ssax.IsNil(ref.Y) {
					return SaysKind
				}
			case ssa.CallInstruction, *ssa.TypeAssert:
				if effect, ok := e.effectOf(ref); ok && effect.Role == known.Logs {
					continue
				}
				return SaysKind
			}
		}
	}
	verdict := NoVerdict
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		test, ok := ret.Results[len(ret.Results)-1].(*ssa.BinOp)
		if !ok || !(ssax.IsNil(test.X) || ssax.IsNil(test.Y)) {
			return NoVerdict
		}
		v := SaysNonNil
		if test.Op.String() == "==" {
			v = SaysNil
		}
		if verdict != NoVerdict && verdict != v {
			return NoVerdict
		}
		verdict = v
	}
	return verdict
}

// effectOf is [engine.effect] for an instruction that may be a call.
func (e *engine) effectOf(instr ssa.Instruction) (known.Effect, bool) {
	if call, ok := instr.(ssa.CallInstruction); ok {
		return e.effect(call.Common())
	}
	return known.Effect{}, false
}

// values returns the values that carried the error somewhere, in order.
func (t *tracker) values() []ssa.Value {
	values := make([]ssa.Value, len(t.set.index))
	for v, i := range t.set.index {
		values[i] = v
	}
	return values
}

// answers returns how fn answers the client whose response it is given.
func (e *engine) answers(fn *ssa.Function) Answer {
	given := false
	for _, p := range ssax.Params(fn) {
		given = given || isResponse(p.Type())
	}
	if !given {
		return Answer{}
	}
	result := Answer{Arg: -1}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			status, arg, ok := e.answerOf(&call.Call)
			if !ok {
				continue
			}
			a := Answer{Done: true, Status: status, Arg: -1}
			if arg != nil {
				a.Status = computedStatus
				if c, ok := arg.(*ssa.Const); ok && c.Value != nil {
					a.Status = int(c.Int64())
				}
				for i, p := range ssax.Params(fn) {
					if p == arg {
						a.Status, a.Arg = 0, i
					}
				}
			}
			switch {
			case a.Arg < 0 && a.Status >= 0 && a.Status < 400:
				continue // a success is not what an error is answered with
			case !result.Done:
				result = a
			case result != a:
				result = Answer{Done: true, Status: computedStatus, Arg: -1}
			}
		}
	}
	if !result.Done {
		return Answer{}
	}
	return result
}

// answerOf returns the status that a call answers a client with, or the
// value that holds it.
func (e *engine) answerOf(call *ssa.CallCommon) (status int, arg ssa.Value, ok bool) {
	args := ssax.Args(call)
	if effect, known_ := e.effect(call); known_ && effect.Role == known.Answers {
		if effect.StatusArg >= 0 && effect.StatusArg < len(args) {
			return 0, args[effect.StatusArg], true
		}
		return effect.Status, nil, true
	}
	if s := e.summary(call); s != nil && s.Answers.Done {
		if s.Answers.Arg >= 0 && s.Answers.Arg < len(args) {
			return 0, args[s.Answers.Arg], true
		}
		return s.Answers.Status, nil, true
	}
	return 0, nil, false
}

// never reports whether fn always ends the program or the goroutine: a call
// that does so is reached, and no return is.
func (e *engine) never(fn *ssa.Function) bool {
	seen := make([]bool, len(fn.Blocks))
	exits, returns := false, false
	var visit func(b *ssa.BasicBlock)
	visit = func(b *ssa.BasicBlock) {
		if seen[b.Index] {
			return
		}
		seen[b.Index] = true
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.Return:
				returns = true
			case *ssa.Call:
				if effect, ok := e.effect(&instr.Call); ok && (effect.Role == known.Exits || effect.Exits) {
					exits = true
					return
				}
				if s := e.summary(&instr.Call); s != nil && s.Never {
					exits = true
					return
				}
			}
		}
		for _, succ := range b.Succs {
			visit(succ)
		}
	}
	visit(fn.Blocks[0])
	return exits && !returns
}

// results gathers the errors that each result of a function may hold.
type results struct {
	fn    *ssa.Function
	seen  map[int][]*origin
	bare  map[int]bool // an origin reaches the result without having been logged
	other map[int]int  // errors that are no origins: new ones, sentinels
	open  map[int]bool // something of which nothing is known
	some  map[int]bool // anything but nil
}

func newResults(fn *ssa.Function) *results {
	r := &results{fn: fn, seen: make(map[int][]*origin), bare: make(map[int]bool), other: make(map[int]int), open: make(map[int]bool), some: make(map[int]bool)}
	indices := ssax.ErrorResults(fn.Signature)
	if len(indices) == 0 {
		return r
	}
	causes := make(map[int]map[ssa.Value]bool)
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		for _, i := range indices {
			if causes[i] == nil {
				causes[i] = make(map[ssa.Value]bool)
			}
			r.sources(ret.Results[i], i, causes[i], make(map[ssa.Value]bool))
		}
	}
	for i, set := range causes {
		r.other[i] = len(set)
	}
	return r
}

// sources walks back from a returned value to the errors it may be.
func (r *results) sources(v ssa.Value, i int, causes, seen map[ssa.Value]bool) {
	if seen[v] {
		return
	}
	seen[v] = true
	switch v.(type) {
	case *ssa.Const, *ssa.Phi:
	case *ssa.UnOp:
		if _, ok := v.(*ssa.UnOp).X.(*ssa.Alloc); !ok {
			r.some[i] = true
		}
	default:
		r.some[i] = true
	}
	switch v := v.(type) {
	case *ssa.Const:
	case *ssa.Phi:
		for _, edge := range v.Edges {
			r.sources(edge, i, causes, seen)
		}
	case *ssa.ChangeInterface:
		r.sources(v.X, i, causes, seen)
	case *ssa.MakeInterface:
		causes[v] = true // an error type of its own
	case *ssa.Extract, *ssa.Call:
		// An origin, or a wrapping call; a new error counts as a cause.
		if call, ok := v.(*ssa.Call); ok {
			if obj := ssax.CalleeObject(&call.Call); obj != nil && obj.Pkg() != nil {
				if k := known.KeyOf(obj).String(); k == "errors.New" || k == "fmt.Errorf" {
					causes[v] = true
				}
			}
		}
	case *ssa.UnOp:
		switch x := v.X.(type) {
		case *ssa.Global:
			causes[x] = true
		case *ssa.Alloc:
			for _, ref := range referrers(x) {
				if store, ok := ref.(*ssa.Store); ok && store.Addr == x {
					r.sources(store.Val, i, causes, seen)
				}
			}
		default:
			r.open[i] = true
		}
	case *ssa.Parameter:
	default:
		r.open[i] = true
	}
}

// add records the results that an origin reaches.
func (r *results) add(o *origin, t *tracker) {
	reached := make(map[int]bool)
	for _, end := range t.ends {
		ret, ok := end.instr.(*ssa.Return)
		if !ok || !end.fate.Has(Propagated) {
			continue
		}
		for i, v := range ret.Results {
			if ssax.IsError(v.Type()) && t.set.carries(end.state, v) {
				reached[i] = true
				if !end.fate.Has(Logged) && !o.logged {
					r.bare[i] = true
				}
			}
		}
	}
	for i := range reached {
		r.seen[i] = append(r.seen[i], o)
	}
}

// list returns what is known of each error result.
func (r *results) list() []ResultClass {
	var list []ResultClass
	for _, i := range ssax.ErrorResults(r.fn.Signature) {
		result := ResultClass{Index: i, Class: known.Computed, Logged: len(r.seen[i]) > 0 && !r.bare[i]}
		unknown := r.open[i]
		causes := r.other[i]
		for _, o := range r.seen[i] {
			if o.class == known.Unknown {
				unknown = true
			}
			result.Class = max(result.Class, o.class)
			causes += max(1, int(o.causes))
		}
		if r.other[i] > 0 || unknown {
			result.Logged = false
		}
		if unknown && result.Class < known.Decode {
			result.Class = known.Unknown
		}
		switch {
		case !r.some[i]:
			result.Class = known.NeverFails
		case causes == 0 && !unknown && !r.paramsReturned():
			result.Class = known.Unknown
		}
		result.Causes = uint8(min(causes, 2))
		if result.Class == known.Unknown && !result.Logged {
			continue
		}
		list = append(list, result)
	}
	sort.Slice(list, func(i, j int) bool { return list[i].Index < list[j].Index })
	return list
}

// paramsReturned reports whether the function is given an error that it may
// return.
func (r *results) paramsReturned() bool {
	for _, p := range ssax.Params(r.fn) {
		if ssax.IsError(p.Type()) || mayHold(p.Type()) {
			return true
		}
	}
	return false
}
