package locate

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/errflow"
	"github.com/loglint/loglint/passes/internal/origin"
	"github.com/loglint/loglint/passes/internal/summary"
)

// Site begins the site of an error's finding.
func (g *Locator) Site(kind defect.SiteKind, o *origin.Origin) *defect.Site {
	s := &defect.Site{Kind: kind, Result: o.Result, Binders: g.binders}
	if o.Kind == origin.FromRecover {
		s.Kind = defect.PanicRecovered
	}
	if o.Instr == nil {
		if v, ok := o.Value.(*ssa.Parameter); ok {
			s.Error, _ = v.Object().(*types.Var)
		}
		return s
	}
	if call, _, ok := g.Source.Call(o.Instr.Pos()); ok {
		s.Origin = call
		s.Context = g.ContextFor(call.Pos())
	}
	if _, id := g.Source.Taken(o.Instr.Pos(), o.Result); id != nil {
		s.Error, _ = g.Pass.TypesInfo.ObjectOf(id).(*types.Var)
	}
	return s
}

// CompletePanic completes the site of a recovered panic.
func (g *Locator) CompletePanic(s *defect.Site, t *errflow.Flow, end *errflow.End) {
	b, _, ok := g.Branch(t, end)
	if !ok {
		return
	}
	s.Exits = []defect.Exit{{Test: b.Test, Branch: b.Stmt, Body: b.Body, From: b.From, To: b.To, At: b.From, Context: g.ContextFor(b.From)}}
	if call := t.Giver(end, summary.LoggedBare); call != nil {
		s.Line, _, _ = g.Source.Call(call.Pos())
	}
}

// Placed gives findings about lines their sites.
func (g *Locator) Placed(findings []defect.Finding) []defect.Finding {
	for i := range findings {
		f := &findings[i]
		if f.Site != nil || f.Category == defect.CatHelper {
			continue
		}
		if call := g.CallAt(f.Pos, f.End); call != nil {
			f.Site = &defect.Site{Kind: defect.LineWithoutContext, Line: call, Context: g.ContextFor(call.Pos()), Binders: g.binders}
		}
	}
	return findings
}

// CallAt returns the call with a range, nil if there is none.
func (g *Locator) CallAt(pos, end token.Pos) *ast.CallExpr {
	root := g.calls.Root()
	c, ok := root.FindByPos(pos, end)
	if !ok {
		return nil
	}
	switch n := c.Node().(type) {
	case *ast.CallExpr:
		return n
	case *ast.ExprStmt:
		call, _ := n.X.(*ast.CallExpr) // or another expression
		return call
	case *ast.GoStmt:
		return n.Call
	case *ast.DeferStmt:
		return n.Call
	}
	return nil
}

// ContextFor returns the request's context in reach at pos, or nil.
func (g *Locator) ContextFor(pos token.Pos) *defect.Context {
	ctx, ok := g.Reqs.At(pos)
	if !ok {
		return nil
	}
	return &ctx.Context
}

// LogCalls returns the calls of the package that write log lines, in no order:
// they show how its lines are written.
func (g *Locator) LogCalls() []*ast.CallExpr {
	var lines []*ast.CallExpr
	for _, fn := range g.Funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok || !g.Lines.Writes(call.Common()) {
					continue
				}
				if expr, _, ok := g.Source.Call(call.Pos()); ok {
					lines = append(lines, expr)
				}
			}
		}
	}
	return lines
}
