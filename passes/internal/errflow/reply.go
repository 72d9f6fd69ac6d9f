package errflow

import (
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// reply returns the status of a result that a client is answered with because
// it is returned, as it was set last on the path to node n. ok is false for
// any other result, and for one whose status is not seen to be set.
func (t *Flow) reply(n int, result ssa.Value) (status int, ok bool) {
	name, isReply := known.ReplyOf(result.Type())
	if !isReply {
		return 0, false
	}
	blocks := t.Path(End{node: n})
	base := result
	if phi, isPhi := base.(*ssa.Phi); isPhi {
		base = ssax.Resolve(phi, blocks)
	}
	if load, isLoad := base.(*ssa.UnOp); isLoad && load.Op == token.MUL {
		base = load.X
	}
	if _, local := base.(*ssa.Alloc); !local {
		return 0, false
	}
	for _, b := range blocks {
		for _, instr := range b.Instrs {
			store, isStore := instr.(*ssa.Store)
			if !isStore {
				continue
			}
			addr, isField := store.Addr.(*ssa.FieldAddr)
			if !isField || addr.X != base || ssax.FieldName(addr) != name {
				continue
			}
			status, ok = summary.ComputedStatus, true
			if c, isConst := ssax.Resolve(store.Val, blocks).(*ssa.Const); isConst && c.Value != nil && c.Value.Kind() == constant.Int {
				status = int(c.Int64())
			}
		}
	}
	return status, ok
}
