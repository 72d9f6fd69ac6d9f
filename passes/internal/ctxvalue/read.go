package ctxvalue

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// ReadBy returns the keys of the values that a call looks for in the contexts that it is
// given, in order; none if nothing is known of what it calls.
func (x *Index) ReadBy(common *ssa.CallCommon) []string {
	k := calleeKey(common)
	if key := known.ReadsContext(k); key != "" {
		return []string{key}
	}
	if v := x.values.OfCall(common); v != nil {
		return v.Reads
	}
	return nil
}

// ReadByFunc returns what [Index.ReadBy] does, of calls of a function.
func (x *Index) ReadByFunc(obj *types.Func) []string {
	if key := known.ReadsContext(known.KeyOf(obj)); key != "" {
		return []string{key}
	}
	if v := x.values.OfObject(obj); v != nil {
		return v.Reads
	}
	return nil
}

// read returns the keys of what fn looks for in the contexts that it is given.
func (x *Index) read(fn *ssa.Function) []string {
	var keys []string
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			if len(keys) >= maxKeys {
				return union(keys, []string{defect.UnknownKey})
			}
			common := call.Common()
			if key, ok := x.valueOf(common); ok {
				keys = union(keys, []string{key})
				continue
			}
			given := slices.ContainsFunc(common.Args, x.isOfRequest)
			if !given && !slices.ContainsFunc(common.Args, isAnything) {
				continue
			}
			switch found := x.ReadBy(common); {
			case len(found) > 0:
				keys = union(keys, found)
			case given && !x.readsNothing(common):
				keys = union(keys, []string{defect.UnknownKey})
			}
		}
	}
	return keys
}

// maxKeys bounds how many keys are remembered of a function: what more it looks for is unknown.
const maxKeys = 32

// valueOf returns the key that a call asks a context, or the request, for.
func (x *Index) valueOf(common *ssa.CallCommon) (key string, ok bool) {
	obj, recv := ssax.CalleeObject(common), ssax.Receiver(common)
	if obj == nil || recv == nil || !x.Reqs.IsRequest(recv.Type()) {
		return "", false
	}
	args := ssax.Args(common)
	switch {
	case len(args) == 0:
		return "", false
	case known.GetsFromFramework(obj) && (len(args) == 1 || len(elements(args[1])) == 0):
		return frameworkKey(obj, args[0]), true
	case obj.Name() == "Value" && len(args) == 1:
		return keyOf(args[0]), true
	}
	return "", false
}

// frameworkKey returns the key of a value that the context of a framework holds itself.
func frameworkKey(method *types.Func, v ssa.Value) string {
	key := keyOf(v)
	if len(key) == 0 || key[0] != '#' {
		return key
	}
	return method.Pkg().Path() + key
}

// isAnything reports whether a value may be anything, a context too, or is a list of such:
// log.Info(ctx, "msg") may take both so.
func isAnything(v ssa.Value) bool {
	t := v.Type()
	if s, ok := t.Underlying().(*types.Slice); ok {
		t = s.Elem()
	}
	i, ok := t.Underlying().(*types.Interface)
	return ok && i.Empty()
}

// isOfRequest reports whether a value is a context, or stands for a request, that is not
// detached.
func (x *Index) isOfRequest(v ssa.Value) bool {
	return x.Reqs.IsRequest(v.Type()) && !x.Reqs.IsDetached(v)
}

// readsNothing reports whether what a call calls is known to look for nothing in the
// contexts that it is given: it is of the standard library, or was looked at.
func (x *Index) readsNothing(common *ssa.CallCommon) bool {
	if obj := ssax.CalleeObject(common); obj != nil {
		if obj.Pkg() == nil || known.IsStd(obj.Pkg().Path()) {
			return true
		}
		if known.PutsIntoContext(known.KeyOf(obj)) != "" {
			return true
		}
		return !common.IsInvoke() && (x.SameModule(obj.Pkg()))
	}
	return x.values.OfCall(common) != nil
}
