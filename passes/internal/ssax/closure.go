package ssax

import (
	"golang.org/x/tools/go/ssa"
)

// ClosureWrites reports whether a closure, or one that it makes, may put something
// into a cell that it captures.
func ClosureWrites(mc *ssa.MakeClosure, cell ssa.Value) bool {
	for i, binding := range mc.Bindings {
		if binding != cell {
			continue
		}
		captured := mc.Fn.(*ssa.Function).FreeVars[i]
		for _, ref := range Referrers(captured) {
			switch ref := ref.(type) {
			case *ssa.UnOp, *ssa.DebugRef:
			case *ssa.MakeClosure:
				if ClosureWrites(ref, captured) {
					return true
				}
			default:
				return true
			}
		}
	}
	return false
}

// ReadsOwn reports whether a closure reads from a captured variable what it
// has put there itself, and never what it found there.
func ReadsOwn(load *ssa.UnOp, cell ssa.Value) bool {
	if _, captured := cell.(*ssa.FreeVar); !captured {
		return false
	}
	for _, ref := range Referrers(cell) {
		store, ok := ref.(*ssa.Store)
		if !ok || store.Addr != cell {
			continue
		}
		if store.Block() == load.Block() && Before(store, load) || store.Block() != load.Block() && store.Block().Dominates(load.Block()) {
			return true
		}
	}
	return false
}

// ClosureRewrites reports whether a closure puts something into a cell that it also
// reads: an error that it wraps is still there.
func ClosureRewrites(mc *ssa.MakeClosure, cell ssa.Value) bool {
	reads, writes := false, false
	for i, binding := range mc.Bindings {
		if binding != cell {
			continue
		}
		for _, ref := range Referrers(mc.Fn.(*ssa.Function).FreeVars[i]) {
			switch ref.(type) {
			case *ssa.Store:
				writes = true
			case *ssa.UnOp:
				reads = true
			}
		}
	}
	return reads && writes
}

// SoleStore returns the store that is all that is done with a captured cell,
// or nil.
func SoleStore(cell *ssa.FreeVar) *ssa.Store {
	var store *ssa.Store
	for _, ref := range Referrers(cell) {
		s, ok := ref.(*ssa.Store)
		if !ok || s.Val == cell || store != nil {
			return nil
		}
		store = s
	}
	return store
}

// DeferredOnly reports whether all that is done with a closure is to defer it to the end of
// the function that makes it. What the body of a loop over a function defers runs at the end of another.
func DeferredOnly(mc *ssa.MakeClosure) bool {
	for _, ref := range Referrers(mc) {
		if d, ok := ref.(*ssa.Defer); !ok || d.Call.Value != mc || d.DeferStack != nil {
			return false
		}
	}
	return true
}

// RunsBefore returns what tells of a read of a captured cell, in the function that declares
// it, whether it may come after a closure has run. A closure that is only deferred runs
// after all but the results with names; one that is only started as a goroutine runs after
// what control cannot come back to from there. It returns nil where nothing is known of when
// the closure runs.
func RunsBefore(cell ssa.Value, closure *ssa.Function) func(read ssa.Instruction) bool {
	var made *ssa.MakeClosure
	for _, ref := range Referrers(cell) {
		if mc, ok := ref.(*ssa.MakeClosure); ok && mc.Fn == closure {
			if made != nil {
				return nil
			}
			made = mc
		}
	}
	if made == nil {
		return nil // a closure in a closure
	}
	if DeferredOnly(made) {
		return isResult
	}
	refs := Referrers(made)
	if len(refs) != 1 {
		return nil
	}
	start, ok := refs[0].(*ssa.Go)
	if !ok || start.Call.Value != ssa.Value(made) {
		return nil
	}
	return func(read ssa.Instruction) bool {
		if read.Block() == start.Block() {
			return Before(start, read) || inLoop(start.Block())
		}
		return Reaches(start.Block(), read.Block())
	}
}

// isResult reports whether a load reads a result with a name, for the return: after the
// deferred functions have run, or after a panic was recovered.
func isResult(load ssa.Instruction) bool {
	b := load.Block()
	if b == b.Parent().Recover {
		return true
	}
	for _, instr := range b.Instrs {
		if run, ok := instr.(*ssa.RunDefers); ok {
			return Before(run, load)
		}
	}
	return false
}

// inLoop reports whether control can come back to a block.
func inLoop(b *ssa.BasicBlock) bool {
	for _, succ := range b.Succs {
		if Reaches(succ, b) {
			return true
		}
	}
	return false
}
