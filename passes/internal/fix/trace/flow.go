package trace

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/cfg"

	"github.com/loglint/loglint/passes/internal/fix/source"
)

// A flow is the control flow of one function of an edited declaration, and which
// values its variables may hold where. A value that a test has shown to be nil is
// none: no error is in it.
type flow struct {
	edited  *Edited
	fn      ast.Node // *ast.FuncDecl or *ast.FuncLit
	body    *ast.BlockStmt
	graph   *cfg.CFG
	tags    map[ast.Stmt]ast.Expr     // of the switches, by clause
	ranged  map[ast.Node]bool         // what range statements assign to
	bools   map[types.Object]ast.Expr // variables that hold the outcome of one test
	set     map[types.Object]int      // how often variables are given values
	solved  map[*types.Var]*reaching
	nilness map[*types.Var]map[ast.Node]bool // see maybeNil
}

// A def is a place where a variable gets a value.
type def struct {
	node ast.Node // nil for what it holds when the function begins
	rhs  ast.Expr // nil if that is not known
	nth  int      // which of the results of rhs
}

// A reaching says which defs may have given a variable what it holds where a
// node is about to be evaluated.
type reaching struct {
	defs   []def
	before map[ast.Node][]int // by node of the graph
}

// newFlow returns the flow of the innermost function around a node.
func newFlow(e *Edited, at ast.Node) *flow {
	fn, body := e.function(at)
	if body == nil {
		return nil
	}
	f := &flow{
		edited: e, fn: fn, body: body, graph: cfg.New(body, e.mayReturn),
		tags: make(map[ast.Stmt]ast.Expr), ranged: make(map[ast.Node]bool), bools: make(map[types.Object]ast.Expr), solved: make(map[*types.Var]*reaching),
		set: make(map[types.Object]int), nilness: make(map[*types.Var]map[ast.Node]bool),
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SwitchStmt:
			if n.Tag != nil {
				for _, clause := range n.Body.List {
					f.tags[clause] = n.Tag
				}
			}
		case *ast.RangeStmt:
			f.ranged[n.Key], f.ranged[n.Value] = true, true
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if v := e.variable(lhs); v != nil {
					f.set[v]++
					if len(n.Lhs) == len(n.Rhs) && source.NilTest(ast.Unparen(n.Rhs[i])) != nil {
						f.bools[v] = n.Rhs[i]
					}
				}
			}
		case *ast.UnaryExpr:
			if v := e.variable(n.X); v != nil && n.Op == token.AND {
				f.set[v] += 2
			}
		}
		return true
	})
	for obj := range f.bools {
		if f.set[obj] > 1 {
			delete(f.bools, obj)
		}
	}
	return f
}

// node returns the node of the graph that is evaluated when n is.
func (f *flow) node(n ast.Node) (*cfg.Block, int) {
	for _, b := range f.graph.Blocks {
		for i, m := range b.Nodes {
			if b.Live && m.Pos() <= n.Pos() && n.End() <= m.End() {
				return b, i
			}
		}
	}
	return nil, 0
}

// evaluated calls visit for the nodes that are evaluated with n: not for those of
// function literals in it.
func evaluated(n ast.Node, visit func(ast.Node)) {
	ast.Inspect(n, func(m ast.Node) bool {
		if m != nil {
			visit(m)
		}
		_, isLit := m.(*ast.FuncLit)
		return !isLit
	})
}

// mentions reports whether a node mentions a variable where it is evaluated.
func (f *flow) mentions(n ast.Node, v *types.Var) bool {
	found := false
	evaluated(n, func(m ast.Node) {
		if id, ok := m.(*ast.Ident); ok && f.edited.object(id) == v {
			found = true
		}
	})
	return found
}

