package origin

import (
	"go/constant"
	"go/types"
	"os"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/convention"
	"github.com/loglint/loglint/passes/internal/destination"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// workOf returns the work of a call as far as the tables know it.
func (x *Finder) workOf(obj *types.Func, common *ssa.CallCommon) known.Work {
	if obj == nil {
		return known.NoWork
	}
	k, work := known.KeyOf(obj), known.WorkOf(obj)
	switch {
	case k.Pkg == "os" && k.Name == "OpenFile" && onlyReads(ssax.Args(common)):
		return known.Reads
	case work == known.Sends:
		w := writerOf(k, common)
		if w == nil {
			return work
		}
		switch places := x.destinations.Of(w); {
		case places.Has(destination.File):
			return known.Writes
		case !places.Has(destination.Peer | destination.Client):
			return known.Emits
		}
	case work == known.Receives:
		if r := readerOf(k, common); r != nil {
			return workOfReader(x.destinations.From(r))
		}
	}
	return work
}

// WorkOf returns the work of a call that is no origin, as far as the tables know it.
func (x *Finder) WorkOf(common *ssa.CallCommon) known.Work {
	return x.workOf(ssax.CalleeObject(common), common)
}

// workOfReader returns the work of a call that reads from one of some places.
func workOfReader(places destination.Set) known.Work {
	switch {
	case places.Has(destination.Peer | destination.Client):
		return known.Receives
	case places.Has(destination.File):
		return known.Reads
	case places&^destination.Decoded == destination.Memory:
		return known.NoWork
	}
	return known.Pulls
}

// readerOf returns what a call reads from, nil if it is no call that is handed a reader, or
// called on what was made of one.
func readerOf(k known.Key, common *ssa.CallCommon) ssa.Value {
	switch k.Pkg {
	case "io", "io/ioutil", "archive/tar", "bufio", "compress/gzip", "encoding/csv":
	default:
		return nil
	}
	if receiver := ssax.Receiver(common); receiver != nil {
		return receiver
	}
	for _, arg := range ssax.Args(common) {
		if destination.IsReader(arg.Type()) {
			return arg
		}
	}
	return nil
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
	known.Emits: defect.EvEmits, known.Pulls: defect.EvPulls, known.Reads: defect.EvReads, known.RunsProcess: defect.EvRuns, known.Connects: defect.EvConnects, known.Receives: defect.EvReceives,
	known.Calls: defect.EvCalls, known.Queries: defect.EvQueries, known.Listens: defect.EvListens, known.Serves: defect.EvServes, known.Sends: defect.EvSends,
	known.Removes: defect.EvRemoves, known.Writes: defect.EvWrites, known.Stores: defect.EvStores,
}

// workEvidence is what the work of the call that failed says, by the tables and the bodies
// of callees, and by its name.
func workEvidence(o *Origin) []defect.Evidence {
	if o.Kind != FromCall {
		if ev, ok := works[o.Work]; ok {
			return []defect.Evidence{ev}
		}
		return nil
	}
	return EvidenceOfCall(o.Instr.Common(), o.Work, o.Class == known.Cleanup)
}

// EvidenceOfCall is what the work of a call says, and its name; cleansUp says that it is made to
// clean up.
func EvidenceOfCall(common *ssa.CallCommon, work known.Work, cleansUp bool) []defect.Evidence {
	var evidence []defect.Evidence
	if ev, ok := works[work]; ok {
		evidence = append(evidence, ev)
	}
	switch name := calledAs(common); {
	case work == known.Removes && cleansUp:
	case convention.Changes(name):
		evidence = append(evidence, defect.EvChanges)
	case convention.Puts(name) && known.WorkOf(ssax.CalleeObject(common)) == known.NoWork: // or else more is known
		evidence = append(evidence, defect.EvPuts)
	case convention.Asks(name):
		evidence = append(evidence, defect.EvAsks)
	case convention.Checks(name):
		evidence = append(evidence, defect.EvChecks)
	}
	if convention.Guards(calledAs(common)) {
		evidence = append(evidence, defect.EvGuards)
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
