package slip

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// channels judges channels of errors that nobody receives from: the result of a call which
// sends errors to it, and an error that is received and not looked at.
func (g *Finder) channels(fn *ssa.Function) []defect.Finding {
	var findings []defect.Finding
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.Call:
				if f, ok := g.unreadChannel(fn, instr); ok {
					findings = append(findings, f)
				}
			case *ssa.UnOp:
				if f, ok := g.receivedBlank(fn, instr); ok {
					findings = append(findings, f)
				}
			}
		}
	}
	return findings
}

// unreadChannel judges a call whose result is a channel that errors are sent to.
func (g *Finder) unreadChannel(fn *ssa.Function, call *ssa.Call) (defect.Finding, bool) {
	s := g.Known.OfCall(&call.Call)
	if s == nil || s.Sends == 0 {
		return defect.Finding{}, false
	}
	results := call.Call.Signature().Results()
	for i := range min(results.Len(), 8) {
		if s.Sends&(1<<i) == 0 || taken(call, i) {
			continue
		}
		f := defect.Finding{Category: defect.CatDiscarded, Evidence: []defect.Evidence{defect.EvSlip, defect.EvInferred}}
		f.Pos, f.End = g.InstrRange(call)
		f.Says = defect.Statement{Kind: defect.UnreadChannel, Subject: defect.Subject{Name: g.CalleeName(&call.Call, call.Pos())}}
		return g.weighed(fn, f), true
	}
	return defect.Finding{}, false
}

// taken reports whether anything takes a result of a call.
func taken(call *ssa.Call, i int) bool {
	if call.Call.Signature().Results().Len() == 1 {
		return len(ssax.Referrers(call)) > 0
	}
	for _, ref := range ssax.Referrers(call) {
		if x, ok := ref.(*ssa.Extract); ok && x.Index == i && len(ssax.Referrers(x)) > 0 {
			return true
		}
	}
	return false
}

// receivedBlank judges a receive of an error that nothing takes: often to wait for an end.
func (g *Finder) receivedBlank(fn *ssa.Function, recv *ssa.UnOp) (defect.Finding, bool) {
	if recv.Op != token.ARROW || recv.CommaOk || !ssax.IsError(recv.Type()) || len(ssax.Referrers(recv)) > 0 {
		return defect.Finding{}, false
	}
	f := defect.Finding{Category: defect.CatDiscarded, Evidence: []defect.Evidence{defect.EvShape, defect.EvUntested, defect.EvWaits}}
	f.Pos, f.End = recv.Pos(), recv.Pos()+token.Pos(len("<-"))
	f.Says = defect.Statement{Kind: defect.Discarded, Subject: defect.Subject{Kind: defect.FromChannel}}
	return g.weighed(fn, f), recv.Pos().IsValid()
}
