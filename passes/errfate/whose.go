package errfate

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

// A whose says whose contexts a function is given.
type whose uint8

const (
	notSeen   whose = iota // no call has been seen, so far
	aRequests              // that of a request, or of another piece of work
	nobodys                // detached, or that of the program
	anybodys               // it cannot be told
)

// with returns what is known of a function that is given both.
func (w whose) with(other whose) whose {
	switch {
	case w == notSeen:
		return other
	case other == notSeen || other == w:
		return w
	}
	return anybodys
}

// whoseVar returns whose context a variable holds.
func (e *engine) whoseVar(v *types.Var, depth int) whose {
	def, ok := e.defs()[v]
	if !ok || depth > 8 {
		return anybodys
	}
	if def.param {
		decl, ok := def.fn.(*ast.FuncDecl)
		if !ok {
			return anybodys
		}
		obj, _ := e.Pass.TypesInfo.Defs[decl.Name].(*types.Func)
		fn := e.Pkg.Prog.FuncValue(obj)
		if fn == nil || contextParam(fn) < 0 || ssax.Params(fn)[contextParam(fn)].Object() != v {
			return anybodys
		}
		return e.givenTo(fn)
	}
	result := notSeen
	ast.Inspect(def.rhs, func(n ast.Node) bool {
		if _, isLit := n.(*ast.FuncLit); isLit {
			return false
		}
		if id, ok := n.(*ast.Ident); ok {
			if w, ok := e.Pass.TypesInfo.Uses[id].(*types.Var); ok && w != v && isRequestType(w.Type()) {
				result = result.with(e.whoseVar(w, depth+1))
			}
		}
		return true
	})
	return result
}

// givenTo returns whose contexts a declared function is given.
func (e *engine) givenTo(fn *ssa.Function) whose {
	if e.givens == nil {
		e.solveGivens()
	}
	if w := e.givens[fn]; w != notSeen {
		return w
	}
	return anybodys
}

// solveGivens works out what each function of the package is given, from
// callers to callees until nothing changes.
func (e *engine) solveGivens() {
	e.givens = make(map[*ssa.Function]whose)
	sites, taken := e.callSites()
	for round, changed := 0, true; changed && round < maxRounds; round++ {
		changed = false
		for _, fn := range e.Funcs {
			i := contextParam(fn)
			if i < 0 || fn.Parent() != nil || e.givens[fn] == anybodys {
				continue
			}
			w := e.calledFor(fn)
			if w == notSeen && (taken[fn] || e.offers(fn)) {
				w = anybodys
			}
			if w == notSeen {
				for _, site := range sites[fn] {
					if args := ssax.Args(site.Common()); i < len(args) {
						w = w.with(e.whoseValue(args[i], 0))
					}
				}
			}
			if w != e.givens[fn] {
				e.givens[fn] = w
				changed = true
			}
		}
		if changed && round == maxRounds-1 {
			clear(e.givens) // a caller more may still have its say
		}
	}
}

// calledFor returns whose context a function is given by what it is: a handler
// of requests or a reconciler, start-up, or what is told of whatever happens.
func (e *engine) calledFor(fn *ssa.Function) whose {
	decl, _ := fn.Syntax().(*ast.FuncDecl)
	switch {
	case e.isRPC(fn.Syntax()), known.Works(fn.Signature), servesOneRequest(fn.Signature):
		return aRequests
	case e.startup()[decl], known.IsTold(fn.Signature):
		return nobodys
	}
	return notSeen
}

// servesOneRequest reports whether a function is given a request, and not to
// send it.
func servesOneRequest(sig *types.Signature) bool {
	for r := range sig.Results().Variables() {
		if ssax.IsNamed(r.Type(), "net/http", "Response") {
			return false
		}
	}
	for p := range sig.Params().Variables() {
		if isServed(p.Type()) {
			return true
		}
	}
	return false
}

// offers reports whether other packages may call fn. An exported method may be
// called through an interface, also where its type is not exported.
func (e *engine) offers(fn *ssa.Function) bool {
	exported := fn.Object() == nil || fn.Object().Exported()
	return exported && (e.Pass.Pkg.Name() != "main" || fn.Signature.Recv() != nil)
}

// callSites returns where the functions of the package are called, and those
// that are used other than by a call.
func (e *engine) callSites() (sites map[*ssa.Function][]ssa.CallInstruction, taken map[*ssa.Function]bool) {
	sites = make(map[*ssa.Function][]ssa.CallInstruction)
	taken = make(map[*ssa.Function]bool)
	funcs := e.Funcs
	if init := e.Pkg.Func("init"); init != nil {
		funcs = append([]*ssa.Function{init}, funcs...) // sets package variables
	}
	for _, fn := range funcs {
		if e.InTest(fn) {
			continue // what is known must not depend on whether tests are loaded
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, isCall := instr.(ssa.CallInstruction)
				if isCall {
					for _, callee := range e.Callees(call.Common()) {
						sites[callee] = append(sites[callee], call)
					}
				}
				var space [8]*ssa.Value
				for _, op := range instr.Operands(space[:0]) {
					used, isFunc := (*op).(*ssa.Function)
					if isFunc && !(isCall && op == &call.Common().Value) {
						taken[e.Declaration(used)] = true
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
		if isContext(p.Type()) {
			return i
		}
	}
	return -1
}

// whoseValue returns whose context a value is, or is made of.
func (e *engine) whoseValue(v ssa.Value, depth int) whose {
	v = ssax.Unwrap(v)
	switch {
	case v == nil || depth > 8:
		return anybodys
	case e.isDetached(v):
		return nobodys
	}
	switch v := v.(type) {
	case *ssa.Parameter:
		fn := v.Parent()
		switch {
		case isServed(v.Type()) && servesOneRequest(fn.Signature), e.isRPC(fn.Syntax()):
			return aRequests
		case fn.Parent() == nil && contextParam(fn) >= 0 && ssax.Params(fn)[contextParam(fn)] == v:
			return e.givens[fn]
		}
	case *ssa.FreeVar:
		return e.whoseValue(ssax.Binding(v), depth+1)
	case *ssa.Phi:
		return e.whoseAll(v.Edges, depth)
	case *ssa.Alloc:
		return e.whoseAll(storedIn(v), depth)
	case *ssa.Extract:
		return e.whoseValue(v.Tuple, depth+1)
	case *ssa.UnOp:
		if v.Op != token.MUL {
			return anybodys
		}
		switch addr := v.X.(type) {
		case *ssa.FieldAddr:
			if field := fieldOf(addr); field != nil && e.setToServed(field) {
				return aRequests
			}
		case *ssa.Alloc, *ssa.FreeVar:
			return e.whoseValue(addr, depth+1)
		}
	case *ssa.Call:
		if recv := ssax.Receiver(&v.Call); recv != nil && isRequestType(recv.Type()) {
			return e.whoseValue(recv, depth+1)
		}
		for _, arg := range ssax.Args(&v.Call) {
			if isRequestType(arg.Type()) {
				return e.whoseValue(arg, depth+1)
			}
		}
	}
	return anybodys
}

// whoseAll returns whose context any of the values is.
func (e *engine) whoseAll(values []ssa.Value, depth int) whose {
	result := notSeen
	for _, v := range values {
		result = result.with(e.whoseValue(v, depth+1))
	}
	return result
}
