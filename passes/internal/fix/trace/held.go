package trace

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/cfg"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/fix/source"
)

// This file shows of a declaration with a fix in it that what the fix names is
// the error that is lost, and no other of its name: that on each way to where it
// is named the variable was last given just that error, or none; and that no way
// on which the error is lost goes past it.

// A proof shows it for one fix.
type proof struct {
	flow   *flow
	f      defect.Finding
	origin *ast.CallExpr // of the finding, as edited; nil if no call makes the error
	param  *types.Var    // the parameter that the error is, or nil
	others []*ast.CallExpr
	busy   map[ast.Node]bool
}

// Holds reports whether each of the names that a fix has written for the error of a
// finding holds the error that is lost, and nothing else that there is to log; and
// whether what is written tells of it on each way, and once. findings are all that
// there are in the package.
func (e *Edited) Holds(f defect.Finding, findings []defect.Finding, names []string) bool {
	site := f.Site
	written := e.writtenNames(names)
	if len(written) == 0 {
		return false
	}
	h := &proof{f: f, busy: make(map[ast.Node]bool)}
	switch {
	case site.Origin != nil:
		if h.origin = e.call(site.Origin); h.origin == nil {
			return false
		}
		h.flow = newFlow(e, h.origin)
	case site.Error != nil && isParameter(e.Piece.File, site.Error):
		if pos, ok := e.Moved(site.Error.Pos()); ok {
			h.param = e.Declared(pos)
		}
		h.flow = newFlow(e, written[0])
	default:
		h.flow = newFlow(e, written[0])
	}
	if h.flow == nil {
		return false
	}
	for _, o := range findings {
		if o.Site != nil && o.Site != site && o.Site.Origin != nil && SharesExit(o.Site, site) {
			if call := e.call(o.Site.Origin); call != nil {
				h.others = append(h.others, call)
			}
		}
	}
	for _, id := range written {
		v, _ := e.object(id).(*types.Var)
		if fn, _ := e.function(id); v == nil || fn != h.flow.fn || !h.flow.own(v) || !h.lost(id, v) {
			return false
		}
	}
	for _, id := range written {
		b, i := h.flow.node(id)
		if v, _ := e.object(id).(*types.Var); h.tells(b.Nodes[i], id) && h.flow.maybeNil(v)[b.Nodes[i]] {
			return false
		}
	}
	lines := h.lines(written)
	return len(lines) > 0 && h.apart() && (site.Kind == defect.LineWithoutError || h.covers(lines)) && h.once(lines)
}

// writtenNames returns the identifiers of some names that a fix has written, but for
// those that it gives the error to.
func (e *Edited) writtenNames(names []string) []*ast.Ident {
	targets := make(map[ast.Expr]bool)
	var ids []*ast.Ident
	ast.Inspect(e.decl(), func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				targets[lhs] = true
			}
		case *ast.Ident:
			if slices.Contains(names, n.Name) && e.wrote(n) && !targets[n] && e.Info.Uses[n] != nil {
				ids = append(ids, n)
			}
		}
		return true
	})
	return ids
}

// Declared returns the variable that is declared at a position.
func (e *Edited) Declared(pos token.Pos) *types.Var {
	for id, obj := range e.Info.Defs {
		if v, ok := obj.(*types.Var); ok && id.Pos() == pos {
			return v
		}
	}
	return nil
}

// isParameter reports whether a variable is a parameter of a function of the file.
func isParameter(src *source.File, v *types.Var) bool {
	for _, n := range src.Path(v.Pos(), v.Pos()) {
		if typ, ok := n.(*ast.FuncType); ok {
			return typ.Params.Pos() <= v.Pos() && v.Pos() < typ.Params.End()
		}
	}
	return false
}

// SharesExit reports whether two errors are lost in the same branch.
func SharesExit(a, b *defect.Site) bool {
	return slices.ContainsFunc(a.Exits, func(x defect.Exit) bool {
		return x.From.IsValid() && slices.ContainsFunc(b.Exits, func(y defect.Exit) bool { return x.From == y.From && x.To == y.To })
	})
}

// lost reports whether a variable holds nothing but the lost error where it is
// named.
func (h *proof) lost(id *ast.Ident, v *types.Var) bool {
	b, i := h.flow.node(id)
	if b == nil {
		return false
	}
	r := h.flow.reaching(v)
	mine := 0
	defs := r.before[b.Nodes[i]]
	for _, at := range defs {
		ok, own := h.allowed(r.defs[at], v)
		if !ok {
			return false
		}
		if own {
			mine++
		}
	}
	if h.origin == nil && h.param == nil {
		return len(defs) == 1 // what no call makes is known by its variable alone
	}
	return mine > 0
}

