package aftermath

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// What makes a consequence one that is not said: somebody was told after all, or it is that of something else.

// succeeds reports whether a call answers a client with a status that says that all went well.
func succeeds(l *loss, common *ssa.CallCommon) bool {
	effect, ok := program.EffectOf(common)
	if !ok || effect.Role != known.Answers {
		return false
	}
	status := effect.Status
	if args := ssax.Args(common); effect.StatusArg >= 0 && effect.StatusArg < len(args) {
		c, ok := ssax.Resolve(args[effect.StatusArg], l.path).(*ssa.Const)
		if !ok || c.Value == nil || c.Value.Kind() != constant.Int {
			return false
		}
		status = int(c.Int64())
	}
	return status >= 200 && status < 300
}

// speaks reports whether what a return statement returns beside the nil error in result i says how it went: a
// constant of a type of its own, as StatusFailed is, that is not zero.
func speaks(l *loss, ret *ssa.Return, i int) bool {
	for j, result := range ret.Results {
		if c, ok := ssax.Resolve(result, l.path).(*ssa.Const); j != i && ok && c.Value != nil && !slices.Contains(zeros, constText(c)) {
			if _, named := types.Unalias(c.Type()).(*types.Named); named {
				return true
			}
		}
	}
	return false
}

// answers reports whether a client is answered on the way, with whatever.
func answers(l *loss) bool {
	return anyCall(l, func(call *ssa.Call) bool { return replies(&call.Call) })
}

// calls reports whether the way calls what another call does, too.
func calls(l *loss, other ssa.CallInstruction) bool {
	obj := ssax.CalleeObject(other.Common())
	return obj != nil && anyCall(l, func(call *ssa.Call) bool { return ssax.CalleeObject(&call.Call) == obj })
}

// anyCall reports whether is holds for any call on the way, after the loss.
func anyCall(l *loss, is func(*ssa.Call) bool) bool {
	for _, b := range l.path {
		if !l.on[b] {
			continue
		}
		for _, instr := range b.Instrs {
			if call, ok := instr.(*ssa.Call); ok && l.after(call) && is(call) {
				return true
			}
		}
	}
	return false
}

// ofAnother reports whether control comes to a block only where another error than v is not nil: what stands
// there is done about that one.
func ofAnother(b *ssa.BasicBlock, v ssa.Value) bool {
	for d := b.Idom(); d != nil; d = d.Idom() {
		cond, ok := d.Instrs[len(d.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		if test, ok := cond.Cond.(*ssa.BinOp); ok && test.X != v && ssax.IsError(test.X.Type()) && ssax.IsNil(test.Y) && ssax.ComparedWithNil(test.X, token.NEQ, b) {
			return true
		}
	}
	return false
}
