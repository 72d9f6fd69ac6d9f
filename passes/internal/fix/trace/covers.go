package trace

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/cfg"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/fix/source"
)

// A point is a place on the way of an error, and which variables hold it there.
type point struct {
	block *cfg.Block
	from  int
	held  []*types.Var
}

func (p point) key() string {
	key := fmt.Sprint(p.block.Index, p.from)
	for _, v := range p.held {
		key += fmt.Sprintf(" %p", v)
	}
	return key
}

// covers reports whether no way of the error leads past what the fix has written,
// to the end of the function or to the next error of its origin, unless something
// else gets to see the error on it.
func (h *proof) covers(lines map[ast.Node]bool) bool {
	v, b, i := h.taker()
	if v == nil {
		return h.origin == nil
	}
	seen := make(map[string]bool)
	for work := []point{{b, i + 1, []*types.Var{v}}}; len(work) > 0; {
		p := work[len(work)-1]
		work = work[:len(work)-1]
		if seen[p.key()] {
			continue
		}
		seen[p.key()] = true
		next, open := h.pass(p, lines, b, v)
		if !open {
			return false
		}
		work = append(work, next...)
	}
	return true
}

// lines returns the nodes of the graph that do more with what a fix has written than
// to compare it with nil.
func (h *proof) lines(written []*ast.Ident) map[ast.Node]bool {
	lines := make(map[ast.Node]bool)
	for _, id := range written {
		if b, i := h.flow.node(id); b != nil && h.tells(b.Nodes[i], id) {
			lines[b.Nodes[i]] = true
		}
	}
	return lines
}

// tells reports whether a node does more with an error that it names than to
// compare it with nil.
func (h *proof) tells(n ast.Node, id *ast.Ident) bool {
	tested := n == ast.Node(id) // what a switch is about
	ast.Inspect(n, func(m ast.Node) bool {
		switch x := m.(type) {
		case *ast.BinaryExpr:
			tested = tested || source.NilTest(x) == ast.Expr(id)
		case *ast.CallExpr:
			arg, _ := h.flow.asked(x)
			tested = tested || arg == ast.Expr(id)
		case *ast.TypeAssertExpr:
			tested = tested || x.Type == nil && ast.Unparen(x.X) == ast.Expr(id)
		}
		return !tested
	})
	return !tested
}

// pass follows the error through the rest of a block. It is not open if the error
// is lost on a way out.
func (h *proof) pass(p point, lines map[ast.Node]bool, born *cfg.Block, first *types.Var) (next []point, open bool) {
	held := slices.Clone(p.held)
	for at := max(p.from, 0); at < len(p.block.Nodes); at++ {
		n := p.block.Nodes[at]
		if lines[n] {
			return nil, true
		}
		if h.origin != nil && p.block == born && source.Encloses(n, h.origin) {
			// The next round: what an earlier one has left in a variable that
			// outlives it, was for the last round to tell.
			return nil, first.Pos() < h.loopAround(n)
		}
		told := false
		for _, v := range held {
			evaluated(n, func(m ast.Node) {
				id, ok := m.(*ast.Ident)
				told = told || ok && h.flow.edited.object(id) == v && !isTarget(n, id) && h.tells(n, id)
			})
		}
		if told && len(p.block.Succs) == 2 && at == len(p.block.Nodes)-1 {
			break // see below
		}
		if told {
			to, made := h.made(n)
			if !made {
				return nil, true
			}
			if to != nil && !slices.Contains(held, to) {
				held = append(held, to)
			}
			continue
		}
		held = slices.DeleteFunc(held, func(v *types.Var) bool { _, gone := h.flow.sets(n, v); return gone })
		if len(held) == 0 {
			return nil, false
		}
	}
	if len(p.block.Succs) == 0 {
		return nil, h.leavesTold(p.block, held)
	}
	says := h.says(p.block, held)
	for edge, succ := range p.block.Succs {
		if edge == says || edge == 1 && h.guards(p.block) {
			continue // there is nobody to tell
		}
		if !slices.ContainsFunc(held, func(v *types.Var) bool { return h.flow.nilOn(p.block, edge, v, true) }) {
			next = append(next, point{succ, 0, held})
		}
	}
	return next, true
}

// guards reports whether a block ends with a condition that the fix has written
// around its line, and that is not about the error: whether there is a logger.
func (h *proof) guards(b *cfg.Block) bool {
	if len(b.Succs) != 2 || len(b.Nodes) == 0 {
		return false
	}
	cond := b.Nodes[len(b.Nodes)-1]
	about := false
	evaluated(cond, func(n ast.Node) {
		id, ok := n.(*ast.Ident)
		if !ok {
			return
		}
		v, ok := h.flow.edited.object(id).(*types.Var)
		about = about || ok && source.IsErrorLike(v.Type())
	})
	return h.flow.edited.wrote(cond) && !about
}

// made returns the variable that a node gives another error to, which it makes of
// one, or its text; nil for the variable itself. It is not made where something else is done.
func (h *proof) made(n ast.Node) (*types.Var, bool) {
	assign, ok := n.(*ast.AssignStmt)
	if !ok || len(assign.Lhs) != 1 || len(assign.Rhs) != 1 {
		return nil, false
	}
	v := h.flow.edited.variable(assign.Lhs[0])
	return v, v != nil && (source.IsError(v.Type()) || source.IsString(v.Type())) && !v.IsField()
}

// leavesTold reports whether the function, where it ends with a block, leaves the
// error to somebody: in a result that it names, or to a function that is deferred.
func (h *proof) leavesTold(b *cfg.Block, held []*types.Var) bool {
	for _, v := range held {
		if h.flow.captured(v) || h.isResult(v) && isBare(b.Return()) {
			return true
		}
	}
	return b.Return() == nil && h.f.Category != defect.CatExit
}

// isBare reports whether a return statement returns what the results hold.
func isBare(ret *ast.ReturnStmt) bool { return ret != nil && len(ret.Results) == 0 }

// loopAround returns the start of the innermost loop around a node, or of the
// function.
func (h *proof) loopAround(n ast.Node) token.Pos {
	for _, m := range h.flow.edited.path(n) {
		switch m.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			return m.Pos()
		case *ast.FuncLit, *ast.FuncDecl:
			return m.Pos()
		}
	}
	return n.Pos()
}