// own reports whether all that gives a variable a value does so in this
// function itself, so that the flow sees it: no function literal in it or around
// it, but for those that it defers, which run when all is over, and no pointer.
func (f *flow) own(v *types.Var) bool {
	if v.Pkg() != nil && v.Parent() == v.Pkg().Scope() || v.IsField() {
		return false
	}
	own := true
	var lits []ast.Node
	ast.Inspect(f.edited.decl(), func(n ast.Node) bool {
		for len(lits) > 0 && n != nil && n.Pos() >= lits[len(lits)-1].End() {
			lits = lits[:len(lits)-1]
		}
		here := len(lits) == 0 && f.fn == ast.Node(f.edited.decl()) || len(lits) > 0 && lits[len(lits)-1] == f.fn
		switch n := n.(type) {
		case *ast.DeferStmt:
			if lit, ok := n.Call.Fun.(*ast.FuncLit); ok && here && lit != f.fn && !f.pointsTo(lit, v) {
				return false
			}
		case *ast.FuncLit:
			lits = append(lits, n)
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				if f.edited.variable(lhs) == v && !here {
					own = false
				}
			}
		case *ast.ValueSpec:
			for _, name := range n.Names {
				if f.edited.Info.Defs[name] == v && len(n.Values) > 0 && !here {
					own = false
				}
			}
		case *ast.RangeStmt:
			if n.Key != nil && f.edited.variable(n.Key) == v && !here || n.Value != nil && f.edited.variable(n.Value) == v && !here {
				own = false
			}
		case *ast.UnaryExpr:
			if n.Op == token.AND && f.edited.variable(n.X) == v {
				own = false
			}
		}
		return true
	})
	return own
}

// pointsTo reports whether a node takes the address of a variable.
func (f *flow) pointsTo(n ast.Node, v *types.Var) bool {
	found := false
	ast.Inspect(n, func(m ast.Node) bool {
		x, ok := m.(*ast.UnaryExpr)
		found = found || ok && x.Op == token.AND && f.edited.variable(x.X) == v
		return !found
	})
	return found
}

// captured reports whether a function literal that is not around the function
// mentions a variable.
func (f *flow) captured(v *types.Var) bool {
	found := false
	ast.Inspect(f.edited.decl(), func(n ast.Node) bool {
		lit, ok := n.(*ast.FuncLit)
		if !ok || lit.Pos() <= f.body.Pos() && f.body.End() <= lit.End() {
			return true
		}
		ast.Inspect(lit, func(m ast.Node) bool {
			if id, ok := m.(*ast.Ident); ok && f.edited.object(id) == v {
				found = true
			}
			return true
		})
		return false
	})
	return found
}

// sets returns what a node gives to a variable, and whether it does.
func (f *flow) sets(n ast.Node, v *types.Var) (def, bool) {
	if id, ok := n.(*ast.Ident); ok && f.ranged[n] {
		return def{node: n}, f.edited.object(id) == v
	}
	targets, values := []ast.Expr(nil), []ast.Expr(nil)
	switch n := n.(type) {
	case *ast.AssignStmt:
		if targets, values = n.Lhs, n.Rhs; n.Tok != token.ASSIGN && n.Tok != token.DEFINE {
			values = nil
		}
	case *ast.ValueSpec:
		for _, name := range n.Names {
			targets = append(targets, name)
		}
		values = n.Values
	case *ast.IncDecStmt:
		targets = []ast.Expr{n.X}
	}
	for i, target := range targets {
		if f.edited.variable(target) != v {
			continue
		}
		switch {
		case len(values) == len(targets):
			return def{node: n, rhs: values[i]}, true
		case len(values) == 1:
			return def{node: n, rhs: values[0], nth: i}, true
		}
		return def{node: n}, true
	}
	return def{}, false
}

// isZero reports whether a def gives a variable no error: nil, or nothing.
func (f *flow) isZero(d def, v *types.Var) bool {
	if spec, ok := d.node.(*ast.ValueSpec); ok && len(spec.Values) == 0 {
		return true
	}
	if d.node == nil {
		// A result is nil at first.
		typ := functionType(f.fn)
		if typ.Results == nil {
			return false
		}
		for _, field := range typ.Results.List {
			for _, name := range field.Names {
				if f.edited.Info.Defs[name] == v {
					return true
				}
			}
		}
		return false
	}
	id, ok := ast.Unparen(d.rhs).(*ast.Ident)
	return ok && f.edited.Info.Uses[id] == types.Universe.Lookup("nil")
}

