package course

import (
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/errflow"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// maxDepth bounds how many helpers of the package are looked through for what keeps an error.
const maxDepth = 4

// kept returns what an instruction makes of an error that it hands on for good: it escapes if what
// keeps it is known, which is named, and its fate is unknown if it is not.
func (w *Writer) kept(t *errflow.Flow, instr ssa.Instruction) (defect.Fate, string) {
	switch instr := instr.(type) {
	case *ssa.Panic:
		return defect.FateEscaped, "a panic"
	case *ssa.Send, *ssa.Select:
		return defect.FateEscaped, "a channel"
	case *ssa.MapUpdate:
		return defect.FateEscaped, "a map"
	case *ssa.Store:
		return defect.FateEscaped, "a variable that others read"
	case *ssa.MakeClosure:
		return defect.FateEscaped, "a function literal"
	case ssa.CallInstruction:
		return w.keptBy(t, instr)
	}
	return defect.FateUnknown, ""
}

// keptBy says the same of a call.
func (w *Writer) keptBy(t *errflow.Flow, call ssa.CallInstruction) (defect.Fate, string) {
	common := call.Common()
	if b, ok := common.Value.(*ssa.Builtin); ok {
		if b.Name() == "append" {
			return defect.FateEscaped, "a list"
		}
		return defect.FateEscaped, b.Name()
	}
	name := w.CalleeName(common, call.Pos())
	if _, ok := program.EffectOf(common); ok || w.keeps(t, common, 0) {
		return defect.FateEscaped, name
	}
	for _, d := range t.Delegations {
		if d.Call == call {
			return defect.FateEscaped, name // where it is an error of its own
		}
	}
	return defect.FateUnknown, name
}

// keeps reports whether what is called is known to keep the errors of t that it is handed: it is of
// this package, and what it does with each is known.
func (w *Writer) keeps(t *errflow.Flow, common *ssa.CallCommon, depth int) bool {
	callees := w.Callees(common)
	if depth == maxDepth || len(callees) == 0 {
		return false
	}
	for _, callee := range callees {
		flow := w.Functions[w.Declaration(callee)]
		if flow == nil {
			return false
		}
		for _, p := range flow.Params {
			if i := p.Index; i < len(ssax.Args(common)) && t.Carried(ssax.Args(common)[i]) && !w.paramKept(p.Flow, depth) {
				return false
			}
		}
		if len(flow.Params) == 0 {
			return false
		}
	}
	return true
}

// paramKept reports whether all that a function does with an error that it is handed is known.
func (w *Writer) paramKept(t *errflow.Flow, depth int) bool {
	for i := range t.Ends {
		end := &t.Ends[i]
		if !end.Fate.Has(summary.Escaped) {
			continue
		}
		if call, ok := end.Instr.(ssa.CallInstruction); ok {
			if _, tabled := program.EffectOf(call.Common()); tabled || isBuiltin(call) || w.keeps(t, call.Common(), depth+1) {
				continue
			}
			return false
		}
	}
	return true
}

func isBuiltin(call ssa.CallInstruction) bool {
	_, ok := call.Common().Value.(*ssa.Builtin)
	return ok
}
