package judge

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

// site begins the site of an error's finding.
func (g *Judge) site(kind defect.SiteKind, o *origin.Origin) *defect.Site {
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
	if call, _, ok := g.src.Call(o.Instr.Pos()); ok {
		s.Origin = call
		s.Context = g.contextFor(call.Pos())
	}
	if _, id := g.src.Taken(o.Instr.Pos(), o.Result); id != nil {
		s.Error, _ = g.Pass.TypesInfo.ObjectOf(id).(*types.Var)
	}
	return s
}

// site returns the site of one ending.
func (j *ending) site() *defect.Site {
	kind := defect.Leaves
	if j.f.Category == defect.CatNoValue {
		kind = defect.LineWithoutError
	}
	s := j.g.site(kind, j.o)
	exit := defect.Exit{At: j.f.Pos}
	if j.inSource {
		exit.Test, exit.Branch, exit.Body = j.branch.Test, j.branch.Stmt, j.branch.Body
		exit.From, exit.To = j.branch.From, j.branch.To
	}
	exit.Leave = j.leave()
	if kind == defect.LineWithoutError {
		s.Line = j.g.callAt(j.f.Pos, j.f.End)
	}
	exit.Context = j.g.contextFor(max(exit.From, exit.At))
	s.Exits = []defect.Exit{exit}
	return s
}

// leave returns the statement with which the path leaves the error branch, or
// nil.
func (j *ending) leave() ast.Stmt {
	if ret, ok := j.end.Instr.(*ssa.Return); ok {
		stmt, _ := j.g.returnStmt(ret).(*ast.ReturnStmt)
		if stmt != nil && (!j.inSource || j.branch.From <= stmt.Pos() && stmt.Pos() < j.branch.To) {
			return stmt
		}
	}
	if len(j.branch.Body) == 0 {
		return nil
	}
	switch last := j.branch.Body[len(j.branch.Body)-1].(type) {
	case *ast.ReturnStmt, *ast.BranchStmt:
		return last
	}
	return nil
}

// recovered completes the site of a recovered panic.
func (g *Judge) recovered(s *defect.Site, t *errflow.Flow, end *errflow.End) {
	b, _, ok := g.branchAt(t, end)
	if !ok {
		return
	}
	s.Exits = []defect.Exit{{Test: b.Test, Branch: b.Stmt, Body: b.Body, From: b.From, To: b.To, At: b.From, Context: g.contextFor(b.From)}}
	if call := t.Giver(end, summary.LoggedBare); call != nil {
		s.Line, _, _ = g.src.Call(call.Pos())
	}
}

// Placed gives findings about lines their sites.
func (g *Judge) Placed(findings []defect.Finding) []defect.Finding {
	for i := range findings {
		f := &findings[i]
		if f.Site != nil || f.Category == defect.CatHelper {
			continue
		}
		if call := g.callAt(f.Pos, f.End); call != nil {
			f.Site = &defect.Site{Kind: defect.LineWithoutContext, Line: call, Context: g.contextFor(call.Pos()), Binders: g.binders}
		}
	}
	return findings
}

// callAt returns the call with a range, nil if there is none.
func (g *Judge) callAt(pos, end token.Pos) *ast.CallExpr {
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

// contextFor returns the request's context in reach at pos, or nil.
func (g *Judge) contextFor(pos token.Pos) *defect.Context {
	ctx, ok := g.Reqs.At(pos)
	if !ok {
		return nil
	}
	return &ctx.Context
}

// LogCalls returns the calls of the package that write log lines, in no order:
// they show how its lines are written.
func (g *Judge) LogCalls() []*ast.CallExpr {
	var lines []*ast.CallExpr
	for _, fn := range g.Funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok || !g.Lines.Writes(call.Common()) {
					continue
				}
				if expr, _, ok := g.src.Call(call.Pos()); ok {
					lines = append(lines, expr)
				}
			}
		}
	}
	return lines
}
