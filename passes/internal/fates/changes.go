package fates

import (
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// changes returns the greatest work that fn, or what it calls, does if that changes
// something outside the program. What a literal in it does counts where it is called.
func (pkg *Package) changes(fn *ssa.Function) known.Work {
	work := known.NoWork
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			if _, ok := pkg.effectOf(instr); ok {
				continue // lines, replies, metrics
			}
			work = max(work, pkg.Changing(call.Common()))
		}
	}
	if !work.Changes() {
		return known.NoWork
	}
	return work
}

// Changing returns the work of a call, as the tables and the bodies of callees show it, if
// it changes something outside the program.
func (pkg *Package) Changing(common *ssa.CallCommon) known.Work {
	work := known.NoWork
	if obj := pkg.Program.Called(common); obj != nil && known.ClassOf(obj) != known.NeverFails {
		work = known.WorkOf(obj)
	}
	if s := pkg.Known.OfCall(common); s != nil {
		work = max(work, s.Changes)
	}
	if !work.Changes() {
		return known.NoWork
	}
	return work
}

// zeroes returns the results of fn that are zero wherever its last result, an error, may be
// other than nil: see [summary.Summary].
func (pkg *Package) zeroes(fn *ssa.Function) uint8 {
	n := fn.Signature.Results().Len()
	if n < 2 || n > 8 || !ssax.IsError(fn.Signature.Results().At(n-1).Type()) {
		return 0
	}
	bits := uint8(1<<(n-1) - 1)
	fails := false
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok || ssax.IsNil(ret.Results[n-1]) {
			continue
		}
		fails = true
		for i, v := range ret.Results[:n-1] {
			if bits&(1<<i) != 0 && !isZero(v) && !pkg.zeroWith(v, ret.Results[n-1]) {
				bits &^= 1 << i
			}
		}
	}
	if !fails {
		return 0
	}
	return bits
}

// zeroWith reports whether a value is a result of a call that is zero whenever the error of
// the same call is not nil.
func (pkg *Package) zeroWith(v, err ssa.Value) bool {
	x, ok := v.(*ssa.Extract)
	e, also := err.(*ssa.Extract)
	if !ok || !also || x.Tuple != e.Tuple {
		return false
	}
	call, ok := x.Tuple.(*ssa.Call)
	if !ok {
		return false
	}
	s := pkg.Known.OfCall(&call.Call)
	return s != nil && x.Index < 8 && s.Zeroes&(1<<x.Index) != 0 && e.Index == call.Call.Signature().Results().Len()-1
}

// isZero reports whether a value is the zero value of its type.
func isZero(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	if !ok {
		return false
	}
	if c.Value == nil {
		return true
	}
	switch s := c.Value.ExactString(); s {
	case "0", "false", "\"\"":
		return true
	}
	return false
}
