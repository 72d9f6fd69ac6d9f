package reqctx

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// Handlers of services are given no request, but a context and what the client
// sent. What tells them from other functions is the type that they belong to,
// the type of what they are given, or who is handed them.

// servesRPC reports whether a context is that of a handler of a service.
func (x *Index) servesRPC(ctx *types.Var) bool {
	def := x.defs()[ctx]
	return def.param && x.isRPC(def.fn)
}

// isRPC reports whether a function, declared or literal, handles the requests
// of a service.
func (x *values) isRPC(fn ast.Node) bool {
	var sig *types.Signature
	switch fn := fn.(type) {
	case *ast.FuncDecl:
		obj, ok := x.Pass.TypesInfo.Defs[fn.Name].(*types.Func)
		if !ok {
			return false
		}
		if isServiceMethod(obj) {
			return true
		}
		sig = obj.Signature()
	case *ast.FuncLit:
		sig, _ = x.Pass.TypesInfo.TypeOf(fn).(*types.Signature)
	}
	return sig != nil && (ssax.TakesContext(sig) && takesMessage(sig) || x.registered()[fn])
}

// isServiceMethod reports whether obj is a method of a service: its receiver
// embeds what gRPC's or connect's generator makes for the methods that a
// server lacks.
func isServiceMethod(obj *types.Func) bool { return serviceOf(obj) != "" }

// serviceOf returns how the name ends of what was made for the service of a method: gRPC
// makes a Server, connect a Handler; "" if it is no method of a service.
func serviceOf(obj *types.Func) string {
	if obj.Signature().Recv() == nil || !obj.Exported() {
		return ""
	}
	t := obj.Signature().Recv().Type()
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return ""
	}
	for field := range s.Fields() {
		for _, made := range []string{"Server", "Handler"} {
			if field.Embedded() && strings.HasPrefix(field.Name(), "Unimplemented") && strings.HasSuffix(field.Name(), made) {
				return made
			}
		}
	}
	return ""
}

// Protocol returns what the requests come by that fn, or a function around it, handles or
// stands before.
func (x *values) Protocol(fn *ssa.Function) defect.Protocol {
	for ; fn != nil; fn = fn.Parent() {
		if p := x.protocolOf(fn); p != defect.AnyProtocol {
			return p
		}
	}
	return defect.AnyProtocol
}

// Serves reports whether fn, or a function around it, handles requests or stands before what
// does, and what they come by.
func (x *values) Serves(fn *ssa.Function) (defect.Protocol, bool) {
	p := x.Protocol(fn)
	for ; p == defect.AnyProtocol && fn != nil; fn = fn.Parent() {
		if x.isRPC(fn.Syntax()) {
			return p, true
		}
	}
	return p, p != defect.AnyProtocol
}

// protocolOf is [values.Protocol] of a function by itself.
func (x *values) protocolOf(fn *ssa.Function) defect.Protocol {
	if known.Works(fn.Signature) {
		return defect.Reconciling
	}
	for r := range fn.Signature.Results().Variables() {
		if ssax.IsNamed(r.Type(), "net/http", "Response") {
			return defect.AnyProtocol // it sends one
		}
	}
	for p := range fn.Signature.Params().Variables() {
		switch pkg := known.NextOf(p.Type()); {
		case pkg == "google.golang.org/grpc", isServerStream(p.Type()):
			return defect.GRPC
		case pkg != "", known.IsCalledWith(p.Type()):
			return defect.Connect
		case x.IsServed(p.Type()):
			return defect.HTTP
		}
	}
	if obj, ok := fn.Object().(*types.Func); ok && obj != nil && obj.Signature().Recv() != nil {
		switch serviceOf(obj) {
		case "Server":
			return defect.GRPC
		case "Handler":
			return defect.Connect
		}
	}
	return defect.AnyProtocol
}

// takesMessage reports whether a function is given what a client has called a
// method with.
func takesMessage(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		if known.IsCalledWith(p.Type()) {
			return true
		}
	}
	return false
}

// registered returns the functions that are handed to a framework which calls
// them for each request.
func (x *values) registered() map[ast.Node]bool {
	if x.handlers != nil {
		return x.handlers
	}
	x.handlers = make(map[ast.Node]bool)
	for _, fn := range x.Funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok || !known.Registers(ssax.CalleeObject(call.Common())) {
					continue
				}
				args := ssax.Args(call.Common())
				for _, arg := range args {
					// Start(logged(handle)): what stands before it is made of it.
					if wrap, ok := ssax.Unwrap(arg).(*ssa.Call); ok {
						args = append(slices.Clip(args), ssax.Args(&wrap.Call)...)
					}
				}
				for _, arg := range args {
					if handler := ssax.Literal(arg); handler != nil {
						x.handlers[x.Declaration(handler).Syntax()] = true
					}
				}
			}
		}
	}
	return x.handlers
}
