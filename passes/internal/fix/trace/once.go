package trace

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/cfg"

	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/known"
)

// A state is a point with what has become of the error on its way there.
type state struct {
	point
	lined bool    // the line has been written
	told  tellers // what has got the error, before the line or, if there is one, after it
}

// tellers are nodes that may tell of an error, by their number; the last two stand
// for the results of the function, and for those that are too many.
type tellers uint64

const (
	byResult tellers = 1 << 62
	tooMany  tellers = 1 << 63
)

// once reports whether the line tells of an error once, and of one that nothing else
// tells of: that it is not one that some ways to the line, or from it, have told of and others
// have not. What gets the error on all of them does not tell of it, as the engine
// has found.
func (h *proof) once(lines map[ast.Node]bool) bool {
	v, born, i := h.taker()
	if v == nil {
		return true
	}
	before, after := make(map[tellers]bool), make(map[tellers]bool)
	numbers := make(map[ast.Node]int)
	number := func(n ast.Node) tellers {
		if _, ok := numbers[n]; !ok {
			numbers[n] = len(numbers)
		}
		if numbers[n] > 61 {
			return tooMany
		}
		return 1 << numbers[n]
	}
	seen := make(map[string]bool)
	for work := []state{{point: point{born, i + 1, []*types.Var{v}}}}; len(work) > 0; {
		s := work[len(work)-1]
		work = work[:len(work)-1]
		key := s.key() + fmt.Sprint(s.lined, s.told)
		if seen[key] {
			continue
		}
		seen[key] = true
		ended := false
		for at := max(s.from, 0); at < len(s.block.Nodes) && !ended; at++ {
			n := s.block.Nodes[at]
			switch {
			case lines[n]:
				if s.lined {
					return false // in each round of a loop, or on two lines
				}
				before[s.told] = true
				s.lined, s.told = true, 0
				continue
			case h.origin != nil && s.block == born && source.Encloses(n, h.origin):
				ended = true
				continue
			case len(s.block.Succs) == 2 && at == len(s.block.Nodes)-1:
				continue // see below
			}
			if h.getsTold(n, s.held) {
				if to, made := h.made(n); made {
					if !slices.Contains(s.held, to) {
						s.held = append(slices.Clone(s.held), to)
					}
					continue
				}
				s.told |= number(n)
			}
			s.held = slices.DeleteFunc(slices.Clone(s.held), func(v *types.Var) bool { _, gone := h.flow.sets(n, v); return gone })
			ended = len(s.held) == 0
		}
		if ended || len(s.block.Succs) == 0 {
			if !ended && isBare(s.block.Return()) && slices.ContainsFunc(s.held, h.isResult) {
				s.told |= byResult
			}
			if slices.ContainsFunc(s.held, h.toldInside) {
				return false // when, is not seen
			}
			if s.lined {
				after[s.told] = true
			}
			continue
		}
		says := h.says(s.block, s.held)
		for edge, succ := range s.block.Succs {
			if !slices.ContainsFunc(s.held, func(v *types.Var) bool { return h.flow.nilOn(s.block, edge, v, true) }) {
				next := s
				next.point = point{succ, 0, s.held}
				if edge == says {
					next.told |= number(s.block.Nodes[len(s.block.Nodes)-1])
				}
				work = append(work, next)
			}
		}
	}
	return len(before) < 2 && len(after) < 2
}

// toldInside reports whether a function literal may tell of the error that a
// variable holds.
func (h *proof) toldInside(v *types.Var) bool {
	told := false
	ast.Inspect(h.flow.body, func(n ast.Node) bool {
		lit, ok := n.(*ast.FuncLit)
		if !ok {
			return !told
		}
		ast.Inspect(lit.Body, func(m ast.Node) bool {
			stmt, ok := m.(ast.Stmt)
			if !ok {
				return true
			}
			switch stmt.(type) {
			case *ast.ExprStmt, *ast.AssignStmt, *ast.ReturnStmt, *ast.SendStmt, *ast.DeferStmt, *ast.GoStmt:
				told = told || h.getsTold(stmt, []*types.Var{v})
			}
			return !told
		})
		return false
	})
	return told
}

// says returns the edge by which a block is left where its condition has found the
// error to be of a kind that is known, -1 if that asks no such thing: the error is
// no failure there.
func (h *proof) says(b *cfg.Block, held []*types.Var) int {
	if len(b.Succs) != 2 || len(b.Nodes) == 0 || !h.getsTold(b.Nodes[len(b.Nodes)-1], held) {
		return -1
	}
	if not, ok := b.Nodes[len(b.Nodes)-1].(*ast.UnaryExpr); ok && not.Op == token.NOT {
		return 1
	}
	return 0
}

// getsTold reports whether a node gives an error to something that may tell of it:
// it does more than to compare it with nil, to answer a client with it, or to count
// it.
func (h *proof) getsTold(n ast.Node, held []*types.Var) bool {
	told := false
	for _, v := range held {
		evaluated(n, func(m ast.Node) {
			id, ok := m.(*ast.Ident)
			told = told || ok && h.flow.edited.object(id) == v && !isTarget(n, id) && h.tells(n, id) && !h.repliesWith(n, id)
		})
	}
	return told
}

// repliesWith reports whether all that is done with an error that a node names is
// to answer a client, or to count it.
func (h *proof) repliesWith(n ast.Node, id *ast.Ident) bool {
	replies := false
	evaluated(n, func(m ast.Node) {
		call, ok := m.(*ast.CallExpr)
		if !ok || !source.Encloses(call, id) {
			return
		}
		var name *ast.Ident
		switch fun := ast.Unparen(call.Fun).(type) {
		case *ast.Ident:
			name = fun
		case *ast.SelectorExpr:
			name = fun.Sel
		}
		if fn, ok := h.flow.edited.Info.Uses[name].(*types.Func); ok {
			effect, _ := known.EffectOf(fn)
			replies = replies || effect.Role == known.Answers || effect.Role == known.Prints || effect.Role == known.Counts
		}
	})
	return replies
}
