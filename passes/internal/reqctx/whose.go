package reqctx

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// Whose a context is, its type does not say: a parameter ctx may be that of a
// request, of a worker's loop, or context.Background(). What is not exported
// is called by its own package alone, and there it can be seen what it is
// given: the context of a handler, or one that is nobody's. What other packages
// may call is given anybody's.

// maxRounds bounds how often whose contexts functions are given is worked out anew.
const maxRounds = 12

// A Whose says whose contexts a function is given.
type Whose uint8

const (
	NotSeen   Whose = iota // no call has been seen, so far
	ARequests              // that of a request, or of another piece of work
	Nobodys                // detached, or that of the program
	Anybodys               // it cannot be told
)

// with returns what is known of a function that is given both.
func (w Whose) with(other Whose) Whose {
	switch {
	case w == NotSeen:
		return other
	case other == NotSeen || other == w:
		return w
	}
	return Anybodys
}

// whoseVar returns whose context a variable holds.
func (x *Index) whoseVar(v *types.Var, depth int) Whose {
	def, ok := x.defs()[v]
	if !ok || depth > 8 {
		return Anybodys
	}
	if def.param {
		decl, ok := def.fn.(*ast.FuncDecl)
		if !ok {
			return Anybodys
		}
		obj, _ := x.Pass.TypesInfo.Defs[decl.Name].(*types.Func)
		fn := x.Pkg.Prog.FuncValue(obj)
		if fn == nil || contextParam(fn) < 0 || ssax.Params(fn)[contextParam(fn)].Object() != v {
			return Anybodys
		}
		return x.givenTo(fn)
	}
	result := NotSeen
	ast.Inspect(def.rhs, func(n ast.Node) bool {
		if _, isLit := n.(*ast.FuncLit); isLit {
			return false
		}
		if id, ok := n.(*ast.Ident); ok {
			if w, ok := x.Pass.TypesInfo.Uses[id].(*types.Var); ok && w != v && x.IsRequest(w.Type()) {
				result = result.with(x.whoseVar(w, depth+1))
			}
		}
		return true
	})
	return result
}

// givenTo returns whose contexts a declared function is given.
func (x *Index) givenTo(fn *ssa.Function) Whose {
	if x.givens == nil {
		x.solveGivens()
	}
	if w := x.givens[fn]; w != NotSeen {
		return w
	}
	return Anybodys
}

// solveGivens works out what each function of the package is given, from
// callers to callees until nothing changes.
func (x *Index) solveGivens() {
	x.givens = make(map[*ssa.Function]Whose)
	sites, taken := x.callSites()
	for round, changed := 0, true; changed && round < maxRounds; round++ {
		changed = false
		for _, fn := range x.Funcs {
			i := contextParam(fn)
			if i < 0 || fn.Parent() != nil || x.givens[fn] == Anybodys {
				continue
			}
			w := x.calledFor(fn)
			if w == NotSeen && (taken[fn] || x.offers(fn)) {
				w = Anybodys
			}
			if w == NotSeen {
				for _, site := range sites[fn] {
					if args := ssax.Args(site.Common()); i < len(args) {
						w = w.with(x.whoseValue(args[i], 0))
					}
				}
			}
			if w != x.givens[fn] {
				x.givens[fn] = w
				changed = true
			}
		}
		if changed && round == maxRounds-1 {
			clear(x.givens) // a caller more may still have its say
		}
	}
}

// calledFor returns whose context a function is given by what it is: a handler
// of requests or a reconciler, start-up, or what is told of whatever happens.
func (x *Index) calledFor(fn *ssa.Function) Whose {
	decl, _ := fn.Syntax().(*ast.FuncDecl)
	switch {
	case x.isRPC(fn.Syntax()), known.Works(fn.Signature), x.servesOneRequest(fn.Signature):
		return ARequests
	case x.startup()[decl], known.IsTold(fn.Signature):
		return Nobodys
	}
	return NotSeen
}

// servesOneRequest reports whether a function is given a request, and not to
// send it.
func (x *values) servesOneRequest(sig *types.Signature) bool {
	for r := range sig.Results().Variables() {
		if ssax.IsNamed(r.Type(), "net/http", "Response") {
			return false
		}
	}
	for p := range sig.Params().Variables() {
		if x.IsServed(p.Type()) {
			return true
		}
	}
	return false
}

