package errfate

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// A requestContext is a context of the request that is in lexical reach.
type requestContext struct {
	expr    string // how to write it there: ctx, r.Context()
	request bool   // a request itself is in reach
	whose   whose  // of a variable that holds a context
}

// contextAt returns the request context in lexical reach at pos: the
// innermost variable that holds one, under the name that it really has there.
// A context is preferred to a request that one can be had from, and either to
// one in a struct.
func (e *engine) contextAt(c inspector.Cursor, pos token.Pos) (requestContext, bool) {
	var found requestContext
	var request string
	e.visible(c, pos, func(v *types.Var) bool {
		served, isRequest := requestOf(v.Type())
		switch {
		case !isRequest && !isContext(v.Type()), !e.ofRequest(v):
		case isRequest:
			found.request = true
			request = cmp.Or(request, v.Name()+served.Context)
		default:
			found.request = found.request || e.servesRPC(v)
			if found.expr == "" {
				found.expr, found.whose = v.Name(), e.whoseVar(v, 0)
			}
		}
		return true
	})
	found.expr = cmp.Or(found.expr, request)
	if found.expr != "" {
		return found, true
	}
	e.visible(c, pos, func(v *types.Var) bool {
		var ok bool
		found, ok = e.fieldContext(v)
		return !ok
	})
	return found, found.expr != ""
}

