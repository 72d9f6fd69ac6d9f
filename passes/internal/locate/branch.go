package locate

import (
	"go/ast"
	"go/token"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/errflow"
	"github.com/loglint/loglint/passes/internal/srcindex"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// Branch returns the source of the error branch that a path took. partial
// says that it was not the error that decided in the end, but another result
// of the same call: err != nil && data == nil.
func (g *Locator) Branch(t *errflow.Flow, end *errflow.End) (b srcindex.Branch, partial, ok bool) {
	if end.Test() < 0 {
		return srcindex.Branch{}, false, false
	}
	for _, instr := range t.Fn.Blocks[end.Test()].Instrs {
		if test, ok := instr.(*ssa.BinOp); ok && len(ssax.Referrers(test)) == 0 && end.Branch() < 0 &&
			(ssax.IsNil(test.X) || ssax.IsNil(test.Y)) {
			b, ok := g.Source.BranchOf(test.Pos(), test.Op == token.NEQ)
			return b, false, ok
		}
	}
	blocks := t.Path(*end)
	for i := len(blocks) - 2; i >= 0; i-- {
		if blocks[i].Index != end.Test() {
			continue
		}
		cond, ok := blocks[i].Instrs[len(blocks[i].Instrs)-1].(*ssa.If)
		if !ok {
			return srcindex.Branch{}, false, false
		}
		pos, negated := condPos(cond.Cond)
		b, ok := g.Source.BranchOf(pos, (blocks[i].Succs[0] == blocks[i+1]) != negated)
		last, at := lastTerm(blocks, i)
		if !ok || last == nil {
			return b, false, ok
		}
		// Another term of the condition decided: the branch is where that led.
		pos, negated = condPos(last.Cond)
		if decided, ok := g.Source.BranchOf(pos, (blocks[at].Succs[0] == blocks[at+1]) != negated); ok && decided.Stmt == b.Stmt {
			decided.Test = b.Test
			b = decided
		} else if s, ok := b.Stmt.(*ast.IfStmt); ok && strings.HasPrefix(blocks[at+1].Comment, "if.") {
			b = b.OfIf(s, blocks[at+1].Comment == "if.then")
		}
		return b, t.OfSibling(last.Cond), true
	}
	return srcindex.Branch{}, false, false
}

// lastTerm returns the last term of the condition that begins with the test
// at the end of blocks[i], and the index of its block; nil if the test is the
// last that was asked.
func lastTerm(blocks []*ssa.BasicBlock, i int) (*ssa.If, int) {
	var last *ssa.If
	at := i
	for at+2 < len(blocks) && ssax.IsTerm(blocks[at+1]) {
		cond, ok := blocks[at+1].Instrs[len(blocks[at+1].Instrs)-1].(*ssa.If)
		if !ok {
			break
		}
		last = cond
		at++
	}
	return last, at
}

// condPos returns the position by which the syntax index knows a condition,
// and whether the condition is the negation of what is found there.
func condPos(v ssa.Value) (token.Pos, bool) {
	negated := false
	for {
		switch x := v.(type) {
		case *ssa.UnOp:
			if x.Op == token.NOT {
				v, negated = x.X, !negated
				continue
			}
		case *ssa.Extract:
			return x.Tuple.Pos(), negated
		}
		return v.Pos(), negated
	}
}
