package logctx

import (
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/logline"
	"github.com/loglint/loglint/passes/internal/options"
	"github.com/loglint/loglint/passes/internal/reqctx"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// Findings judges the log lines of fn: can each be tied to the request that it
// is written for?
func (l *Reporter) Findings(fn *ssa.Function) []defect.Finding {
	if logline.IsSlogHandler(fn) {
		return nil
	}
	var findings []defect.Finding
	for call, effect := range l.logCalls(fn) {
		if f, ok := l.line(fn, call, effect); ok {
			findings = append(findings, f)
		}
	}
	findings = append(findings, l.bypasses(fn)...)
	return append(findings, l.helpers(fn)...)
}

// line judges one log call.
func (l *Reporter) line(fn *ssa.Function, call ssa.CallInstruction, effect known.Effect) (defect.Finding, bool) {
	expr, _, ok := l.src.Call(call.Pos())
	if !ok {
		return defect.Finding{}, false
	}
	common := call.Common()
	name := l.nameOf(ssax.CalleeObject(common))
	f := defect.Finding{Pos: expr.Pos(), End: expr.End()}
	ctx, reach := l.Reqs.At(expr.Pos())
	if !reach {
		return f, false
	}
	if says, ok := l.background(call, effect); ok {
		f.Category = defect.CatBackground
		f.Evidence = []defect.Evidence{defect.EvContext}
		if ctx.Request && (says.Kind == defect.BoundBackground || l.onlyLogs(ssax.Args(common)[0])) {
			f.Evidence = []defect.Evidence{defect.EvRequest}
		}
		f.Evidence = append(f.Evidence, l.circumstances(fn, ctx)...)
		f.Evidence = append(f.Evidence, l.tone(call)...) // whatever it says: its author meant it to carry a context
		f.Says = says
		f.Says.Context = l.outliving(fn, ctx.String())
		l.slogs.weighBlindness(&f, common)
		l.lacks(fn, &f, l.readsOf(call, effect))
		return f, true
	}
	would := variant(name, effect.Context)
	if m := l.added(expr); m != nil && effect.Context == "" {
		effect.Context, would = m.Name(), l.nameOf(m)
	}
	switch {
	case effect.TakesContext:
		return f, false
	case effect.Context != "":
		if l.bound(ssax.Receiver(common)) || l.tellsContext(common) {
			return f, false
		}
		f.Category = defect.CatNoContext
		// Whether a context gives a line anything is for the handler of the
		// logger to say: that other lines carry one says that it does.
		switch carries := l.carriesContext(); {
		case carries && ctx.Request:
			f.Evidence = []defect.Evidence{defect.EvRequest}
		case carries && l.Reqs.Handles():
			f.Evidence = l.deviating(fn, call)
		default:
			f.Evidence = []defect.Evidence{defect.EvContext}
		}
		f.Evidence = append(f.Evidence, l.circumstances(fn, ctx)...)
		f.Evidence = append(f.Evidence, l.bare(call)...)
		f.Says = defect.Statement{Kind: defect.LacksContext, AboutLine: defect.AboutLine{Logger: name, Would: defect.Would{Name: would}, Context: l.outliving(fn, ctx.String())}}
		l.slogs.weighBlindness(&f, common)
		l.lacks(fn, &f, l.readsOf(call, effect))
		return f, true
	case ctx.Request && logline.IsLogger(common):
		if by, judged := l.bypassed(common); judged && by.seen || !l.anonymous(call) {
			return f, false
		}
		f.Category = defect.CatAnonymous
		f.Evidence = []defect.Evidence{defect.EvRequest, defect.EvPlain}
		f.Says = defect.Statement{Kind: defect.SaysNothing, AboutLine: defect.AboutLine{Logger: name}}
		l.lacks(fn, &f, l.requestKeys(common))
		return f, true
	}
	return f, false
}

// circumstances is what the function that a line stands in, and the flags, say
// of it.
func (l *Reporter) circumstances(fn *ssa.Function, ctx reqctx.Reach) []defect.Evidence {
	var evidence []defect.Evidence
	if !ctx.Request && l.othersCarry(fn) {
		evidence = append(evidence, defect.EvBeside)
	}
	switch {
	case ctx.Request || options.Reach == options.OfAny:
	case ctx.Whose == reqctx.ARequests:
		evidence = append(evidence, defect.EvServed)
	case ctx.Whose == reqctx.Nobodys:
		evidence = append(evidence, defect.EvNobodys)
	}
	switch {
	case l.InHarness(fn.Pos()):
		evidence = append(evidence, defect.EvHarness)
	case options.Reach == options.OfAny:
		evidence = append(evidence, defect.EvAsked)
	case !ctx.Request && l.Reqs.Preparing(fn):
		evidence = append(evidence, defect.EvStartup)
	}
	return evidence
}

var tones = map[logline.Tone]defect.Evidence{logline.OfFailure: defect.EvFailing, logline.ForDevelopers: defect.EvDebug}

// tone is what a line tells of.
func (l *loggers) tone(line ssa.CallInstruction) []defect.Evidence {
	if ev, ok := tones[l.Lines.ToneOf(line)]; ok {
		return []defect.Evidence{ev}
	}
	return nil
}

// bare is what a line without a context tells of, and whether it says which thing it is about.
func (l *loggers) bare(line ssa.CallInstruction) []defect.Evidence {
	if logline.Names(line) {
		return append(l.tone(line), defect.EvNames)
	}
	return l.tone(line)
}
