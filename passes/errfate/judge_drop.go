package errfate

import (
	"fmt"
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/srcindex"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// leaveWords is how messages say how a path leaves an error branch.
var leaveWords = map[srcindex.Leave]string{
	srcindex.GoingOn:     "going on",
	srcindex.Returning:   "returning",
	srcindex.Continuing:  "continuing",
	srcindex.LeavingLoop: "leaving the loop",
}

// where returns how the path leaves the error branch.
func (j *ending) where() srcindex.Leave {
	how, _ := j.leaves()
	return how
}

func (j *ending) leaves() (srcindex.Leave, token.Pos) {
	if j.inSource {
		how, pos := j.branch.Leave()
		if ret, ok := j.end.instr.(*ssa.Return); ok && how == srcindex.GoingOn && j.here && ret.Pos().IsValid() {
			return srcindex.Returning, ret.Pos()
		}
		return how, pos
	}
	if _, ok := j.end.instr.(*ssa.Return); ok {
		return srcindex.Returning, ssax.Pos(j.end.instr)
	}
	return srcindex.GoingOn, ssax.Pos(j.end.instr)
}

// passedTo names the callee of another package that was handed the error on
// the path, and made nothing of it, to begin a message with.
func (j *ending) passedTo() string {
	for _, b := range j.t.witness(*j.end) {
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			s := j.e.summary(&call.Call)
			if s == nil || s.Verdict != NoVerdict {
				continue
			}
			for i, arg := range ssax.Args(&call.Call) {
				if _, carried := j.t.set.bit(arg); carried && ssax.IsError(arg.Type()) && !s.param(i).Has(traces|Classified) {
					return fmt.Sprintf("%s, called at line %d, makes nothing of it, and ", j.e.calleeName(&call.Call, call.Pos()), j.e.src.Line(call.Pos()))
				}
			}
		}
	}
	return ""
}

// dropped judges a path that just goes on.
func (j *ending) dropped() bool {
	j.rank, j.f.Category = rankDropped, CatDropped
	how, at := j.leaves()
	does := "neither returns nor logs it"
	if j.end.fate.Has(Counted) {
		does = "only counts it"
	}
	j.f.Text = fmt.Sprintf("%s is dropped: %sthe path %s at line %d %s", j.subject, j.passedTo(), leaveWords[how], j.e.src.Line(at), does)
	switch {
	case j.captured():
		j.f.Text = j.subject + " is dropped: the captured variable that takes it is neither returned nor logged"
	case how == srcindex.Continuing, how == srcindex.Returning && j.o.fn.Signature.Results().Len() == 0:
		j.add(EvLost)
	case how == srcindex.Returning && j.succeeds():
		j.add(EvSuccess)
	case j.o.forEffect():
		j.add(EvLost)
	case how == srcindex.GoingOn:
		j.add(EvGoesOn)
	}
	if (how != srcindex.Returning || len(j.branch.Body) == 0) && j.kept() {
		j.add(EvKept)
	}
	return true
}

// succeeds reports whether the path returns from a function that could have
// returned the error, and returns nil in its place.
func (j *ending) succeeds() bool {
	ret, ok := j.end.instr.(*ssa.Return)
	if !ok {
		return false
	}
	for _, result := range ret.Results {
		if ssax.IsError(result.Type()) {
			v := resolve(result, j.t.witness(*j.end))
			return v != nil && ssax.IsNil(v)
		}
	}
	return false
}

// kept reports whether the error is kept past its test: another path that goes
// on from there returns or logs it. What is lost on this one may be said in
// other words.
func (j *ending) kept() bool {
	for i := range j.t.ends {
		other := &j.t.ends[i]
		if other.fate.Has(Propagated|Logged) && other.state.branch == j.end.state.branch && !j.t.inBranch(other.state, other.instr.Block()) {
			return true
		}
	}
	return false
}
