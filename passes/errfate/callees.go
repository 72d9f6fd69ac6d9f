package errfate

import (
	"go/token"
	"go/types"
	"iter"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// A call that names no function calls what a variable holds: a package
// variable, a field, or a local one. Where everything that this package puts
// there is known, the call does what those functions do, joined; where
// anything else is put there, or nothing is, it is unknown. What other
// packages assign to an exported variable is not seen, as implementations of
// an interface in other packages are not.

// A held is what variables of function type are seen to hold.
type held struct {
	funcs []*ssa.Function // in source order
	open  bool            // something else as well
}

// known reports whether everything that the variable holds was seen.
func (h held) known() bool { return len(h.funcs) > 0 && !h.open }

// add adds what v may be.
func (h *held) add(e *engine, v ssa.Value, depth int) {
	if depth > 4 {
		h.open = true
		return
	}
	if fn := ssax.Literal(v); fn != nil {
		h.funcs = append(h.funcs, fn)
		return
	}
	switch v := v.(type) {
	case *ssa.Const: // nil: a call of it does not return
	case *ssa.Phi:
		for _, edge := range v.Edges {
			h.add(e, edge, depth+1)
		}
	case *ssa.UnOp:
		other := e.heldBy(v, depth+1)
		h.funcs = append(h.funcs, other.funcs...)
		h.open = h.open || !other.known()
	default:
		h.open = true
	}
}

// heldBy returns what the variable that v loads is seen to hold.
func (e *engine) heldBy(v ssa.Value, depth int) held {
	load, ok := v.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return held{open: true}
	}
	if variable := declaredVar(load.X); variable != nil {
		if variable.Pkg() != e.pass.Pkg {
			return held{open: true}
		}
		var h held
		e.addVar(&h, variable, depth)
		return h
	}
	cell := load.X
	if fv, ok := cell.(*ssa.FreeVar); ok {
		cell = ssax.Binding(fv)
	}
	alloc, ok := cell.(*ssa.Alloc)
	if !ok {
		return held{open: true}
	}
	var h held
	e.addCell(&h, alloc, depth)
	return h
}

// addVar adds what the package stores in a package variable or field.
func (e *engine) addVar(h *held, v *types.Var, depth int) {
	for _, stored := range e.stored()[v] {
		h.add(e, stored, depth)
	}
}

// addCell adds what the functions of a family store in a local variable.
func (e *engine) addCell(h *held, cell ssa.Value, depth int) {
	for _, ref := range referrers(cell) {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr != cell {
				h.open = true // its address goes elsewhere
				continue
			}
			h.add(e, ref.Val, depth)
		case *ssa.MakeClosure:
			for i, binding := range ref.Bindings {
				if binding == cell {
					e.addCell(h, ref.Fn.(*ssa.Function).FreeVars[i], depth)
				}
			}
		case *ssa.UnOp, *ssa.DebugRef:
		default:
			h.open = true
		}
	}
}

// declaredVar returns the package variable or field that an address is that
// of, or nil.
func declaredVar(addr ssa.Value) *types.Var {
	switch addr := addr.(type) {
	case *ssa.Global:
		v, _ := addr.Object().(*types.Var)
		return v
	case *ssa.FieldAddr:
		p, ok := addr.X.Type().Underlying().(*types.Pointer)
		if !ok {
			return nil
		}
		if s, ok := p.Elem().Underlying().(*types.Struct); ok {
			return s.Field(addr.Field).Origin()
		}
	}
	return nil
}

// stored returns, for each package variable and field of function type that
// the package declares, what it stores there.
func (e *engine) stored() map[*types.Var][]ssa.Value {
	if e.stores != nil {
		return e.stores
	}
	e.stores = make(map[*types.Var][]ssa.Value)
	for store := range e.storing() {
		if _, isFunc := store.Val.Type().Underlying().(*types.Signature); !isFunc {
			continue
		}
		if v := declaredVar(store.Addr); v != nil && v.Pkg() == e.pass.Pkg {
			e.stores[v] = append(e.stores[v], store.Val)
		}
	}
	return e.stores
}

