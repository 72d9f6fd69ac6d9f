package ssax

import (
	"go/token"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// IsBranch reports whether the successor of a condition by the given edge
// is a branch of its own: not the head of a loop around the condition, and
// not a block that control comes to by other ways as well, as after an if
// without else, or after a loop that the branch breaks off.
func IsBranch(test *ssa.BasicBlock, edge int) bool {
	branch := test.Succs[edge]
	if branch == test.Succs[1-edge] || branch.Dominates(test) {
		return false
	}
	if len(branch.Preds) > 1 && strings.HasSuffix(branch.Comment, ".done") {
		return false // where statements end, several of them perhaps
	}
	for _, pred := range branch.Preds {
		if pred != test && !branch.Dominates(pred) && !sharesCondition(pred, branch) {
			return false
		}
	}
	return true
}

// sharesCondition reports whether a block that leads to branch tests one of
// several terms of a condition, err != nil || n == 0, or one of several values
// of a case: where it leads is the branch of the whole.
func sharesCondition(b, branch *ssa.BasicBlock) bool {
	if _, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If); !ok {
		return false
	}
	if IsTerm(b) {
		return true
	}
	for _, succ := range b.Succs {
		if succ != branch && IsTerm(succ) {
			return true
		}
	}
	return false
}

// IsTerm reports whether go/ssa made a block for a further term of a
// condition, or a further value of a case.
func IsTerm(b *ssa.BasicBlock) bool {
	return b.Comment == "cond.false" || b.Comment == "cond.true" || b.Comment == "switch.next"
}

// InErrorBranch reports whether control comes to b only because some error is
// not nil.
func InErrorBranch(b *ssa.BasicBlock) bool {
	for ; b != nil; b = b.Idom() {
		for _, pred := range b.Preds {
			cond, ok := pred.Instrs[len(pred.Instrs)-1].(*ssa.If)
			if !ok {
				continue
			}
			test, ok := cond.Cond.(*ssa.BinOp)
			if !ok || !IsError(test.X.Type()) || !IsNil(test.Y) {
				continue
			}
			edge := 0
			if test.Op == token.EQL {
				edge = 1
			}
			if (test.Op == token.NEQ || test.Op == token.EQL) && pred.Succs[edge] == b && IsBranch(pred, edge) {
				return true
			}
		}
	}
	return false
}

// Reaches reports whether control can get from one block to another.
func Reaches(from, to *ssa.BasicBlock) bool {
	seen := make(map[*ssa.BasicBlock]bool)
	var visit func(b *ssa.BasicBlock) bool
	visit = func(b *ssa.BasicBlock) bool {
		if b == to {
			return true
		}
		if seen[b] {
			return false
		}
		seen[b] = true
		for _, succ := range b.Succs {
			if visit(succ) {
				return true
			}
		}
		return false
	}
	return visit(from)
}

// Before reports whether a comes before b in their common block.
func Before(a, b ssa.Instruction) bool {
	for _, instr := range a.Block().Instrs {
		if instr == a {
			return true
		}
		if instr == b {
			return false
		}
	}
	return false
}

// ComparedWithNil reports whether control comes to b only where a comparison of v with nil
// by op holds.
func ComparedWithNil(v ssa.Value, op token.Token, b *ssa.BasicBlock) bool {
	for d := b.Idom(); d != nil; d = d.Idom() {
		cond, ok := d.Instrs[len(d.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		test, ok := cond.Cond.(*ssa.BinOp)
		if !ok || test.X != v || !IsNil(test.Y) || test.Op != token.EQL && test.Op != token.NEQ {
			continue
		}
		side := d.Succs[0]
		if test.Op != op {
			side = d.Succs[1]
		}
		if len(side.Preds) == 1 && side.Dominates(b) {
			return true
		}
	}
	return false
}
