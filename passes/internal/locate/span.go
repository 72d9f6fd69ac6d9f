package locate

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/errflow"
	"github.com/loglint/loglint/passes/internal/origin"
	"github.com/loglint/loglint/passes/internal/srcindex"
)

// Include widens the span. Positions that are not known, or lie in another file,
// add nothing.
func (g *Locator) Include(s *defect.Span, positions ...token.Pos) {
	for _, pos := range positions {
		switch {
		case !pos.IsValid() || s.Pos.IsValid() && g.Pass.Fset.File(pos) != g.Pass.Fset.File(s.Pos):
		case !s.Pos.IsValid():
			s.Pos, s.End = pos, pos
		default:
			s.Pos, s.End = min(s.Pos, pos), max(s.End, pos)
		}
	}
}

// Span returns the span of a finding about an error that is lost at the given
// ends.
func (g *Locator) Span(f defect.Finding, o *origin.Origin, t *errflow.Flow, ends ...*errflow.End) defect.Span {
	s := defect.Span{Pos: f.Pos, End: f.End}
	from, to := g.CallRange(o)
	g.Include(&s, from, to)
	if o.Kind == origin.FromParam {
		from = o.Fn.Pos()
		g.Include(&s, from)
	}
	for _, end := range ends {
		if b, _, ok := g.Branch(t, end); ok {
			g.Include(&s, b.From, b.To)
			if how, _ := b.Leave(); how == srcindex.Returning || how == srcindex.Continuing {
				continue // nothing after it has to do with the error
			}
		}
		g.includePath(&s, t, end, from)
	}
	return s
}

// includePath widens a span by the path to an end, from a position on: what comes
// before it is on the way to the next round of a loop.
func (g *Locator) includePath(s *defect.Span, t *errflow.Flow, end *errflow.End, from token.Pos) {
	for _, b := range t.Path(*end) {
		for _, instr := range b.Instrs {
			switch instr.(type) {
			case *ssa.Phi, *ssa.Alloc:
				continue // stands where its variable is declared
			}
			if pos := instr.Pos(); pos > from {
				g.Include(s, pos)
			}
			if instr == end.Instr {
				break
			}
		}
	}
	if ret, ok := end.Instr.(*ssa.Return); ok {
		if stmt := g.ReturnStmt(ret); stmt != nil {
			g.Include(s, stmt.End())
		}
	}
}
