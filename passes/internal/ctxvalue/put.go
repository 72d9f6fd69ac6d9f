package ctxvalue

import (
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// put returns the values that the contexts which fn returns have more than what it was
// given.
func (x *Index) put(fn *ssa.Function) []Put {
	var puts []Put
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		for _, result := range ret.Results {
			if x.Reqs.IsRequest(result.Type()) {
				puts = add(puts, x.putInto(result, new(ssax.Walk))...)
			}
		}
	}
	return puts
}

// putInto returns the values that were put into a context, or a request, on the way to v.
func (x *Index) putInto(v ssa.Value, w *ssax.Walk) []Put {
	if !w.Enter(v) {
		return nil
	}
	puts := x.putIntoFields(v, w)
	if from, ok := ssax.Back(v); ok {
		for _, v := range from {
			puts = add(puts, x.putInto(v, w)...)
		}
		return puts
	}
	switch v := v.(type) {
	case *ssa.Extract:
		return add(puts, x.putInto(v.Tuple, w)...)
	case *ssa.UnOp:
		return add(puts, x.putInto(v.X, w)...)
	case *ssa.FieldAddr:
		return add(puts, x.putInto(v.X, w)...)
	case *ssa.Call:
		puts = add(puts, x.putBy(&v.Call)...)
		for _, arg := range append([]ssa.Value{ssax.Receiver(&v.Call)}, ssax.Args(&v.Call)...) {
			if arg != nil && x.Reqs.IsRequest(arg.Type()) {
				puts = add(puts, x.putInto(arg, w)...)
			}
		}
	}
	return puts
}

// putIntoFields returns the values that are in the contexts which are stored in fields of
// what v points to: a stream that is wrapped with another context, gin's Request.
func (x *Index) putIntoFields(v ssa.Value, w *ssax.Walk) []Put {
	var puts []Put
	for _, ref := range ssax.Referrers(v) {
		field, ok := ref.(*ssa.FieldAddr)
		if !ok || field.X != v {
			continue
		}
		for _, stored := range ssax.StoredIn(field) {
			if x.Reqs.IsRequest(stored.Type()) {
				puts = add(puts, x.putInto(stored, w)...)
			}
		}
	}
	return puts
}

// putBy returns the values that a call puts into the context that it returns.
func (x *Index) putBy(common *ssa.CallCommon) []Put {
	k, args := calleeKey(common), ssax.Args(common)
	if k == (known.Key{Pkg: "context", Name: "WithValue"}) && len(args) == 3 {
		return []Put{{keyOf(args[1]), x.fieldsOf(args[2])}}
	}
	if key := known.PutsIntoContext(k); key != "" {
		return x.withLogger([]Put{{Key: key}}, common)
	}
	if v := x.values.OfCall(common); v != nil {
		return x.withLogger(v.Puts, common)
	}
	return nil
}

// withLogger adds to what a call puts into a context the fields of the logger that it is
// given for that.
func (x *Index) withLogger(puts []Put, common *ssa.CallCommon) []Put {
	if len(puts) != 1 || len(puts[0].Fields) > 0 {
		return puts
	}
	for _, arg := range append([]ssa.Value{ssax.Receiver(common)}, ssax.Args(common)...) {
		if arg == nil || x.Reqs.IsRequest(arg.Type()) {
			continue
		}
		if fields := x.fieldsOf(arg); len(fields) > 0 {
			return []Put{{puts[0].Key, fields}}
		}
	}
	return []Put{{puts[0].Key, fieldsListed(common)}}
}

// set returns the values that a request which fn is given has from then on: the context of
// a framework holds them, or the request gets another context.
func (x *Index) set(fn *ssa.Function) []Put {
	var puts []Put
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.Store:
				// *r = *r.WithContext(ctx), c.Request = c.Request.WithContext(ctx)
				if x.replacesRequest(instr) {
					puts = add(puts, x.putInto(instr.Val, new(ssax.Walk))...)
				}
			case ssa.CallInstruction:
				puts = add(puts, x.setBy(instr.Common())...)
			}
		}
	}
	return puts
}

// replacesRequest reports whether a store puts another request, or context, into what
// stands for the request.
func (x *Index) replacesRequest(store *ssa.Store) bool {
	switch addr := store.Addr.(type) {
	case *ssa.Parameter:
		return x.Reqs.IsServed(addr.Type())
	case *ssa.FieldAddr:
		_, given := addr.X.(*ssa.Parameter)
		return given && x.Reqs.IsServed(addr.X.Type()) && x.Reqs.IsRequest(store.Val.Type())
	}
	return false
}

// setBy returns the values that a call puts into the request that it is given.
func (x *Index) setBy(common *ssa.CallCommon) []Put {
	obj, args := ssax.CalleeObject(common), ssax.Args(common)
	if obj == nil {
		return nil
	}
	switch {
	case known.SetsInFramework(obj) && len(args) == 2:
		value := args[1]
		if common.Signature().Variadic() {
			given := elements(value)
			if len(given) == 0 {
				return nil // Locals(key) asks
			}
			value = given[0]
		}
		return []Put{{frameworkKey(obj, args[0]), x.fieldsOf(value)}}
	case known.SetsContext(obj) && len(args) == 1:
		return x.putInto(args[0], new(ssax.Walk))
	}
	for _, arg := range common.Args {
		if x.Reqs.IsServed(arg.Type()) {
			if v := x.values.OfCall(common); v != nil {
				return x.withLogger(v.Sets, common)
			}
			return nil
		}
	}
	return nil
}
