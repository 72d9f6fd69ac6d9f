package reqctx

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// TakesServed reports whether a signature has a parameter that stands for the
// request that is served: what handles one reaches for what it needs.
func (x *values) TakesServed(sig *types.Signature) bool {
	for i := range sig.Params().Len() {
		if x.IsServed(sig.Params().At(i).Type()) {
			return true
		}
	}
	return false
}

// IsResponse reports whether t has the method that sets the status of an HTTP
// response, or is what a framework answers with.
func IsResponse(t types.Type) bool {
	if r, ok := known.RequestOf(t); ok && r.Answers {
		return true
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "WriteHeader")
	fn, ok := obj.(*types.Func)
	return ok && fn.Signature().Params().Len() == 1 && fn.Signature().Results().Len() == 0
}

// HasResponse reports whether fn is given a client's response: as a parameter,
// or, if it is a literal, by the function around it.
func HasResponse(fn *ssa.Function) bool {
	for _, p := range ssax.Params(fn) {
		if IsResponse(p.Type()) {
			return true
		}
	}
	for _, v := range fn.FreeVars {
		if p, ok := v.Type().Underlying().(*types.Pointer); ok && (IsResponse(p) || IsResponse(p.Elem())) {
			return true
		}
	}
	return false
}