// storing yields the stores of the package outside its tests, those of the
// initial values of its variables first.
func (e *engine) storing() iter.Seq[*ssa.Store] {
	return func(yield func(*ssa.Store) bool) {
		funcs := e.funcs
		if init := e.pkg.Func("init"); init != nil {
			funcs = append([]*ssa.Function{init}, funcs...)
		}
		for _, fn := range funcs {
			if e.inTest(fn) {
				continue
			}
			for _, b := range fn.Blocks {
				for _, instr := range b.Instrs {
					if store, ok := instr.(*ssa.Store); ok && !yield(store) {
						return
					}
				}
			}
		}
	}
}

// dynamic returns what is known of a call of the function that v holds, or
// nil. A variable of another package is known by a fact.
func (e *engine) dynamic(v ssa.Value) *Summary {
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
		if variable := declaredVar(load.X); variable != nil && variable.Pkg() != e.pass.Pkg {
			return e.fact(variable)
		}
	}
	h := e.heldBy(v, 0)
	if !h.known() {
		return nil
	}
	return e.join(h.funcs)
}

// ofFunc returns what is known of a function: computed, if it is of this
// package, imported, or made of what the tables say.
func (e *engine) ofFunc(fn *ssa.Function) *Summary {
	if origin := fn.Origin(); origin != nil {
		fn = origin
	}
	if s, ok := e.summaries[fn]; ok {
		return s
	}
	obj, ok := fn.Object().(*types.Func)
	if !ok || obj == nil {
		return nil
	}
	if effect, ok := known.EffectOf(obj); ok {
		return ofEffect(obj, effect)
	}
	return e.ofObject(obj)
}

// ofObject returns what is known of a declared function or method.
func (e *engine) ofObject(obj *types.Func) *Summary {
	obj = obj.Origin()
	if obj.Pkg() != e.pass.Pkg {
		if s := e.fact(obj); s != nil {
			return s
		}
		return e.methods[obj]
	}
	if s, ok := e.methods[obj]; ok {
		return s
	}
	if decl := e.pkg.Prog.FuncValue(obj); decl != nil {
		return e.summaries[decl]
	}
	return nil
}

// ofEffect returns the summary that says what an entry of a table says, as
// far as a variable that holds the function needs it.
func ofEffect(obj *types.Func, effect known.Effect) *Summary {
	s := &Summary{Answers: Answer{Arg: -1}}
	fate := Logged
	switch effect.Role {
	case known.Logs:
		s.Line, s.TakesContext = true, effect.TakesContext
		if effect.Context != "" {
			s.Without = nameFrom(obj, nil)
		}
		s.Never = effect.Exits
	case known.Reports:
	case known.Answers:
		fate = Answered
		s.Answers = Answer{Done: true, Status: effect.Status, Arg: effect.StatusArg}
	case known.Exits:
		s.Never = true
		return s
	default:
		return nil
	}
	for i := range obj.Signature().Params().Len() {
		s.Params = append(s.Params, ParamFate{Index: i, Fate: fate})
	}
	return s
}

// callee returns all functions of this package that a call may call, as far
// as they are known: for the order in which they are solved.
func (e *engine) callees(common *ssa.CallCommon) []*ssa.Function {
	switch {
	case common.IsInvoke():
		return e.implementations(common.Method)
	case ssax.StaticCallee(common) != nil:
		return []*ssa.Function{e.declaration(ssax.StaticCallee(common))}
	}
	if _, ok := common.Value.(*ssa.Builtin); ok {
		return nil
	}
	var fns []*ssa.Function
	for _, fn := range e.heldBy(common.Value, 0).funcs {
		fns = append(fns, e.declaration(fn))
	}
	return fns
}

// declaration returns the function whose body runs when fn is called: that of
// the method, for a method value.
func (e *engine) declaration(fn *ssa.Function) *ssa.Function {
	if origin := fn.Origin(); origin != nil {
		fn = origin
	}
	if obj, ok := fn.Object().(*types.Func); ok && obj != nil && obj.Pkg() == e.pass.Pkg {
		if decl := e.pkg.Prog.FuncValue(obj.Origin()); decl != nil {
			return decl
		}
	}
	return fn
}

// called returns the declaration of what a call calls, also through a
// variable that holds one function only: var open = os.Open.
func (e *engine) called(common *ssa.CallCommon) *types.Func {
	if obj := ssax.CalleeObject(common); obj != nil {
		return obj
	}
	if h := e.heldBy(common.Value, 0); h.known() && len(h.funcs) == 1 {
		if obj, ok := h.funcs[0].Object().(*types.Func); ok && obj != nil {
			return obj.Origin()
		}
	}
	return nil
}