// offers reports whether other packages may call fn. An exported method may be
// called through an interface, also where its type is not exported.
func (x *values) offers(fn *ssa.Function) bool {
	exported := fn.Object() == nil || fn.Object().Exported()
	return exported && (x.Pass.Pkg.Name() != "main" || fn.Signature.Recv() != nil)
}

// callSites returns where the functions of the package are called, and those
// that are used other than by a call.
func (x *values) callSites() (sites map[*ssa.Function][]ssa.CallInstruction, taken map[*ssa.Function]bool) {
	sites = make(map[*ssa.Function][]ssa.CallInstruction)
	taken = make(map[*ssa.Function]bool)
	funcs := x.Funcs
	if init := x.Pkg.Func("init"); init != nil {
		funcs = append([]*ssa.Function{init}, funcs...) // sets package variables
	}
	for _, fn := range funcs {
		if x.InTest(fn) {
			continue // what is known must not depend on whether tests are loaded
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, isCall := instr.(ssa.CallInstruction)
				if isCall {
					for _, callee := range x.Callees(call.Common()) {
						sites[callee] = append(sites[callee], call)
					}
				}
				var space [8]*ssa.Value
				for _, op := range instr.Operands(space[:0]) {
					used, isFunc := (*op).(*ssa.Function)
					if isFunc && !(isCall && op == &call.Common().Value) {
						taken[x.Declaration(used)] = true
					}
				}
			}
		}
	}
	return sites, taken
}

// contextParam returns the index of a function's first parameter that is a
// context, or -1.
func contextParam(fn *ssa.Function) int {
	for i, p := range ssax.Params(fn) {
		if ssax.IsContext(p.Type()) {
			return i
		}
	}
	return -1
}

// whoseValue returns whose context a value is, or is made of.
func (x *Index) whoseValue(v ssa.Value, depth int) Whose {
	v = ssax.Unwrap(v)
	switch {
	case v == nil || depth > 8:
		return Anybodys
	case x.IsDetached(v):
		return Nobodys
	}
	switch v := v.(type) {
	case *ssa.Parameter:
		fn := v.Parent()
		switch {
		case x.IsServed(v.Type()) && x.servesOneRequest(fn.Signature), x.isRPC(fn.Syntax()):
			return ARequests
		case fn.Parent() == nil && contextParam(fn) >= 0 && ssax.Params(fn)[contextParam(fn)] == v:
			return x.givens[fn]
		}
	case *ssa.FreeVar:
		return x.whoseValue(ssax.Binding(v), depth+1)
	case *ssa.Phi:
		return x.whoseAll(v.Edges, depth)
	case *ssa.Alloc:
		return x.whoseAll(ssax.StoredIn(v), depth)
	case *ssa.Extract:
		return x.whoseValue(v.Tuple, depth+1)
	case *ssa.UnOp:
		if v.Op != token.MUL {
			return Anybodys
		}
		switch addr := v.X.(type) {
		case *ssa.FieldAddr:
			if field := ssax.FieldOf(addr); field != nil && x.setToServed(field) {
				return ARequests
			}
		case *ssa.Alloc, *ssa.FreeVar:
			return x.whoseValue(addr, depth+1)
		}
	case *ssa.Call:
		if recv := ssax.Receiver(&v.Call); recv != nil && x.IsRequest(recv.Type()) {
			return x.whoseValue(recv, depth+1)
		}
		for _, arg := range ssax.Args(&v.Call) {
			if x.IsRequest(arg.Type()) {
				return x.whoseValue(arg, depth+1)
			}
		}
	}
	return Anybodys
}

// whoseAll returns whose context any of the values is.
func (x *Index) whoseAll(values []ssa.Value, depth int) Whose {
	result := NotSeen
	for _, v := range values {
		result = result.with(x.whoseValue(v, depth+1))
	}
	return result
}

// IsEntry reports whether fn handles a request, a call or a message, by what it is.
func (x *Index) IsEntry(fn *ssa.Function) bool { return x.calledFor(fn) == ARequests }
