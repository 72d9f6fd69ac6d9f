package locate

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/errflow"
	"github.com/loglint/loglint/passes/internal/origin"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// OverwrittenOn returns the line on the path to an end where the variable
// that takes the error is assigned again, 0 if it is not.
func (g *Locator) OverwrittenOn(o *origin.Origin, t *errflow.Flow, end *errflow.End) int {
	if o.Instr == nil {
		return 0
	}
	_, id := g.Source.Taken(o.Instr.Pos(), o.Result)
	if id == nil {
		return 0
	}
	obj := g.Pass.TypesInfo.ObjectOf(id)
	for _, b := range t.Path(*end) {
		started := b != o.Instr.Block()
		for _, instr := range b.Instrs {
			if instr == ssa.Instruction(o.Instr) {
				started = true
				continue
			}
			call, ok := instr.(ssa.CallInstruction)
			if !ok || !started {
				continue
			}
			for _, i := range ssax.ErrorResults(call.Common().Signature()) {
				if _, other := g.Source.Taken(call.Pos(), i); other != nil && obj != nil && g.Pass.TypesInfo.ObjectOf(other) == obj {
					return g.Source.Line(call.Pos())
				}
			}
		}
	}
	return 0
}

// CallRange returns the range of the call of an origin.
func (g *Locator) CallRange(o *origin.Origin) (token.Pos, token.Pos) {
	if o.Instr == nil {
		if pos := o.Value.Pos(); pos.IsValid() {
			return pos, pos
		}
		return g.rangeOver(o)
	}
	return g.InstrRange(o.Instr)
}

// rangeOver returns the range of what a loop ranges over that receives an error: go/ssa gives what
// it receives no position.
func (g *Locator) rangeOver(o *origin.Origin) (from, to token.Pos) {
	from, to = o.Fn.Pos(), o.Fn.Pos()
	if o.Fn.Syntax() == nil {
		return from, to
	}
	for _, ref := range ssax.Referrers(o.Value) {
		used := ssax.Pos(ref)
		ast.Inspect(o.Fn.Syntax(), func(n ast.Node) bool {
			loop, ok := n.(*ast.RangeStmt)
			if !ok || used < loop.Body.Pos() || loop.Body.End() <= used {
				return true
			}
			if tv := g.Pass.TypesInfo.Types[loop.X]; tv.Type != nil {
				if _, isChan := tv.Type.Underlying().(*types.Chan); isChan {
					from, to = loop.X.Pos(), loop.X.End()
				}
			}
			return true // a loop inside is nearer
		})
	}
	return from, to
}

// InstrRange returns the source range of an instruction.
func (g *Locator) InstrRange(instr ssa.Instruction) (token.Pos, token.Pos) {
	if _, c, ok := g.Source.Call(instr.Pos()); ok {
		return c.Node().Pos(), c.Node().End()
	}
	pos := ssax.Pos(instr)
	return pos, pos
}

// ReturnStmt returns the statement of a return instruction, or nil.
func (g *Locator) ReturnStmt(ret *ssa.Return) ast.Node {
	if !ret.Pos().IsValid() {
		return nil
	}
	if stmt := g.Source.Return(ret.Pos()); stmt != nil {
		return stmt
	}
	return nil
}
