package program

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// ReadFrom returns the reader of a call that does nothing but read from one,
// or nil.
func ReadFrom(obj *types.Func, common *ssa.CallCommon) ssa.Value {
	k := known.KeyOf(obj)
	args := ssax.Args(common)
	switch {
	case k.Pkg == "io" && (k.Name == "ReadAll" || k.Name == "ReadFull" || k.Name == "ReadAtLeast"):
		return args[0]
	case k.Pkg == "io" && (k.Name == "Copy" || k.Name == "CopyN" || k.Name == "CopyBuffer") && InMemory(args[0]):
		return args[1]
	case k.Pkg == "bytes" && k.Recv == "Buffer" && k.Name == "ReadFrom":
		return args[0]
	case k.Pkg == "bufio" && (k.Recv == "Reader" || k.Recv == "Scanner"):
		return ssax.Receiver(common)
	}
	return nil
}

// InMemory reports whether a writer is one whose writes the documentation
// says never fail.
func InMemory(w ssa.Value) bool {
	t := ssax.Unwrap(w).Type()
	if ssax.IsNamed(t, "bytes", "Buffer") || ssax.IsNamed(t, "strings", "Builder") || ssax.IsNamed(t, "strings", "Reader") ||
		ssax.IsNamed(t, "bytes", "Reader") {
		return true
	}
	if n, ok := types.Unalias(t).(*types.Named); ok && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "hash" {
		return true
	}
	return false
}
