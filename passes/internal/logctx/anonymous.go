package logctx

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/logline"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// anonymous reports whether a line tells of a failure and of nothing of the
// request: neither its logger nor any argument comes from it, and nothing that
// follows in its branch says more.
func (l *Reporter) anonymous(call ssa.CallInstruction) bool {
	common := call.Common()
	if l.Lines.ToneOf(call) != logline.OfFailure || l.bound(ssax.Receiver(common)) {
		return false
	}
	for _, arg := range ssax.Args(common) {
		if l.Reqs.FromRequest(arg) || l.quotesRequest(arg, new(ssax.Walk)) {
			return false
		}
	}
	return !l.saidAfter(call)
}

// quotesRequest reports whether an argument holds an error that quotes data
// of the request: what fails to be parsed stands in the error of the parser.
func (l *Reporter) quotesRequest(arg ssa.Value, w *ssax.Walk) bool {
	for v := range logline.Parts(arg) {
		if l.quotes(v, w) {
			return true
		}
	}
	return false
}

// quotes looks through what wraps an error for the call that made it.
func (l *Reporter) quotes(v ssa.Value, w *ssax.Walk) bool {
	sources, _ := ssax.Sources(v)
	return slices.ContainsFunc(sources, func(v ssa.Value) bool { return l.quotesIn(v, w) })
}

// quotesIn is [Reporter.quotes] for what is made where it stands.
func (l *Reporter) quotesIn(v ssa.Value, w *ssax.Walk) bool {
	if !w.Enter(v) {
		return false
	}
	if x, ok := v.(*ssa.Extract); ok {
		v = x.Tuple
	}
	if v, ok := v.(*ssa.Call); ok {
		obj := ssax.CalleeObject(&v.Call)
		if obj == nil {
			return false
		}
		effect, inTable := known.EffectOf(obj)
		for _, arg := range v.Call.Args {
			switch {
			case inTable && effect.Role == known.Wraps:
				if l.quotesRequest(arg, w) {
					return true
				}
			case known.ClassOf(obj) == known.Computed && l.Reqs.FromRequest(arg):
				return true
			}
		}
	}
	return false
}

// saidAfter reports whether what follows a line in its branch tells of the
// request: another line does, or the error is handed to the framework, whose
// middleware has the request.
func (l *Reporter) saidAfter(line ssa.CallInstruction) bool {
	for _, b := range line.Parent().Blocks {
		if !line.Block().Dominates(b) {
			continue
		}
		after := b != line.Block()
		for _, instr := range b.Instrs {
			if instr == ssa.Instruction(line) {
				after = true
				continue
			}
			if call, ok := instr.(*ssa.Call); ok && after && l.tellsRequest(&call.Call) {
				return true
			}
		}
	}
	return false
}

// tellsRequest reports whether a call writes a line of the request, or hands
// an error to what serves it.
func (l *Reporter) tellsRequest(common *ssa.CallCommon) bool {
	if effect, ok := l.Lines.Effect(common); ok && effect.Role == known.Logs {
		if effect.Level == known.Debug {
			return false // which is not written in production
		}
		if l.bound(ssax.Receiver(common)) {
			return true
		}
		for _, arg := range ssax.Args(common) {
			if l.Reqs.FromRequest(arg) {
				return true
			}
		}
		return false
	}
	return l.handsToFramework(common)
}

// handsToFramework reports whether a call hands an error to the context of a
// web framework by something other than an answer: gin's Error and
// AbortWithError, echo's Error. Middleware logs it with the request.
func (l *Reporter) handsToFramework(common *ssa.CallCommon) bool {
	recv := ssax.Receiver(common)
	if recv == nil {
		return false
	}
	if served, ok := known.RequestOf(recv.Type()); !ok || !served.Answers {
		return false
	}
	for _, arg := range ssax.Args(common) {
		if ssax.IsError(arg.Type()) && !ssax.IsNil(arg) {
			return true
		}
	}
	return false
}
