package origin

import (
	"go/constant"
	"go/types"
	"os"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/convention"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// workOf returns the work of a call as far as the tables know it.
func workOf(obj *types.Func, common *ssa.CallCommon) known.Work {
	if obj == nil {
		return known.NoWork
	}
	if k := known.KeyOf(obj); k.Pkg == "os" && k.Name == "OpenFile" && onlyReads(ssax.Args(common)) {
		return known.Reads
	}
	return known.WorkOf(obj)
}

// onlyReads reports whether the flags of a call of os.OpenFile open the file for nothing but
// reading.
func onlyReads(args []ssa.Value) bool {
	if len(args) != 3 {
		return false
	}
	c, ok := args[1].(*ssa.Const)
	if !ok || c.Value == nil {
		return false
	}
	flags, exact := constant.Int64Val(c.Value)
	return exact && flags&int64(os.O_WRONLY|os.O_RDWR|os.O_CREATE|os.O_TRUNC) == 0
}

// works names the evidence of each work.
var works = map[known.Work]defect.Evidence{
	known.Reads: defect.EvReads, known.RunsProcess: defect.EvRuns, known.Connects: defect.EvConnects, known.Receives: defect.EvReceives,
	known.Calls: defect.EvCalls, known.Queries: defect.EvQueries, known.Listens: defect.EvListens, known.Sends: defect.EvSends,
	known.Removes: defect.EvRemoves, known.Writes: defect.EvWrites, known.Stores: defect.EvStores,
}

// workEvidence is what the work of the call that failed says, by the tables and the bodies
// of callees, and by its name.
func workEvidence(o *Origin) []defect.Evidence {
	var evidence []defect.Evidence
	if ev, ok := works[o.Work]; ok {
		evidence = append(evidence, ev)
	}
	if o.Kind != FromCall {
		return evidence
	}
	switch name := calledAs(o.Instr.Common()); {
	case o.Work == known.Removes && o.Class == known.Cleanup:
	case convention.Changes(name):
		evidence = append(evidence, defect.EvChanges)
	case convention.Asks(name):
		evidence = append(evidence, defect.EvAsks)
	}
	return evidence
}

// calledAs returns the name of the function that a call calls, or of the variable or field that
// holds it; "" if it has none.
func calledAs(common *ssa.CallCommon) string {
	if obj := ssax.CalleeObject(common); obj != nil {
		return obj.Name()
	}
	path := ssax.PathOf(common.Value)
	return path[strings.LastIndexByte(path, '.')+1:]
}
