package reqctx

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// A taint tells which values of a function are made from the request.
type taint struct {
	x    *values
	seen map[ssa.Value]bool
	root func(types.Type) bool // the types that stand for the request
	sent bool                  // only what the client sent, not what was fetched for it
}

// FromRequest reports whether a value is data of the request: it is the
// request or its context, or made from it. An error is none, unless data of
// the request was wrapped into it.
func (x *values) FromRequest(v ssa.Value) bool {
	t := &taint{x: x, seen: make(map[ssa.Value]bool), root: x.IsRequest}
	return t.value(v)
}

// FromClient reports whether a value is a request itself, or made from what
// the client sent with one.
func (x *values) FromClient(v ssa.Value) bool {
	t := &taint{x: x, seen: make(map[ssa.Value]bool), sent: true, root: x.isSent}
	return t.value(v)
}

func (t *taint) value(v ssa.Value) bool {
	if v == nil || t.seen[v] {
		return false
	}
	t.seen[v] = true
	if t.root(v.Type()) && !isOutgoing(v) {
		return !t.x.IsDetached(v)
	}
	switch v := v.(type) {
	case *ssa.Parameter:
		// What a service's method is given is what the client sent.
		fn := v.Parent()
		return t.x.isRPC(fn.Syntax()) && (fn.Signature.Recv() == nil || v != fn.Params[0])
	case *ssa.Const, *ssa.Global, *ssa.Function, *ssa.Builtin:
		return false
	case *ssa.FreeVar:
		return t.value(ssax.Binding(v))
	case *ssa.Alloc:
		for _, ref := range ssax.Referrers(v) {
			if t.stores(ref, v) {
				return true
			}
		}
		return false
	case *ssa.MakeMap:
		for _, ref := range ssax.Referrers(v) {
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
			if _, ok := program.EffectOf(&v.Call); !ok {
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
	case obj == nil || program.ReadFrom(obj, call) != nil:
		return false
	case known.ClassOf(obj) != known.Unknown:
		if k := known.KeyOf(obj); k.Pkg == "net/http" && k.Recv == "Request" || k.Pkg == "mime/multipart" {
			return false // a part of the body
		}
		return known.ClassOf(obj) == known.Environment
	}
	return ssax.TakesContext(call.Signature())
}

// stores reports whether an instruction puts data of the request into what
// addr points to.
func (t *taint) stores(instr ssa.Instruction, addr ssa.Value) bool {
	switch instr := instr.(type) {
	case *ssa.Store:
		return instr.Addr == addr && t.value(instr.Val)
	case *ssa.FieldAddr:
		for _, ref := range ssax.Referrers(instr) {
			if t.stores(ref, instr) {
				return true
			}
		}
	case *ssa.IndexAddr:
		for _, ref := range ssax.Referrers(instr) {
			if t.stores(ref, instr) {
				return true
			}
		}
	case *ssa.MakeInterface:
		// json.NewDecoder(r.Body).Decode(&v) fills v from the request.
		for _, ref := range ssax.Referrers(instr) {
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
