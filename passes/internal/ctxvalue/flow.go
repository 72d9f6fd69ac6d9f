package ctxvalue

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// NameOf names the declared function around fn as flows do, "" if there is none.
func (x *Index) NameOf(fn *ssa.Function) string {
	obj := declared(fn)
	if obj == nil {
		return ""
	}
	return known.KeyOf(obj).String()
}

// flows returns the calls of functions of the module that are given the context of their
// caller, or of the request that it handles, in order.
func (x *finder) flows() []defect.Flow {
	var all []defect.Flow
	x.each(func(fn *ssa.Function) {
		p, serves := x.Reqs.Serves(fn)
		from := x.NameOf(fn)
		if !serves && from == "" {
			return
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok {
					continue
				}
				obj := ssax.CalleeObject(call.Common())
				if obj == nil || !x.SameModule(obj.Pkg()) || !slices.ContainsFunc(call.Common().Args, x.isOfCaller) {
					continue
				}
				flow := defect.Flow{From: from, To: known.KeyOf(obj).String()}
				if serves {
					flow.From, flow.Of = "", p
				}
				all = append(all, flow)
			}
		}
	})
	slices.SortFunc(all, defect.Flow.Compare)
	return slices.Compact(all)
}

// isOfCaller reports whether a value is the context, or the request, that a function is given,
// or made of it.
func (x *finder) isOfCaller(v ssa.Value) bool {
	return x.Reqs.IsRequest(v.Type()) && x.madeOfParameter(v, new(ssax.Walk))
}

func (x *finder) madeOfParameter(v ssa.Value, w *ssax.Walk) bool {
	if !w.Enter(v) {
		return false
	}
	if from, ok := ssax.Back(v); ok {
		return slices.ContainsFunc(from, func(v ssa.Value) bool { return x.madeOfParameter(v, w) })
	}
	switch v := v.(type) {
	case *ssa.Parameter:
		return x.Reqs.IsRequest(v.Type())
	case *ssa.Extract:
		return x.madeOfParameter(v.Tuple, w)
	case *ssa.UnOp:
		return x.madeOfParameter(v.X, w)
	case *ssa.FieldAddr: // gin's c.Request; the context in a struct is another's
		return x.Reqs.IsServed(v.X.Type()) && x.madeOfParameter(v.X, w)
	case *ssa.Call:
		for _, arg := range append([]ssa.Value{ssax.Receiver(&v.Call)}, ssax.Args(&v.Call)...) {
			if arg != nil && x.Reqs.IsRequest(arg.Type()) && x.madeOfParameter(arg, w) {
				return true
			}
		}
	}
	return false
}
