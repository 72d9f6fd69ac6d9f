package ssax

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// Resolve returns what v is on the path given by blocks: phis are replaced by
// the value of the edge taken, loads of a local variable by what was last
// stored there. It returns nil when the path does not tell.
func Resolve(v ssa.Value, blocks []*ssa.BasicBlock) ssa.Value {
	for range 32 {
		switch x := v.(type) {
		case *ssa.Phi:
			at := -1
			for i := len(blocks) - 1; i > 0; i-- {
				if blocks[i] == x.Block() {
					at = i
					break
				}
			}
			if at <= 0 {
				return nil
			}
			next := ssa.Value(nil)
			for i, pred := range x.Block().Preds {
				if pred == blocks[at-1] {
					next = x.Edges[i]
				}
			}
			if next == nil {
				return nil
			}
			v, blocks = next, blocks[:at]
		case *ssa.UnOp:
			alloc, ok := x.X.(*ssa.Alloc)
			if x.Op != token.MUL || !ok {
				return v
			}
			store := lastStore(alloc, x, blocks)
			if store == nil {
				return nil
			}
			v = store.Val
		case *ssa.ChangeInterface:
			v = x.X
		default:
			return v
		}
	}
	return nil
}

// lastStore returns the last store to alloc on the path before the load.
func lastStore(alloc *ssa.Alloc, load ssa.Instruction, blocks []*ssa.BasicBlock) *ssa.Store {
	for i := len(blocks) - 1; i >= 0; i-- {
		instrs := blocks[i].Instrs
		for j := len(instrs) - 1; j >= 0; j-- {
			if store, ok := instrs[j].(*ssa.Store); ok && store.Addr == alloc {
				if blocks[i] != load.Block() || Before(store, load) {
					return store
				}
			}
		}
	}
	return nil
}