// allowed reports whether a def gives a variable an error that is lost there, and
// whether it is the error of the finding.
func (h *proof) allowed(d def, v *types.Var) (ok, own bool) {
	switch {
	case d.node == nil:
		return v == h.param, v == h.param
	case h.origin == nil && h.param == nil:
		return true, true
	case d.rhs == nil || h.busy[d.node]:
		return false, false
	case h.origin != nil && ast.Unparen(d.rhs) == ast.Expr(h.origin):
		return d.nth == h.f.Site.Result, d.nth == h.f.Site.Result
	case slices.ContainsFunc(h.others, func(call *ast.CallExpr) bool { return source.Encloses(d.rhs, call) }):
		return true, false
	case h.origin != nil && source.Encloses(d.rhs, h.origin):
		return true, true
	}
	// What is made of the error still tells it.
	h.busy[d.node] = true
	defer delete(h.busy, d.node)
	ok = true
	evaluated(d.rhs, func(n ast.Node) {
		id, isIdent := n.(*ast.Ident)
		if !isIdent {
			return
		}
		if u, isVar := h.flow.edited.object(id).(*types.Var); isVar && !u.IsField() && source.IsError(u.Type()) {
			good := h.flow.own(u) && h.lost(id, u)
			ok, own = ok && good, own || good
		}
	})
	return ok && own, own
}

// taker returns the variable that takes the lost error first, the node of the
// graph that gives it, and its place.
func (h *proof) taker() (v *types.Var, b *cfg.Block, i int) {
	if h.param != nil {
		return h.param, h.flow.graph.Blocks[0], -1
	}
	if h.origin == nil {
		return nil, nil, 0
	}
	if b, i = h.flow.node(h.origin); b == nil {
		return nil, nil, 0
	}
	targets := []ast.Expr(nil)
	values := 0
	switch n := b.Nodes[i].(type) {
	case *ast.AssignStmt:
		targets, values = n.Lhs, len(n.Rhs)
	case *ast.ValueSpec:
		for _, name := range n.Names {
			targets = append(targets, name)
		}
		values = len(n.Values)
	}
	for _, target := range targets {
		u := h.flow.edited.variable(target)
		if u == nil || !source.IsErrorLike(u.Type()) {
			continue
		}
		d, _ := h.flow.sets(b.Nodes[i], u)
		if d.rhs == ast.Expr(h.origin) && (values > 1 || d.nth == h.f.Site.Result) || d.rhs != nil && d.rhs != ast.Expr(h.origin) && source.Encloses(d.rhs, h.origin) {
			return u, b, i
		}
	}
	return nil, nil, 0
}

// apart reports whether the fix has given the error to a variable of its own, or
// to one that had it before, or to one that nothing reads afterwards.
func (h *proof) apart() bool {
	v, b, i := h.taker()
	if v == nil || h.origin == nil {
		return v != nil || h.origin == nil
	}
	// The variable is new, or the assignment is as it was.
	for id, obj := range h.flow.edited.Info.Defs {
		if obj == v && h.flow.edited.wrote(id) {
			return true
		}
	}
	given := false
	evaluated(b.Nodes[i], func(n ast.Node) {
		if id, ok := n.(*ast.Ident); ok && h.flow.edited.object(id) == v && h.flow.edited.wrote(id) {
			given = true
		}
	})
	if !given {
		return true
	}
	if h.flow.captured(v) || !h.flow.own(v) || h.isResult(v) {
		return false
	}
	r := h.flow.reaching(v)
	for _, blk := range h.flow.graph.Blocks {
		for _, n := range blk.Nodes {
			read := false
			evaluated(n, func(m ast.Node) {
				id, ok := m.(*ast.Ident)
				read = read || ok && !h.flow.edited.wrote(id) && h.flow.edited.Info.Uses[id] == v && !isTarget(n, id)
			})
			if read && slices.ContainsFunc(r.before[n], func(at int) bool { return r.defs[at].node == b.Nodes[i] }) {
				return false
			}
		}
	}
	return true
}

// isTarget reports whether a statement does nothing with an identifier but give
// it a value.
func isTarget(n ast.Node, id *ast.Ident) bool {
	assign, ok := n.(*ast.AssignStmt)
	return ok && (assign.Tok == token.ASSIGN || assign.Tok == token.DEFINE) && slices.Contains(assign.Lhs, ast.Expr(id))
}

// isResult reports whether a variable is a result of the function.
func (h *proof) isResult(v *types.Var) bool {
	results := functionType(h.flow.fn).Results
	return results != nil && slices.ContainsFunc(results.List, func(f *ast.Field) bool {
		return slices.ContainsFunc(f.Names, func(id *ast.Ident) bool { return h.flow.edited.Info.Defs[id] == v })
	})
}

// AreNil reports whether variables that a line does not name any more, where it has
// other names for an error now, hold no error there that it told of.
func (e *Edited) AreNil(gone []*types.Var, names []string) bool {
	if len(gone) == 0 {
		return true
	}
	for _, id := range e.writtenNames(names) {
		f := newFlow(e, id)
		if f == nil {
			return false
		}
		b, i := f.node(id)
		if b == nil {
			return false
		}
		for _, before := range gone {
			pos, ok := e.Moved(before.Pos())
			v := e.Declared(pos)
			if !ok || v == nil || !f.own(v) || len(f.reaching(v).before[b.Nodes[i]]) > 0 {
				return false
			}
		}
	}
	return true
}
