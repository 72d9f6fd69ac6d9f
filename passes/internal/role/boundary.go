// Package role says what a function is for, as far as it bears on its errors: whether
// one can travel further than the function, or ends in it.
package role

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/reqctx"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// A Boundary says why an error cannot travel further than a function.
type Boundary uint8

const (
	NoBoundary  Boundary = iota
	InMain               // main or init
	InGoroutine          // the body of a goroutine
	InDeferred           // a deferred literal
	InCallback           // a literal without an error result, handed to a call; or what handles a message
	InHandler            // a handler of requests
)

// BoundaryOf returns which boundary fn is.
func BoundaryOf(reqs *reqctx.Index, fn *ssa.Function) Boundary {
	if ssax.IsRangeFuncBody(fn) {
		return NoBoundary
	}
	if len(ssax.ErrorResults(fn.Signature)) > 0 {
		return NoBoundary
	}
	if isHandler(reqs, fn.Signature) {
		return InHandler
	}
	if fn.Parent() == nil {
		if fn.Pkg != nil && fn.Pkg.Pkg.Name() == "main" && fn.Name() == "main" && fn.Signature.Recv() == nil {
			return InMain
		}
		if IsInit(fn) {
			return InMain
		}
		return ofMessage(fn.Signature)
	}
	if b := literalBoundary(fn); b != NoBoundary {
		return b
	}
	return ofMessage(fn.Signature)
}

// ofMessage returns that a function is a callback if its one parameter is a
// message that is handed to such functions alone. Where it is put does not
// matter: a method value, say, is handed to the library elsewhere.
func ofMessage(sig *types.Signature) Boundary {
	if sig.Params().Len() == 1 && sig.Results().Len() == 0 && known.IsMessage(sig.Params().At(0).Type()) {
		return InCallback
	}
	return NoBoundary
}

// IsInit reports whether fn is an init function, which go/ssa numbers.
func IsInit(fn *ssa.Function) bool {
	return fn.Signature.Recv() == nil && strings.HasPrefix(fn.Name(), "init#")
}

// literalBoundary returns how a function literal is used.
func literalBoundary(fn *ssa.Function) Boundary {
	result := NoBoundary
	for _, b := range fn.Parent().Blocks {
		for _, instr := range b.Instrs {
			if store, ok := instr.(*ssa.Store); ok && ssax.Literal(store.Val) == fn && ofAnotherPackage(fn, store.Addr) {
				result = InCallback
			}
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			common := call.Common()
			if ssax.Literal(common.Value) == fn {
				switch call.(type) {
				case *ssa.Go:
					return InGoroutine
				case *ssa.Defer:
					return InDeferred
				}
			}
			for _, arg := range common.Args {
				if ssax.Literal(arg) != fn {
					continue
				}
				if effect, ok := program.EffectOf(common); ok && effect.Role == known.Spawns {
					return InGoroutine
				}
				result = InCallback
			}
		}
	}
	return result
}

// ofAnotherPackage reports whether addr is that of a field or variable that
// another package than that of fn declares: whoever calls what is put there
// is not of this package.
func ofAnotherPackage(fn *ssa.Function, addr ssa.Value) bool {
	v := ssax.DeclaredVar(addr)
	return v != nil && fn.Pkg != nil && v.Pkg() != fn.Pkg.Pkg
}

// isHandler reports whether a signature is that of a handler of requests:
// nothing is returned, and a request is given, with what to answer it with.
func isHandler(reqs *reqctx.Index, sig *types.Signature) bool {
	if sig.Results().Len() > 0 {
		return false
	}
	response, request := false, false
	for i := range sig.Params().Len() {
		t := sig.Params().At(i).Type()
		response = response || reqctx.IsResponse(t)
		request = request || reqs.IsServed(t)
	}
	return response && request
}