// visible calls f for each local variable that can be named at pos, the
// innermost scope first.
func (e *engine) visible(c inspector.Cursor, pos token.Pos, f func(*types.Var) bool) {
	file := e.src.File(pos)
	if file == nil {
		return
	}
	scope := e.pass.TypesInfo.Scopes[file]
	if scope == nil {
		return
	}
	top := scope.Innermost(pos)
	for s := top; s != nil && s != scope && s != e.pass.Pkg.Scope(); s = s.Parent() {
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
		if w, ok := e.pass.TypesInfo.Uses[id].(*types.Var); ok && w != v && isRequestType(w.Type()) {
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

// beginsContext reports whether an expression is a context of nobody's: a call
// that is given nothing to make one of.
func (e *engine) beginsContext(rhs ast.Expr) bool {
	call, ok := ast.Unparen(rhs).(*ast.CallExpr)
	if !ok || len(call.Args) > 0 {
		return false
	}
	sig, ok := e.pass.TypesInfo.TypeOf(call.Fun).(*types.Signature)
	if !ok {
		return false
	}
	// A method without arguments may give the context that its receiver has.
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	return !(ok && e.pass.TypesInfo.Selections[sel] != nil) && sig.Params().Len() == 0
}

// A definition is where a context or request variable gets its value.
type definition struct {
	param    bool
	outgoing bool          // a request that is sent, not served
	fn       ast.Node      // the function that has the parameter
	decl     *ast.FuncDecl // the declaration that it stands in
	rhs      ast.Expr      // what a local is set to
}

// defs returns the definitions of the package's variables that are contexts
// or requests.
func (e *engine) defs() map[*types.Var]definition {
	if e.definitions != nil {
		return e.definitions
	}
	e.definitions = make(map[*types.Var]definition)
	for _, file := range e.pass.Files {
		for _, d := range file.Decls {
			decl, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			ast.Inspect(decl, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.FuncDecl:
					e.defineParams(n, n.Type, decl)
				case *ast.FuncLit:
					e.defineParams(n, n.Type, decl)
				case *ast.AssignStmt:
					for i, lhs := range n.Lhs {
						rhs := n.Rhs[0]
						if len(n.Rhs) == len(n.Lhs) {
							rhs = n.Rhs[i]
						}
						e.define(lhs, rhs, decl)
					}
				case *ast.ValueSpec:
					for i, name := range n.Names {
						if len(n.Values) > 0 {
							e.define(name, n.Values[min(i, len(n.Values)-1)], decl)
						}
					}
				}
				return true
			})
		}
	}
	return e.definitions
}

func (e *engine) define(lhs, rhs ast.Expr, decl *ast.FuncDecl) {
	id, ok := lhs.(*ast.Ident)
	if !ok {
		return
	}
	v, ok := e.pass.TypesInfo.Defs[id].(*types.Var)
	if ok && isRequestType(v.Type()) {
		e.definitions[v] = definition{rhs: rhs, decl: decl}
	}
}

func (e *engine) defineParams(fn ast.Node, typ *ast.FuncType, decl *ast.FuncDecl) {
	// A function that is given a request and gives a response sends it.
	outgoing := false
	if typ.Results != nil {
		for _, r := range typ.Results.List {
			if tv, ok := e.pass.TypesInfo.Types[r.Type]; ok && ssax.IsNamed(tv.Type, "net/http", "Response") {
				outgoing = true
			}
		}
	}
	for _, field := range typ.Params.List {
		for _, name := range field.Names {
			if v, ok := e.pass.TypesInfo.Defs[name].(*types.Var); ok {
				if isRequestType(v.Type()) {
					e.definitions[v] = definition{param: true, outgoing: outgoing, fn: fn, decl: decl}
				}
			}
		}
	}
}

// A taint tells which values of a function are made from the request.
type taint struct {
	e    *engine
	seen map[ssa.Value]bool
	root func(types.Type) bool // the types that stand for the request
	sent bool                  // only what the client sent, not what was fetched for it
}

// fromRequest reports whether a value is data of the request: it is the
// request or its context, or made from it. An error is none, unless data of
// the request was wrapped into it.
func (e *engine) fromRequest(v ssa.Value) bool {
	t := &taint{e: e, seen: make(map[ssa.Value]bool), root: isRequestType}
	return t.value(v)
}

// fromClient reports whether a value is a request itself, or made from what
// the client sent with one.
func (e *engine) fromClient(v ssa.Value) bool {
	t := &taint{e: e, seen: make(map[ssa.Value]bool), sent: true, root: isSent}
	return t.value(v)
}

// isSent reports whether t is the type of what a client has sent: a request, or
// what is handed to the handler in place of one.
func isSent(t types.Type) bool { return isServed(t) || known.IsSent(t) }

func (t *taint) value(v ssa.Value) bool {
	if v == nil || t.seen[v] {
		return false
	}
	t.seen[v] = true
	if t.root(v.Type()) && !isOutgoing(v) {
		return !t.e.isDetached(v)
	}
	switch v := v.(type) {
	case *ssa.Parameter:
		// What a service's method is given is what the client sent.
		fn := v.Parent()
		return t.e.isRPC(fn.Syntax()) && (fn.Signature.Recv() == nil || v != fn.Params[0])
	case *ssa.Const, *ssa.Global, *ssa.Function, *ssa.Builtin:
		return false
	case *ssa.FreeVar:
		return t.value(ssax.Binding(v))
	case *ssa.Alloc:
		for _, ref := range referrers(v) {
			if t.stores(ref, v) {
				return true
			}
		}
		return false
	case *ssa.MakeMap:
		for _, ref := range referrers(v) {
			if update, ok := ref.(*ssa.MapUpdate); ok && t.value(update.Value) {
				return true
			}
		}
		return false
	case *ssa.Extract:
		if ssax.IsError(v.Type()) {
			return false
		}
	case *ssa.Call:
		if t.sent && t.fetches(&v.Call) {
			return false
		}
		if ssax.IsError(v.Type()) {
			if _, ok := t.e.effect(&v.Call); !ok {
				return false
			}
		}
	}
	instr, ok := v.(ssa.Instruction)
	if !ok {
		return false
	}
	var space [8]*ssa.Value
	for _, op := range instr.Operands(space[:0]) {
		if t.value(*op) {
			return true
		}
	}
	return false
}

// fetches reports whether a call gets its results from elsewhere, whatever it
// is asked with.
func (t *taint) fetches(call *ssa.CallCommon) bool {
	if len(ssax.ErrorResults(call.Signature())) == 0 {
		return false
	}
	obj := ssax.CalleeObject(call)
	switch {
	case obj == nil || readFrom(obj, call) != nil:
		return false
	case known.ClassOf(obj) != known.Unknown:
		if k := known.KeyOf(obj); k.Pkg == "net/http" && k.Recv == "Request" || k.Pkg == "mime/multipart" {
			return false // a part of the body
		}
		return known.ClassOf(obj) == known.Environment
	}
	return takesContext(call.Signature())
}

// stores reports whether an instruction puts data of the request into what
// addr points to.
func (t *taint) stores(instr ssa.Instruction, addr ssa.Value) bool {
	switch instr := instr.(type) {
	case *ssa.Store:
		return instr.Addr == addr && t.value(instr.Val)
	case *ssa.FieldAddr:
		for _, ref := range referrers(instr) {
			if t.stores(ref, instr) {
				return true
			}
		}
	case *ssa.IndexAddr:
		for _, ref := range referrers(instr) {
			if t.stores(ref, instr) {
				return true
			}
		}
	case *ssa.MakeInterface:
		// json.NewDecoder(r.Body).Decode(&v) fills v from the request.
		for _, ref := range referrers(instr) {
			if call, ok := ref.(*ssa.Call); ok && t.fills(call, instr) {
				return true
			}
		}
	case *ssa.Call:
		return t.fills(instr, addr)
	}
	return false
}

// fills reports whether a call that is given a pointer also gets data of the
// request, from which it may fill what the pointer points to.
func (t *taint) fills(call *ssa.Call, ptr ssa.Value) bool {
	if call.Call.IsInvoke() && t.value(call.Call.Value) {
		return true
	}
	for _, arg := range call.Call.Args {
		if arg != ptr && t.value(arg) {
			return true
		}
	}
	return false
}

// requestOf is [known.RequestOf], with the streams that methods of gRPC's
// services are given in place of a context.
func requestOf(t types.Type) (known.Request, bool) {
	if r, ok := known.RequestOf(t); ok {
		return r, true
	}
	if options.reach == OfAny && ssax.IsNamed(t, "github.com/spf13/cobra", "Command") {
		return known.Request{Context: ".Context()"}, true
	}
	return known.Request{Context: ".Context()"}, isServerStream(t)
}

// isServerStream reports whether t is the server's end of a gRPC stream: every
// generated type of one has these methods, and no client's end has them all.
func isServerStream(t types.Type) bool {
	if !types.IsInterface(t) {
		return false
	}
	for _, name := range []string{"Context", "SendMsg", "RecvMsg", "SetTrailer"} {
		obj, _, _ := types.LookupFieldOrMethod(t, false, nil, name)
		m, ok := obj.(*types.Func)
		if !ok || name == "Context" && (m.Signature().Results().Len() != 1 || !isContext(m.Signature().Results().At(0).Type())) {
			return false
		}
	}
	return true
}

// isRequestType reports whether t is a type whose values stand for a request.
func isRequestType(t types.Type) bool {
	return isContext(t) || isServed(t)
}

// isServed reports whether t is the type of a request itself.
func isServed(t types.Type) bool {
	_, ok := requestOf(t)
	return ok
}

// isOutgoing reports whether a request is one that is sent, not served.
func isOutgoing(v ssa.Value) bool {
	x, ok := v.(*ssa.Extract)
	if !ok {
		return false
	}
	call, ok := x.Tuple.(*ssa.Call)
	if !ok {
		return false
	}
	k := known.KeyOf(ssax.CalleeObject(&call.Call))
	return k.Pkg == "net/http" && (k.Name == "NewRequest" || k.Name == "NewRequestWithContext")
}
