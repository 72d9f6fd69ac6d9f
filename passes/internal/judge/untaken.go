package judge

import (
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
func (g *Judge) judgeUntaken(v *Verdict) {
	f, held := g.untaken(v.Origin)
	if v.Ends[0] = held; held == defect.NotHeld {
		v.Finding = &f
	}
}

// untaken makes the finding, or says by which rule there is none.
func (g *Judge) untaken(o *origin.Origin) (defect.Finding, defect.Held) {
	how, id := g.Source.Taken(o.Instr.Pos(), o.Result)
	f := defect.Finding{Category: defect.CatDiscarded, Evidence: origin.Evidence(o), Site: g.Site(defect.Untaken, o)}
	f.Pos, f.End = g.CallRange(o)
	f.Says = defect.Statement{Kind: defect.Discarded, Subject: g.Subject(o)}
	stmt := g.Source.Statement(o.Instr.Pos())
	if g.Source.Comments(f.Pos, f.End, stmt) == intent.Reasoned || g.Source.Above(stmt) == intent.Reasoned {
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
	if g.needed(o) {
		f.Evidence = append(f.Evidence, defect.EvNext)
	}
	if how == srcindex.TakenValue {
		if id == nil {
			return defect.Finding{}, defect.HeldUnseen
		}
		next := g.AssignedNext(o, id)
		if !next.IsValid() {
			f.Category = defect.CatDropped
			f.Says.Kind = defect.Unread
			f.Evidence = append(f.Evidence, defect.EvSlip)
			g.AddSource(&f.Says, o)
			g.after(&f, o, nil, nil)
			if o.Class < known.Decode {
				return f, defect.HeldParse
			}
			return f, defect.NotHeld
		}
		f.Category = defect.CatOverwritten
		f.Says.Kind, f.Says.Line = defect.Overwritten, g.Source.Line(next)
		f.Span = defect.Span{Pos: f.Pos, End: f.End}
		g.Include(&f.Span, next)
		if o.Class < known.Decode {
			f.Evidence = append(f.Evidence, defect.EvOutside)
		}
		f.Evidence = append(f.Evidence, defect.EvSlip)
		g.after(&f, o, nil, nil)
		return f, defect.NotHeld
	}
	if o.Encodes == origin.EncodesPlain {
		return defect.Finding{}, defect.HeldPlain
	}
	if (how == srcindex.TakenBare || how == srcindex.TakenDefer) && o.Class == known.Environment && o.Source == origin.FromTable {
		f.Evidence = append(f.Evidence, defect.EvLost) // whatever it was to do need not have been done
	}
	switch how {
	case srcindex.TakenIgnored:
		f.Evidence = append(f.Evidence, defect.EvExplicit)
	case srcindex.TakenGo:
		f.Category = defect.CatGoroutine
		f.Says.Kind = defect.EndsGoroutine
		f.Evidence = append(f.Evidence, defect.EvBoundary)
	default:
		if category, kind := g.LostIn(o.Fn); category != "" {
			f.Category, f.Says.Kind = category, kind
		}
	}
	g.practice.Compare(&f, o)
	g.AddSource(&f.Says, o)
	g.after(&f, o, nil, nil)
	return f, defect.NotHeld
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

// needed reports whether a call makes a directory, and a later call of the function, whose error is looked
// at, opens, makes or moves something in this machine's files: that fails where there is no directory.
func (g *Judge) needed(o *origin.Origin) bool {
	if o.Kind != origin.FromCall || !known.MakesDirectory(ssax.CalleeObject(o.Instr.Common())) {
		return false
	}
	flow := g.Functions[o.Fn]
	if flow == nil {
		return false
	}
	for i, later := range flow.Origins {
		if later.Instr == nil || flow.Flows[i] == nil || !flow.Flows[i].Handled() {
			continue
		}
		switch max(later.Work, later.Does) {
		case known.Reads, known.Removes, known.Writes, known.Queries, known.Stores:
		default:
			continue
		}
		from, to := o.Instr.Block(), later.Instr.Block()
		if from == to && ssax.Before(o.Instr, later.Instr) || from != to && ssax.Reaches(from, to) {
			return true
		}
	}
	return false
}

// undoes reports whether control comes to b because of another error: what
// fails there is second to that.
func undoes(b *ssa.BasicBlock) bool { return ssax.InErrorBranch(b) }
