// Package locate leads from what was found in SSA to where it stands in the source: the
// call that an error comes from, the branch that a path took, the range and the span of a
// finding, the site that whoever mends it has to know, and what messages call it.
package locate

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/convention"
	"github.com/loglint/loglint/passes/internal/fates"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/origin"
	"github.com/loglint/loglint/passes/internal/role"
	"github.com/loglint/loglint/passes/internal/srcindex"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// A Locator leads from what was found in SSA to where it stands in the source.
type Locator struct {
	*fates.Package
	Source  *srcindex.Index
	calls   *inspector.Inspector
	binders []defect.Binder // that sites offer
}

// New returns one for a package. src leads from positions to the source, which syntax
// walks, and binders are what lines can be written with.
func New(pkg *fates.Package, src *srcindex.Index, syntax *inspector.Inspector, binders []defect.Binder) *Locator {
	return &Locator{Package: pkg, Source: src, calls: syntax, binders: binders}
}

// NamedAway reports whether the variable that takes the error has a name that
// says that it is let go on purpose: ignored, expectedErr, errIgnored.
func (g *Locator) NamedAway(o *origin.Origin) bool {
	if o.Instr == nil {
		return false
	}
	_, id := g.Source.Taken(o.Instr.Pos(), o.Result)
	return id != nil && convention.LetsGo(id.Name)
}

// LostIn returns the category and kind of an error that is lost in a function
// literal that cannot return it; "" if fn is none.
func (g *Locator) LostIn(fn *ssa.Function) (defect.Category, defect.Kind) {
	switch role.BoundaryOf(g.Reqs, fn) {
	case role.InGoroutine:
		return defect.CatGoroutine, defect.EndsGoroutine
	case role.InCallback:
		return defect.CatCallback, defect.EndsCallback
	case role.InDeferred:
		return defect.CatCallback, defect.EndsDeferred
	}
	return "", 0
}

// Retakes reports whether the error branch tries another way to what the
// failed call was to give: a call that can fail itself is assigned to one of
// the same variables.
func (g *Locator) Retakes(o *origin.Origin, b srcindex.Branch) bool {
	if o.Instr == nil {
		return false
	}
	wanted := make(map[types.Object]bool)
	for i := range o.Instr.Common().Signature().Results().Len() {
		if _, id := g.Source.Taken(o.Instr.Pos(), i); id != nil && id.Name != "_" {
			wanted[g.Pass.TypesInfo.ObjectOf(id)] = true
		}
	}
	var errorVar types.Object
	if _, id := g.Source.Taken(o.Instr.Pos(), o.Result); id != nil {
		errorVar = g.Pass.TypesInfo.ObjectOf(id)
	}
	found := false
	for _, stmt := range b.Body {
		ast.Inspect(stmt, func(n ast.Node) bool {
			assign, ok := n.(*ast.AssignStmt)
			if !ok || len(assign.Rhs) != 1 {
				return !found
			}
			call, ok := ast.Unparen(assign.Rhs[0]).(*ast.CallExpr)
			if !ok || !g.fails(call) || g.mentions(call.Args, errorVar) {
				return !found
			}
			for _, lhs := range assign.Lhs {
				if id, ok := lhs.(*ast.Ident); ok && wanted[g.Pass.TypesInfo.ObjectOf(id)] {
					found = true
				}
			}
			return !found
		})
	}
	return found
}

// mentions reports whether a variable is used in one of the expressions.
func (g *Locator) mentions(exprs []ast.Expr, v types.Object) bool {
	found := false
	for _, x := range exprs {
		ast.Inspect(x, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			found = found || ok && v != nil && g.Pass.TypesInfo.ObjectOf(id) == v
			return !found
		})
	}
	return found
}

// Declares reports whether the variable that takes the error is declared
// there.
func (g *Locator) Declares(o *origin.Origin) bool {
	if o.Instr == nil {
		return false
	}
	_, id := g.Source.Taken(o.Instr.Pos(), o.Result)
	return id != nil && g.Pass.TypesInfo.Defs[id] != nil
}

// fails reports whether a call has a result that is an error, and is not one
// that only wraps another.
func (g *Locator) fails(call *ast.CallExpr) bool {
	if fn := typeutil.StaticCallee(g.Pass.TypesInfo, call); fn != nil {
		if effect, ok := known.EffectOf(fn); ok && effect.Role == known.Wraps {
			return false
		}
	}
	switch t := g.Pass.TypesInfo.TypeOf(call).(type) {
	case *types.Tuple:
		for v := range t.Variables() {
			if ssax.IsError(v.Type()) {
				return true
			}
		}
	case types.Type:
		return ssax.IsError(t)
	}
	return false
}

// AssignedNext returns where the variable id is assigned next after the call of
// o, [token.NoPos] if it is not.
func (g *Locator) AssignedNext(o *origin.Origin, id *ast.Ident) token.Pos {
	obj := g.Pass.TypesInfo.ObjectOf(id)
	_, c, ok := g.Source.Call(o.Instr.Pos())
	if obj == nil || !ok {
		return token.NoPos
	}
	for c.Parent().Node() != nil {
		if _, ok := c.Node().(*ast.FuncDecl); ok {
			break
		}
		if _, ok := c.Node().(*ast.File); ok {
			break
		}
		c = c.Parent()
	}
	best := token.NoPos
	for a := range c.Preorder((*ast.AssignStmt)(nil), (*ast.RangeStmt)(nil)) {
		assign, ok := a.Node().(*ast.AssignStmt)
		if !ok || assign.Pos() <= id.Pos() {
			continue
		}
		for _, lhs := range assign.Lhs {
			if l, ok := lhs.(*ast.Ident); ok && g.Pass.TypesInfo.ObjectOf(l) == obj && (!best.IsValid() || l.Pos() < best) {
				best = l.Pos()
			}
		}
	}
	return best
}
