package judge

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/srcindex"
	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// leaveOf is how a statement has how a path leaves an error branch.
var leaveOf = map[srcindex.Leave]defect.Leave{
	srcindex.GoingOn:     defect.GoingOn,
	srcindex.Returning:   defect.Returning,
	srcindex.Continuing:  defect.Continuing,
	srcindex.LeavingLoop: defect.LeavingLoop,
}

// where returns how the path leaves the error branch.
func (j *situation) where() srcindex.Leave {
	how, _ := j.leaves()
	return how
}

func (j *situation) leaves() (srcindex.Leave, token.Pos) {
	if j.inSource {
		ret, returns := j.end.Instr.(*ssa.Return)
		if returns && j.branch.From <= ret.Pos() && ret.Pos() < j.branch.To {
			return srcindex.Returning, ret.Pos()
		}
		how, pos := j.branch.Leave()
		if how == srcindex.Returning {
			// It leaves before the branch comes to its last statement.
			if jump := j.jump(); jump != nil {
				return jump.How, jump.Pos
			}
		}
		if returns && how == srcindex.GoingOn && j.here && ret.Pos().IsValid() {
			return srcindex.Returning, ret.Pos()
		}
		return how, pos
	}
	if _, ok := j.end.Instr.(*ssa.Return); ok {
		return srcindex.Returning, ssax.Pos(j.end.Instr)
	}
	return srcindex.GoingOn, ssax.Pos(j.end.Instr)
}

// jump returns the jump by which the path leaves the error branch: the only one, or the first of which
// the path has come by what stands before it. nil if there is none.
func (j *situation) jump() *srcindex.Jump {
	jumps := j.branch.Jumps()
	if len(jumps) == 1 {
		return &jumps[0]
	}
	path := j.t.Path(*j.end)
	for i, jump := range jumps {
		for _, b := range path {
			for _, instr := range b.Instrs {
				if pos := instr.Pos(); jump.Within != nil && jump.Within.Pos() <= pos && pos < jump.Within.End() {
					return &jumps[i]
				}
			}
		}
	}
	return nil
}

// passedTo returns the callee of another package that was handed the error on
// the path, and made nothing of it.
func (j *situation) passedTo() defect.Callee {
	for _, b := range j.t.Path(*j.end) {
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			if _, inTable := program.EffectOf(&call.Call); inTable {
				continue
			}
			s := j.g.Known.OfCall(&call.Call)
			if s == nil || s.Verdict != summary.NoVerdict {
				continue
			}
			for i, arg := range ssax.Args(&call.Call) {
				if j.t.Carried(arg) && ssax.IsError(arg.Type()) && !s.Param(i).Has(summary.Traces|summary.Classified) {
					return defect.Callee{Name: j.g.CalleeName(&call.Call, call.Pos()), Line: j.g.Source.Line(call.Pos())}
				}
			}
		}
	}
	return defect.Callee{}
}

// dropped judges a path that just goes on.
func (j *ending) dropped() defect.Held {
	j.rank, j.f.Category = rankDropped, defect.CatDropped
	how, at := j.leaves()
	j.f.Says.Kind, j.f.Says.Leave, j.f.Says.Line = defect.Dropped, leaveOf[how], j.g.Source.Line(at)
	j.f.Says.Callee, j.f.Says.Counted = j.passedTo(), j.end.Fate.Has(summary.Counted)
	switch {
	case j.captured():
		j.f.Says = defect.Statement{Kind: defect.Captured, Subject: j.f.Says.Subject}
		j.strand()
	case how == srcindex.Continuing, how == srcindex.Returning && j.o.Fn.Signature.Results().Len() == 0:
		j.add(defect.EvLost)
	case how == srcindex.Returning && j.succeeds():
		j.add(defect.EvSuccess)
	case j.o.ForEffect():
		j.add(defect.EvLost)
	case how == srcindex.GoingOn:
		j.add(defect.EvGoesOn)
	}
	if (how != srcindex.Returning || len(j.branch.Body) == 0) && j.kept() {
		j.add(defect.EvKept)
	}
	return defect.NotHeld
}

// succeeds reports whether the path returns from a function that could have
// returned the error, and returns nil in its place.
func (j *situation) succeeds() bool {
	ret, ok := j.end.Instr.(*ssa.Return)
	if !ok {
		return false
	}
	for _, result := range ret.Results {
		if ssax.IsError(result.Type()) {
			v := ssax.Resolve(result, j.t.Path(*j.end))
			return v != nil && ssax.IsNil(v)
		}
	}
	return false
}

// kept reports whether the error is kept past its test: another path that goes
// on from there returns or logs it. What is lost on this one may be said in
// other words.
func (j *situation) kept() bool {
	for i := range j.t.Ends {
		other := &j.t.Ends[i]
		if other.Fate.Has(summary.Propagated|summary.Logged) && other.Branch() == j.end.Branch() && !j.t.Because(other, other.Instr.Block()) {
			return true
		}
	}
	return false
}
