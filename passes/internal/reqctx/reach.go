package reqctx

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// A Reach is a context of the request that is in lexical reach.
type Reach struct {
	defect.Context       // the zero value if there is none
	Request        bool  // a request itself is in reach
	Whose          Whose // of a variable that holds a context
}

// At returns the request context in lexical reach at pos: the
// innermost variable that holds one, under the name that it really has there.
// A context is preferred to a request that one can be had from, and either to
// one in a struct.
func (x *Index) At(pos token.Pos) (Reach, bool) {
	var found Reach
	var request defect.Context
	x.visible(pos, func(v *types.Var) bool {
		served, isRequest := x.requestOf(v.Type())
		switch {
		case !isRequest && !ssax.IsContext(v.Type()), !x.ofRequest(v), isRequest && x.isSentOn(v):
		case isRequest:
			found.Request = true
			request = cmp.Or(request, defect.Context{Var: v, Get: served.Context})
		default:
			found.Request = found.Request || x.servesRPC(v)
			if found.Var == nil {
				found.Context, found.Whose = defect.Context{Var: v}, x.whoseVar(v, 0)
			}
		}
		return true
	})
	found.Context = cmp.Or(found.Context, request)
	if found.Var != nil {
		return found, true
	}
	x.visible(pos, func(v *types.Var) bool {
		var ok bool
		found, ok = x.fieldContext(v)
		return !ok
	})
	return found, found.Var != nil
}

// isSentOn reports whether a variable holds a request that is made to be sent, whatever its context
// is of: who sent the one that is served is not in it.
func (x *Index) isSentOn(v *types.Var) bool {
	call, ok := ast.Unparen(x.defs()[v].rhs).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn, ok := typeutil.Callee(x.Pass.TypesInfo, call).(*types.Func)
	return ok && makesRequest(known.KeyOf(fn))
}

// visible calls f for each local variable that can be named at pos, the
// innermost scope first.
func (x *values) visible(pos token.Pos, f func(*types.Var) bool) {
	file := x.fileOf(pos)
	if file == nil {
		return
	}
	scope := x.Pass.TypesInfo.Scopes[file]
	if scope == nil {
		return
	}
	top := scope.Innermost(pos)
	for s := top; s != nil && s != scope && s != x.Pass.Pkg.Scope(); s = s.Parent() {
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
func (x *Index) ofRequest(v *types.Var) bool {
	if known, ok := x.requests[v]; ok {
		return known
	}
	x.requests[v] = false
	x.requests[v] = x.ofRequestAsk(v)
	return x.requests[v]
}

func (x *Index) ofRequestAsk(v *types.Var) bool {
	def, ok := x.defs()[v]
	if !ok {
		return false
	}
	if x.any {
		return def.param && !def.outgoing || !def.param && !x.beginsContext(def.rhs)
	}
	if def.param {
		if def.fn == nil {
			return false
		}
		if x.IsServed(v.Type()) {
			return !def.outgoing
		}
		return !x.startup()[def.decl]
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
		if w, ok := x.Pass.TypesInfo.Uses[id].(*types.Var); ok && w != v && x.IsRequest(w.Type()) {
			if w.IsField() {
				from = x.setToServed(w)
			} else {
				from = x.ofRequest(w)
			}
		}
		return !from
	})
	return from
}

// fileOf returns the file that pos lies in.
func (x *values) fileOf(pos token.Pos) *ast.File {
	for _, f := range x.Pass.Files {
		if f.FileStart <= pos && pos < f.FileEnd {
			return f
		}
	}
	return nil
}
