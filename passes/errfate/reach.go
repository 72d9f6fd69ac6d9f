package errfate

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
)

// A requestContext is a context of the request that is in lexical reach.
type requestContext struct {
	Context       // the zero value if there is none
	request bool  // a request itself is in reach
	whose   whose // of a variable that holds a context
}

// contextAt returns the request context in lexical reach at pos: the
// innermost variable that holds one, under the name that it really has there.
// A context is preferred to a request that one can be had from, and either to
// one in a struct.
func (e *engine) contextAt(pos token.Pos) (requestContext, bool) {
	var found requestContext
	var request Context
	e.visible(pos, func(v *types.Var) bool {
		served, isRequest := requestOf(v.Type())
		switch {
		case !isRequest && !isContext(v.Type()), !e.ofRequest(v):
		case isRequest:
			found.request = true
			request = cmp.Or(request, Context{v, served.Context})
		default:
			found.request = found.request || e.servesRPC(v)
			if found.Var == nil {
				found.Context, found.whose = Context{Var: v}, e.whoseVar(v, 0)
			}
		}
		return true
	})
	found.Context = cmp.Or(found.Context, request)
	if found.Var != nil {
		return found, true
	}
	e.visible(pos, func(v *types.Var) bool {
		var ok bool
		found, ok = e.fieldContext(v)
		return !ok
	})
	return found, found.Var != nil
}

// visible calls f for each local variable that can be named at pos, the
// innermost scope first.
func (e *engine) visible(pos token.Pos, f func(*types.Var) bool) {
	file := e.src.File(pos)
	if file == nil {
		return
	}
	scope := e.Pass.TypesInfo.Scopes[file]
	if scope == nil {
		return
	}
	top := scope.Innermost(pos)
	for s := top; s != nil && s != scope && s != e.Pass.Pkg.Scope(); s = s.Parent() {
		for _, name := range s.Names() {
			v, ok := s.Lookup(name).(*types.Var)
			if !ok || name == "_" || v.Pos() >= pos {
				continue
			}
			if _, obj := top.LookupParent(name, pos); obj != v {
				continue // shadowed
			}
			if !f(v) {
				return
			}
		}
	}
}

// ofRequest reports whether a variable that is a context or a request comes
// from a request: a parameter of code that is not start-up, or made from one. Each
// variable has one definition, which names others that are declared before it, so that
// the way back has an end, and the answer does not depend on where it was begun.
func (e *engine) ofRequest(v *types.Var) bool {
	if known, ok := e.requests[v]; ok {
		return known
	}
	e.requests[v] = false
	e.requests[v] = e.ofRequestAsk(v)
	return e.requests[v]
}

func (e *engine) ofRequestAsk(v *types.Var) bool {
	def, ok := e.defs()[v]
	if !ok {
		return false
	}
	if options.reach == OfAny {
		return def.param && !def.outgoing || !def.param && !e.beginsContext(def.rhs)
	}
	if def.param {
		if def.fn == nil {
			return false
		}
		if isServed(v.Type()) {
			return !def.outgoing
		}
		return !e.startup()[def.decl]
	}
	// A local: it is made from one that is.
	from := false
	ast.Inspect(def.rhs, func(n ast.Node) bool {
		if _, isLit := n.(*ast.FuncLit); isLit {
			return false
		}
		id, ok := n.(*ast.Ident)
		if !ok || from {
			return !from
		}
		if w, ok := e.Pass.TypesInfo.Uses[id].(*types.Var); ok && w != v && isRequestType(w.Type()) {
			if w.IsField() {
				from = e.setToServed(w)
			} else {
				from = e.ofRequest(w)
			}
		}
		return !from
	})
	return from
}
