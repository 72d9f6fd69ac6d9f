package logline

import (
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/ssax"
)

// Names reports whether a line says what it is about, beside what failed: an argument of it, or of what
// it is begun with, is no constant, error, context or slice of them. Whoever reads it knows which order, host or
// user it was, though not which request.
func Names(line ssa.CallInstruction) bool {
	common := line.Common()
	for range maxSteps {
		for _, arg := range ssax.Args(common) {
			for v := range Parts(arg) {
				if names(v) {
					return true
				}
			}
		}
		receiver := ssax.Receiver(common)
		if receiver == nil {
			return false
		}
		call, ok := ssax.Unwrap(receiver).(*ssa.Call)
		if !ok {
			return false
		}
		common = &call.Call
	}
	return false
}

// maxSteps is how many calls a line is taken to be built by at most.
const maxSteps = 8

// names reports whether a value names a thing.
func names(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Const, *ssa.Slice, *ssa.Function, *ssa.Global:
		return false
	case *ssa.Call:
		if b, ok := v.Call.Value.(*ssa.Builtin); ok && b.Name() == "append" {
			return false // whose elements are looked at
		}
		if receiver := ssax.Receiver(&v.Call); receiver != nil && ssax.IsError(receiver.Type()) {
			return false // err.Error()
		}
	}
	return !ssax.IsError(v.Type()) && !ssax.IsContext(v.Type())
}
