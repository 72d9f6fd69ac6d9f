package judge

import (
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/convention"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// mayTell says of an error that is lost what is called in its branch that may tell of it, by its
// name, and of which nothing is known: whoever reads the finding knows, and can declare it.
func (j *ending) mayTell() {
	switch j.f.Category {
	case defect.CatDropped, defect.CatAnswered, defect.CatExit, defect.CatGoroutine, defect.CatCallback:
	default:
		return
	}
	for b, inBranch := range j.t.KnownBlocks(j.end) {
		if !inBranch {
			continue
		}
		for _, instr := range b.Instrs {
			if call, ok := instr.(*ssa.Call); ok && j.isUnknownTeller(&call.Call) {
				j.f.Says.Unknown = defect.Callee{Name: j.g.CalleeName(&call.Call, call.Pos()), Line: j.g.Source.Line(call.Pos())}
				return
			}
		}
	}
}

// isUnknownTeller reports whether a call is made for its effect alone, its name says that it tells of
// something, and neither a table nor a body shows what it does.
func (j *ending) isUnknownTeller(common *ssa.CallCommon) bool {
	obj := ssax.CalleeObject(common)
	if obj == nil || common.Signature().Results().Len() > 0 || common.Signature().Params().Len() == 0 || !convention.Tells(obj.Name()) {
		return false
	}
	if _, ok := program.EffectOf(common); ok {
		return false
	}
	return j.g.Known.OfCall(common) == nil
}
