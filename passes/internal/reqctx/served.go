package reqctx

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// requestOf is [known.RequestOf], with the streams that methods of gRPC's
// services are given in place of a context.
func (x *values) requestOf(t types.Type) (known.Request, bool) {
	if r, ok := known.RequestOf(t); ok {
		return r, true
	}
	if x.any && ssax.IsNamed(t, "github.com/spf13/cobra", "Command") {
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
		if !ok || name == "Context" && (m.Signature().Results().Len() != 1 || !ssax.IsContext(m.Signature().Results().At(0).Type())) {
			return false
		}
	}
	return true
}

// IsRequest reports whether t is a type whose values stand for a request.
func (x *values) IsRequest(t types.Type) bool {
	return ssax.IsContext(t) || x.IsServed(t)
}

// IsServed reports whether t is the type of a request itself.
func (x *values) IsServed(t types.Type) bool {
	_, ok := x.requestOf(t)
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
	return makesRequest(known.KeyOf(ssax.CalleeObject(&call.Call)))
}

// makesRequest reports whether a function makes a request to be sent.
func makesRequest(k known.Key) bool {
	return k.Pkg == "net/http" && (k.Name == "NewRequest" || k.Name == "NewRequestWithContext")
}

// isSent reports whether t is the type of what a client has sent: a request, or
// what is handed to the handler in place of one.
func (x *values) isSent(t types.Type) bool { return x.IsServed(t) || known.IsSent(t) }