func functionType(fn ast.Node) *ast.FuncType {
	switch fn := fn.(type) {
	case *ast.FuncDecl:
		return fn.Type
	case *ast.FuncLit:
		return fn.Type
	}
	return nil
}

// reaching solves for a variable.
func (f *flow) reaching(v *types.Var) *reaching {
	if r := f.solved[v]; r != nil {
		return r
	}
	r := &reaching{defs: []def{{}}, before: make(map[ast.Node][]int)}
	f.solved[v] = r
	gives := make(map[ast.Node]int) // index of the def that a node is, or -1 for one of nil
	for _, b := range f.graph.Blocks {
		for _, n := range b.Nodes {
			if d, ok := f.sets(n, v); ok {
				if gives[n] = -1; !f.isZero(d, v) {
					gives[n] = len(r.defs)
					r.defs = append(r.defs, d)
				}
			}
		}
	}
	in := make(map[*cfg.Block]map[int]bool)
	entry := f.graph.Blocks[0]
	in[entry] = make(map[int]bool)
	if !f.isZero(r.defs[0], v) {
		in[entry][0] = true
	}
	for work := []*cfg.Block{entry}; len(work) > 0; {
		b := work[len(work)-1]
		work = work[:len(work)-1]
		now := make(map[int]bool)
		for i := range in[b] {
			now[i] = true
		}
		for _, n := range b.Nodes {
			r.before[n] = r.before[n][:0]
			for i := range now {
				r.before[n] = append(r.before[n], i)
			}
			slices.Sort(r.before[n])
			if i, ok := gives[n]; ok {
				clear(now)
				if i >= 0 {
					now[i] = true
				}
			}
		}
		for edge, succ := range b.Succs {
			old, seen := in[succ]
			if !seen {
				old = make(map[int]bool)
				in[succ] = old
			}
			changed := !seen
			if !f.nilOn(b, edge, v, true) {
				for i := range now {
					changed = changed || !old[i]
					old[i] = true
				}
			}
			if changed {
				work = append(work, succ)
			}
		}
	}
	return r
}

// nilOn reports whether a variable is nil, or known not to be, where a block is left
// by an edge.
func (f *flow) nilOn(b *cfg.Block, edge int, v *types.Var, isNil bool) bool {
	if len(b.Succs) != 2 || len(b.Nodes) == 0 {
		return false
	}
	cond, ok := b.Nodes[len(b.Nodes)-1].(ast.Expr)
	if !ok || b.Kind == cfg.KindRangeLoop || b.Succs[0].Kind == cfg.KindSelectCaseBody {
		return false
	}
	if tag := f.tags[b.Succs[0].Stmt]; tag != nil && b.Succs[0].Kind == cfg.KindSwitchCaseBody {
		id, named := ast.Unparen(cond).(*ast.Ident)
		return (edge == 0) == isNil && named && f.edited.Info.Uses[id] == types.Universe.Lookup("nil") && f.edited.variable(tag) == v
	}
	return f.implies(cond, edge == 0, v, isNil)
}

// implies reports whether a condition that comes out as want shows that a variable
// is nil, or that it is not.
func (f *flow) implies(cond ast.Expr, want bool, v *types.Var, isNil bool) bool {
	switch x := ast.Unparen(cond).(type) {
	case *ast.CallExpr:
		arg, op := f.asked(x)
		return arg != nil && f.edited.variable(arg) == v && isNil == (want == (op == token.EQL))
	case *ast.Ident:
		if test, ok := f.bools[f.edited.object(x)]; ok && f.set[v] < 2 {
			return f.implies(test, want, v, isNil)
		}
	case *ast.UnaryExpr:
		return x.Op == token.NOT && f.implies(x.X, !want, v, isNil)
	case *ast.BinaryExpr:
		switch x.Op {
		case token.LAND, token.LOR:
			left, right := f.implies(x.X, want, v, isNil), f.implies(x.Y, want, v, isNil)
			if want == (x.Op == token.LAND) {
				return left || right
			}
			return left && right
		case token.EQL, token.NEQ:
			tested := source.NilTest(x)
			return tested != nil && f.edited.variable(tested) == v && isNil == (want == (x.Op == token.EQL))
		}
	}
	return false
}
