package judge

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/intent"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/origin"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/srcindex"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// judgeUntaken judges an error that no value takes.
func (g *Judge) judgeUntaken(o *origin.Origin) (defect.Finding, bool) {
	how, id := g.src.Taken(o.Instr.Pos(), o.Result)
	f := defect.Finding{Category: defect.CatDiscarded, Evidence: origin.Evidence(o), Site: g.site(defect.Untaken, o)}
	f.Pos, f.End = g.callRange(o)
	f.Says = defect.Statement{Kind: defect.Discarded, Subject: g.subject(o)}
	stmt := g.src.Statement(o.Instr.Pos())
	if g.src.Comments(f.Pos, f.End, stmt) == intent.Reasoned || g.src.Above(stmt) == intent.Reasoned {
		f.Evidence = append(f.Evidence, defect.EvReason)
	}
	if g.InHarness(o.Fn.Pos()) {
		f.Evidence = append(f.Evidence, defect.EvHarness)
	}
	if how == srcindex.TakenBlank && g.decorates(o) {
		f.Evidence = append(f.Evidence, defect.EvInScope)
	}
	if how == srcindex.TakenBare && undoes(o.Instr.Block()) || how == srcindex.TakenDefer && o.Source == origin.FromDynamic {
		f.Evidence = append(f.Evidence, defect.EvUndoing)
	}
	if how == srcindex.TakenValue {
		if id == nil {
			return defect.Finding{}, false
		}
		next := g.assignedNext(o, id)
		if !next.IsValid() {
			f.Category = defect.CatDropped
			f.Says.Kind = defect.Unread
			g.addSource(&f.Says, o)
			f.Confidence = defect.ConfidenceOf(f.Evidence)
			return f, o.Class >= known.Decode
		}
		f.Category = defect.CatOverwritten
		f.Says.Kind, f.Says.Line = defect.Overwritten, g.src.Line(next)
		f.Span = defect.Span{Pos: f.Pos, End: f.End}
		g.Include(&f.Span, next)
		if o.Class < known.Decode {
			f.Evidence = append(f.Evidence, defect.EvOutside)
		}
		f.Evidence = append(f.Evidence, defect.EvSlip)
		f.Confidence = defect.ConfidenceOf(f.Evidence)
		return f, true
	}
	if how == srcindex.TakenBare && o.Class == known.Environment && o.Source == origin.FromTable {
		f.Evidence = append(f.Evidence, defect.EvLost) // whatever it was to do need not have been done
	}
	switch how {
	case srcindex.TakenIgnored:
		f.Evidence = append(f.Evidence, defect.EvExplicit)
	case srcindex.TakenGo:
		f.Category = defect.CatGoroutine
		f.Says.Kind = defect.EndsGoroutine
	default:
		if category, kind := g.lostIn(o.Fn); category != "" {
			f.Category, f.Says.Kind = category, kind
		}
	}
	g.deviate(&f, o)
	g.addSource(&f.Says, o)
	f.Confidence = defect.ConfidenceOf(f.Evidence)
	return f, true
}

// decorates reports whether the other result of a call is only put into an
// error that is made there: the text of a failed reply, say, which the reader
// of the error can do without.
func (g *Judge) decorates(o *origin.Origin) bool {
	v := o.Instr.Value()
	if v == nil {
		return false
	}
	made := false
	seen := make(map[ssa.Value]bool)
	var into func(v ssa.Value) bool
	into = func(v ssa.Value) bool {
		if seen[v] {
			return true
		}
		seen[v] = true
		for _, ref := range ssax.Referrers(v) {
			switch ref := ref.(type) {
			case *ssa.DebugRef, *ssa.IndexAddr, *ssa.Alloc:
			case *ssa.Store:
				index, ok := ref.Addr.(*ssa.IndexAddr)
				if !ok || !into(index.X) {
					return false
				}
			case *ssa.Call:
				effect, ok := program.EffectOf(&ref.Call)
				if !ok || effect.Role != known.Wraps {
					return false
				}
				if ssax.IsError(ref.Type()) {
					made = true
				} else if !into(ref) {
					return false
				}
			case *ssa.Extract, *ssa.MakeInterface, *ssa.Convert, *ssa.ChangeType, *ssa.Slice:
				if !into(ref.(ssa.Value)) {
					return false
				}
			default:
				return false
			}
		}
		return true
	}
	return into(v) && made
}

// undoes reports whether control comes to b because of another error: what
// fails there is second to that.
func undoes(b *ssa.BasicBlock) bool { return ssax.InErrorBranch(b) }

// assignedNext returns where the variable id is assigned next after the call of
// o, [token.NoPos] if it is not.
func (g *Judge) assignedNext(o *origin.Origin, id *ast.Ident) token.Pos {
	obj := g.Pass.TypesInfo.ObjectOf(id)
	_, c, ok := g.src.Call(o.Instr.Pos())
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
