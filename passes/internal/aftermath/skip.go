package aftermath

import (
	"go/constant"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/convention"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// others returns where the test of the error, in the block with the index test, leads to if there
// is none.
func (l *loss) others(test int) []*ssa.BasicBlock {
	for i, b := range l.path {
		if b.Index != test || i+1 == len(l.path) {
			continue
		}
		var others []*ssa.BasicBlock
		for _, succ := range b.Succs {
			if succ != l.path[i+1] {
				others = append(others, succ)
			}
		}
		return others
	}
	return nil
}

// skipped returns the call that is not made because the test of the error takes the other branch, nil if
// there is none.
func (l *loss) skipped(others []*ssa.BasicBlock) ssa.CallInstruction {
	for _, b := range others {
		if call := l.change(b); call != nil {
			return call
		}
	}
	return nil
}

// leaves reports whether work is left where the test of the error takes the other branch: a
// call, or something that is stored or sent.
func (l *loss) leaves(others []*ssa.BasicBlock) bool {
	return slices.ContainsFunc(others, func(b *ssa.BasicBlock) bool { return !l.on[b] && works(b) })
}

// works reports whether b, or a block that control comes to only by it, does anything.
func works(b *ssa.BasicBlock) bool {
	for _, instr := range b.Instrs {
		switch instr := instr.(type) {
		case *ssa.Call:
			_, builtin := instr.Call.Value.(*ssa.Builtin)
			obj := ssax.CalleeObject(&instr.Call)
			if !builtin && (obj == nil || !convention.CleansUp(obj.Name())) {
				return true
			}
		case *ssa.Go, *ssa.Send, *ssa.Store, *ssa.MapUpdate:
			return true
		}
	}
	for _, next := range b.Dominees() {
		if works(next) {
			return true
		}
	}
	return false
}

// change returns the first call in the blocks that control comes to only by b, and not on the
// way of the loss, which changes something outside or answers a client.
func (l *loss) change(b *ssa.BasicBlock) ssa.CallInstruction {
	if len(b.Preds) != 1 || l.on[b] {
		return nil
	}
	var first func(d *ssa.BasicBlock) ssa.CallInstruction
	first = func(d *ssa.BasicBlock) ssa.CallInstruction {
		if l.on[d] {
			return nil
		}
		for _, instr := range d.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				continue
			}
			if _, deferred := call.(*ssa.Defer); deferred {
				continue
			}
			if l.changes(call.Common()) || replies(call.Common()) {
				return call
			}
		}
		for _, next := range d.Dominees() {
			if call := first(next); call != nil {
				return call
			}
		}
		return nil
	}
	return first(b)
}

// replies reports whether a call answers a client.
func replies(common *ssa.CallCommon) bool {
	effect, ok := program.EffectOf(common)
	return ok && effect.Role == known.Answers
}

// decided says what a condition on what stands in leads to: what is called, or is not, because
// of it.
func (l *loss) decided(s stand) defect.Consequence {
	for _, ref := range ssax.Referrers(s.value) {
		cond, ok := ref.(ssa.Value)
		if !ok {
			if f, isIf := ref.(*ssa.If); isIf && l.after(f) {
				if c := l.branches(f, s.text == "true"); c.Kind != defect.NothingShown {
					return c
				}
			}
			continue
		}
		holds, known := s.holds(cond)
		if !known {
			continue
		}
		for _, user := range ssax.Referrers(cond) {
			if f, isIf := user.(*ssa.If); isIf && l.after(f) {
				if c := l.branches(f, holds); c.Kind != defect.NothingShown {
					return c
				}
			}
		}
	}
	return defect.Consequence{}
}

// branches says what is called, or is not, because a condition holds or does not.
func (l *loss) branches(f *ssa.If, holds bool) defect.Consequence {
	taken, other := f.Block().Succs[0], f.Block().Succs[1]
	if !holds {
		taken, other = other, taken
	}
	if call := l.within(taken); call != nil {
		// An answer that is none of success is what the failure is meant to lead to.
		return defect.Consequence{Kind: defect.LeadsToCall, Callee: l.callee(call), Unsure: replies(call.Common()) && !succeeds(l, call.Common())}
	}
	if call := l.within(other); call != nil {
		return defect.Consequence{Kind: defect.SkipsCall, Callee: l.callee(call)}
	}
	return defect.Consequence{}
}

// within is [loss.change] for a branch that may lie on the way.
func (l *loss) within(b *ssa.BasicBlock) ssa.CallInstruction {
	on := l.on
	l.on = nil
	defer func() { l.on = on }()
	return l.change(b)
}

// holds reports whether a condition on what stands in holds; known is false if that cannot
// be said.
func (s stand) holds(cond ssa.Value) (holds, known bool) {
	switch cond := cond.(type) {
	case *ssa.BinOp:
		other := cond.Y
		if other == s.value {
			other = cond.X
		}
		c, ok := other.(*ssa.Const)
		if !ok || !s.exact {
			return false, false
		}
		var same bool
		switch text := constText(c); {
		case s.text == text:
			same = true
		case c.Value != nil && c.Value.Kind() == constant.Unknown, s.text == "a zero value", s.text == "a constant", text == "a constant":
			return false, false
		}
		switch cond.Op {
		case token.EQL:
			return same, true
		case token.NEQ:
			return !same, true
		}
	case *ssa.UnOp:
		if cond.Op == token.NOT && s.exact {
			return s.text != "true", s.text == "true" || s.text == "false"
		}
	}
	return false, false
}
