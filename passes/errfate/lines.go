package errfate

import (
	"iter"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/logline"
	"github.com/loglint/loglint/passes/internal/reqctx"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// findings judges the log lines of fn: can each be tied to the request that it
// is written for?
func (l *logctx) findings(fn *ssa.Function) []defect.Finding {
	if isSlogHandler(fn) {
		return nil
	}
	var findings []defect.Finding
	for call, effect := range l.logCalls(fn) {
		if f, ok := l.line(fn, call, effect); ok {
			f.Confidence = defect.ConfidenceOf(f.Evidence)
			findings = append(findings, f)
		}
	}
	findings = append(findings, l.bypasses(fn)...)
	return append(findings, l.helpers(fn)...)
}

// logCalls yields the calls of fn that write a line, with what they do.
func (l *logctx) logCalls(fn *ssa.Function) iter.Seq2[ssa.CallInstruction, known.Effect] {
	return func(yield func(ssa.CallInstruction, known.Effect) bool) {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok {
					continue
				}
				if effect, ok := l.lines.Effect(call.Common()); ok && effect.Role == known.Logs && !yield(call, effect) {
					return
				}
			}
		}
	}
}

// line judges one log call.
func (l *logctx) line(fn *ssa.Function, call ssa.CallInstruction, effect known.Effect) (defect.Finding, bool) {
	expr, _, ok := l.src.Call(call.Pos())
	if !ok {
		return defect.Finding{}, false
	}
	common := call.Common()
	name := l.objectName(ssax.CalleeObject(common))
	f := defect.Finding{Pos: expr.Pos(), End: expr.End()}
	ctx, reach := l.reqs.At(expr.Pos())
	if !reach {
		return f, false
	}
	if says, ok := l.background(call, effect); ok {
		f.Category = defect.CatBackground
		f.Evidence = []defect.Evidence{defect.EvContext}
		if ctx.Request {
			f.Evidence = []defect.Evidence{defect.EvRequest}
		}
		f.Evidence = append(f.Evidence, l.circumstances(fn, ctx)...)
		f.Says = says
		f.Says.Context = l.outliving(fn, ctx.String())
		l.weighBlindness(&f, common)
		return f, true
	}
	would := variant(name, effect.Context)
	if m := l.added(expr); m != nil && effect.Context == "" {
		effect.Context, would = m.Name(), l.objectName(m)
	}
	switch {
	case effect.TakesContext:
		return f, false
	case effect.Context != "":
		if l.bound(ssax.Receiver(common), 0) || l.tellsContext(common) {
			return f, false
		}
		f.Category = defect.CatNoContext
		// Whether a context gives a line anything is for the handler of the
		// logger to say: that other lines carry one says that it does.
		switch carries := l.carriesContext(); {
		case carries && ctx.Request:
			f.Evidence = []defect.Evidence{defect.EvRequest}
		case carries && l.reqs.Handles():
			f.Evidence = l.deviating(fn, call)
		default:
			f.Evidence = []defect.Evidence{defect.EvContext}
		}
		f.Evidence = append(f.Evidence, l.circumstances(fn, ctx)...)
		f.Says = defect.Statement{
			Kind: defect.LacksContext, Logger: name, Would: defect.Would{Name: would}, Context: l.outliving(fn, ctx.String()),
		}
		l.weighBlindness(&f, common)
		return f, true
	case ctx.Request && logline.IsLogger(common):
		if by, judged := l.bypassed(common); judged && by.seen || !l.anonymous(call, effect) {
			return f, false
		}
		f.Category = defect.CatAnonymous
		f.Evidence = []defect.Evidence{defect.EvRequest, defect.EvPlain}
		f.Says = defect.Statement{Kind: defect.SaysNothing, Logger: name}
		return f, true
	}
	return f, false
}

// circumstances is what the function that a line stands in, and the flags, say
// of it.
func (l *logctx) circumstances(fn *ssa.Function, ctx reqctx.Reach) []defect.Evidence {
	var evidence []defect.Evidence
	if !ctx.Request && l.othersCarry(fn) {
		evidence = append(evidence, defect.EvBeside)
	}
	switch {
	case ctx.Request || options.reach == OfAny:
	case ctx.Whose == reqctx.ARequests:
		evidence = append(evidence, defect.EvServed)
	case ctx.Whose == reqctx.Nobodys:
		evidence = append(evidence, defect.EvNobodys)
	}
	switch {
	case l.InHarness(fn.Pos()):
		evidence = append(evidence, defect.EvHarness)
	case options.reach == OfAny:
		evidence = append(evidence, defect.EvAsked)
	case !ctx.Request && l.reqs.Preparing(fn):
		evidence = append(evidence, defect.EvStartup)
	}
	return evidence
}

// carriesContext reports whether any log line of the package is given a
// context: then those who read its lines look for what the context carries.
func (l *logctx) carriesContext() bool {
	if l.carries == nil {
		l.carries = new(bool)
		for _, fn := range l.Funcs {
			if l.InTest(fn) {
				continue
			}
			for call, effect := range l.logCalls(fn) {
				if args := ssax.Args(call.Common()); effect.TakesContext && len(args) > 0 && !l.reqs.IsDetached(args[0]) {
					*l.carries = true
				}
			}
		}
	}
	return *l.carries
}

// variant returns the name of the context variant of a function, written as
// its plain form is.
func variant(name, context string) string {
	for i := len(name) - 1; i >= 0; i-- {
		if name[i] == '.' {
			return name[:i+1] + context
		}
	}
	return context
}

// isSlogHandler reports whether fn is a method of a slog.Handler: it works
// for the loggers, not for a request.
func isSlogHandler(fn *ssa.Function) bool {
	for _, p := range fn.Params {
		if ssax.IsNamed(p.Type(), "log/slog", "Record") {
			return true
		}
	}
	return false
}
