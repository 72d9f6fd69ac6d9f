package judge

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// replaced judges a path that returns another error.
func (j *ending) replaced() defect.Held {
	ret := j.end.Instr.(*ssa.Return)
	fresh, attempt := j.fresh(ret)
	switch {
	case j.here && j.returnsKnownNil(ret):
		j.replacedAt(j.g.ReturnStmt(ret))
		j.f.Says.Kind = defect.ReplacedByNil
		j.add(defect.EvWrong)
		return defect.NotHeld
	case !fresh && (j.here || attempt || j.fallback()):
		// A second attempt, whose own error is returned, or another error
		// that was there before.
		j.add(defect.EvInScope)
	}
	if made := j.made(ret); made != nil && j.quotes(ssax.Args(&made.Call)) {
		j.add(defect.EvPartial)
	}
	if !j.here && !j.givesUp(ret) {
		if j.collected() {
			return defect.HeldCollected
		}
		return j.dropped()
	}
	stmt := j.g.ReturnStmt(ret)
	if status, ok := j.constructed(ret); ok {
		return j.answeredWith(stmt, status)
	}
	if stmt != nil {
		return j.replacedAt(stmt)
	}
	return j.replacedAt(nil)
}

// made returns the call that makes the error returned, if one is made there.
func (j *situation) made(ret *ssa.Return) *ssa.Call {
	blocks := j.t.Path(*j.end)
	for _, result := range ret.Results {
		if !ssax.IsErrorLike(result.Type()) {
			continue
		}
		if v := ssax.Resolve(result, blocks); v != nil {
			made, _ := ssax.Unwrap(v).(*ssa.Call)
			return made
		}
	}
	return nil
}

// returnsKnownNil reports whether a return statement names an error variable
// that is nil there, as a test on the way has shown.
func (j *situation) returnsKnownNil(ret *ssa.Return) bool {
	for _, result := range ret.Results {
		if ssax.IsError(result.Type()) && !ssax.IsNil(result) {
			return ssax.ComparedWithNil(result, token.EQL, ret.Block())
		}
	}
	return false
}

// replacedAt completes the finding for the return statement at.
func (j *ending) replacedAt(at ast.Node) defect.Held {
	j.rank, j.f.Category = rankReplaced, defect.CatReplaced
	// That there is an error is what it says: a question is not answered by it.
	j.f.Evidence = slices.DeleteFunc(j.f.Evidence, func(ev defect.Evidence) bool { return ev == defect.EvPredicate })
	if at != nil {
		j.f.Pos, j.f.End = at.Pos(), at.End()
	}
	j.f.Says.Kind, j.f.Says.Line = defect.Replaced, j.g.Source.Line(j.f.Pos)
	j.add(defect.EvAbsent)
	return defect.NotHeld
}

// fresh reports whether the error returned is a new one or a sentinel, not
// that of another call; attempt says that this other call is made because of
// the error.
func (j *situation) fresh(ret *ssa.Return) (fresh, attempt bool) {
	blocks := j.t.Path(*j.end)
	for _, result := range ret.Results {
		if !ssax.IsErrorLike(result.Type()) {
			continue
		}
		switch v := ssax.Resolve(result, blocks).(type) {
		case *ssa.Extract:
			return false, j.t.Because(j.end, v.Block())
		case *ssa.Call:
			effect, ok := program.EffectOf(&v.Call)
			if ok && effect.Role == known.Wraps {
				another := j.ofAnother(v)
				return !another, another
			}
			// A constructor of this program's own: it is given no error.
			for _, arg := range v.Call.Args {
				if ssax.IsError(arg.Type()) {
					return false, false
				}
			}
			return j.g.Package.Origins.ClassOf(&v.Call) < known.Probe, j.t.Because(j.end, v.Block())
		case *ssa.Parameter, *ssa.Phi:
			return false, false
		}
	}
	return true, false
}

// replacedInBody returns the return statement of a range-over-func body that
// returns another error from the function around it, or nil.
func (j *situation) replacedInBody() ast.Node {
	if !ssax.IsRangeFuncBody(j.o.Fn) || !j.here || len(j.branch.Body) == 0 {
		return nil
	}
	stmt, ok := j.branch.Body[len(j.branch.Body)-1].(*ast.ReturnStmt)
	if !ok {
		return nil
	}
	for _, x := range stmt.Results {
		tv := j.g.Pass.TypesInfo.Types[x]
		if !tv.IsNil() && tv.Type != nil && ssax.IsError(tv.Type) {
			return stmt
		}
	}
	return nil
}

// returnsFailure reports whether what is returned is an error that a test on the way has shown to
// be one, or that is made there: the first of several that is kept.
func (j *situation) returnsFailure(ret *ssa.Return) bool {
	blocks := j.t.Path(*j.end)
	for _, result := range ret.Results {
		v := ssax.Resolve(result, blocks)
		if v == nil || !ssax.IsError(v.Type()) || ssax.IsNil(v) {
			continue
		}
		if call, ok := ssax.Unwrap(v).(*ssa.Call); ok {
			if effect, ok := program.EffectOf(&call.Call); ok && effect.Role == known.Wraps {
				return true
			}
		}
		if isNil, known := j.tests()[v]; known && !isNil {
			return true
		}
	}
	return false
}

// tests returns the errors that conditions on the path compare with nil, and whether they are.
// An error that is found to be both is in it as what it was found to be first; contradicts says so.
func (j *situation) tests() map[ssa.Value]bool {
	found, _ := j.comparisons()
	return found
}

// contradicts reports whether the path takes one error to be nil at one place and not nil at
// another, so that there is no such path.
func (j *situation) contradicts() bool {
	_, both := j.comparisons()
	return both
}

// comparisons is what tests and contradicts say.
func (j *situation) comparisons() (found map[ssa.Value]bool, both bool) {
	found = make(map[ssa.Value]bool)
	blocks := j.t.Path(*j.end)
	for i := 1; i < len(blocks); i++ {
		cond, ok := blocks[i-1].Instrs[len(blocks[i-1].Instrs)-1].(*ssa.If)
		if !ok || cond.Block().Succs[0] == cond.Block().Succs[1] {
			continue
		}
		test, ok := cond.Cond.(*ssa.BinOp)
		if !ok || test.Op != token.NEQ && test.Op != token.EQL || !ssax.IsNil(test.Y) || !ssax.IsError(test.X.Type()) {
			continue
		}
		v := ssax.Resolve(test.X, blocks[:i])
		if v == nil {
			continue
		}
		isNil := (test.Op == token.EQL) == (blocks[i] == cond.Block().Succs[0])
		if before, seen := found[v]; seen {
			both = both || before != isNil
		} else {
			found[v] = isNil
		}
	}
	return found, both
}

// collected reports whether the error is held at the end by a list of errors that it was added
// to, or by an error that joins several.
func (j *situation) collected() bool {
	for _, v := range j.t.Carriers() {
		phi, ok := v.(*ssa.Phi)
		if !ok || !j.t.Holds(j.end, v) {
			continue
		}
		for _, edge := range phi.Edges {
			call, ok := edge.(*ssa.Call)
			if ok && slices.ContainsFunc(call.Call.Args, func(arg ssa.Value) bool { return ssax.Unwrap(arg) == v }) {
				return true
			}
		}
	}
	return false
}
