package origin

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// encodingOf returns what a call encodes, as JSON.
func encodingOf(common *ssa.CallCommon) Encoding {
	obj := ssax.CalleeObject(common)
	args := ssax.Args(common)
	if obj == nil || !known.Encodes(obj) || len(args) == 0 {
		return NoEncoding
	}
	if isPlain(ssax.Unwrap(args[0]).Type(), make(map[types.Type]bool)) {
		return EncodesPlain
	}
	return EncodesAnyhow
}

// isPlain reports whether each value of a type can be encoded as JSON: it is made of
// booleans, integers and strings, and no part of it encodes itself.
func isPlain(t types.Type, seen map[types.Type]bool) bool {
	if seen[t] {
		return true
	}
	seen[t] = true
	if ssax.IsNamed(t, "time", "Time") {
		return true // all but years that nobody has
	}
	if encodesItself(t) {
		return false
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&(types.IsBoolean|types.IsInteger|types.IsString) != 0
	case *types.Pointer:
		return isPlain(u.Elem(), seen)
	case *types.Slice:
		return isPlain(u.Elem(), seen)
	case *types.Array:
		return isPlain(u.Elem(), seen)
	case *types.Map:
		return isPlain(u.Key(), seen) && isPlain(u.Elem(), seen)
	case *types.Struct:
		for field := range u.Fields() {
			if (field.Exported() || field.Embedded()) && !isPlain(field.Type(), seen) {
				return false
			}
		}
		return true
	}
	return false
}

// encodesItself reports whether values of a type have a method that encodes them.
func encodesItself(t types.Type) bool {
	for _, name := range []string{"MarshalJSON", "MarshalText"} {
		if obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name); obj != nil {
			if _, isFunc := obj.(*types.Func); isFunc {
				return true
			}
		}
	}
	return false
}
