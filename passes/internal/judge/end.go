package judge

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/convention"
	"github.com/loglint/loglint/passes/internal/errflow"
	"github.com/loglint/loglint/passes/internal/intent"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/logline"
	"github.com/loglint/loglint/passes/internal/origin"
	"github.com/loglint/loglint/passes/internal/role"
	"github.com/loglint/loglint/passes/internal/srcindex"
	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// The order in which categories speak where one error has several ends: the
// nearest to the boundary first.
const (
	rankDropped = iota
	rankReplaced
	rankBoundary
	rankNoValue
	rankAnswered
	rankExit
)

// A verdict on one end, under way.
type ending struct {
	situation
	f    defect.Finding
	rank int
}

// A situation is the end of a path with what stands around it.
type situation struct {
	g   *Judge
	o   *origin.Origin
	t   *errflow.Flow
	end *errflow.End

	branch srcindex.Branch // the error branch in the source, if inSource
	inSource,
	partial, // another result of the call decided where the path goes
	here bool // the end lies in the error branch: control came there because of the error
	outside bool // losing an error of this class loses evidence
}

// Quiet reports whether the error is lost on the path to an end: nothing writes it down or takes
// it on, says what it is, or takes its place. What is lost is a finding unless a rule says
// why it is none.
func Quiet(t *errflow.Flow, end *errflow.End) bool {
	return !end.Fate.Has(summary.Traces|summary.Classified) && (!end.Fate.Has(summary.Superseded) || t.Forever()) && end.Kind != errflow.EndPanic
}

// judgeEnd judges an end of the path of an error at which it is lost. held is the rule by which
// it is no finding; rank orders the findings of one origin.
func (g *Judge) judgeEnd(o *origin.Origin, t *errflow.Flow, end *errflow.End) (f defect.Finding, rank int, held defect.Held) {
	j := &ending{situation: situation{g: g, o: o, t: t, end: end}}
	j.f.Says.Subject = g.Subject(o)
	if j.retried() {
		return defect.Finding{}, 0, defect.HeldRetried
	}
	j.f.Evidence = origin.Evidence(o)
	j.here = t.Because(end, end.Instr.Block()) || o.Kind == origin.FromParam && !end.Looked()
	j.outside = o.Class >= known.Decode || o.Class == known.Unknown || o.Class == known.Probe || o.Class == known.Cleanup
	j.branch, j.partial, j.inSource = g.Branch(t, end)
	j.locate()
	if held := j.decide(); held != defect.NotHeld {
		return defect.Finding{}, 0, held
	}
	if j.f.Category == defect.CatDropped || j.f.Category == defect.CatReplaced {
		g.practice.Compare(&j.f, o)
	}
	if j.f.Category == defect.CatDropped || j.f.Category == defect.CatNoValue {
		if line, ok := g.shadowed(o); ok {
			j.hides(line)
		}
	}
	j.sent()
	j.switched()
	j.mayTell()
	g.AddSource(&j.f.Says, o)
	g.after(&j.f, o, t, end)
	if j.f.Says.Kind != defect.Shadowed { // what mends that is another variable, not a line
		j.f.Site = j.site()
	}
	return j.f, j.rank, defect.NotHeld
}

func (j *ending) add(evidence ...defect.Evidence) { j.f.Evidence = append(j.f.Evidence, evidence...) }

// locate sets the range of the finding to the test whose branch loses the
// error or, without one, to the origin, and adds what stands around it as
// evidence.
func (j *ending) locate() {
	j.f.Pos, j.f.End = j.g.CallRange(j.o)
	if j.inSource {
		j.f.Pos, j.f.End = j.branch.Test.Pos(), j.branch.Test.End()
		if cc, ok := j.branch.Test.(*ast.CaseClause); ok {
			j.f.End = cc.Colon
		}
		switch j.said() {
		case intent.Reasoned:
			j.add(defect.EvReason)
		case intent.Postponed:
			j.add(defect.EvPostponed)
		}
	}
	if j.inSource && (j.g.Retakes(j.o, j.branch) || j.another()) {
		j.add(defect.EvFallback)
	}
	if j.partial && j.where() == srcindex.GoingOn {
		j.add(defect.EvPartial)
	}
	if convention.AsksQuestion(ssax.Outermost(j.o.Fn).Name()) {
		j.add(defect.EvPredicate)
	}
	if j.g.InHarness(j.o.Fn.Pos()) {
		j.add(defect.EvHarness)
	}
	if j.o.Class == known.Decode {
		if convention.Decodes(ssax.Outermost(j.o.Fn).Name()) || j.where() == srcindex.GoingOn || j.g.oneOfSeveral(j.o) {
			j.add(defect.EvTrial)
		}
	}
}

// said returns what comments say of the error that the branch loses: those in it, or
// above its statement or that of the call.
func (j *situation) said() intent.Intent {
	var around []token.Pos
	if j.branch.Stmt != nil {
		around = append(around, j.branch.Stmt.Pos())
	}
	if j.o.Instr != nil {
		around = append(around, j.g.Source.Statement(j.o.Instr.Pos()))
	}
	said := j.g.Source.Comments(j.branch.From, j.branch.To, around...)
	for i := 0; i < len(around) && said == intent.None; i++ {
		said = j.g.Source.Above(around[i])
	}
	return said
}

// decide finds the category, or the rule by which the end is no finding.
func (j *ending) decide() defect.Held {
	fate, boundary := j.end.Fate, role.BoundaryOf(j.g.Reqs, j.o.Fn)
	switch {
	case !j.end.Looked() && j.o.Kind != origin.FromParam:
		return j.unlooked()
	case j.o.Encodes == origin.EncodesPlain:
		return defect.HeldPlain
	case fate.Has(summary.LoggedBare):
		return j.noValue()
	case fate.Has(summary.Exited) && j.here, boundary == role.InMain && j.end.Kind == errflow.EndReturn && j.here:
		return j.exit()
	case fate.Has(summary.Answered):
		return j.answered()
	case !j.outside && !(j.o.Class == known.Computed && (j.o.Source == origin.FromSummary || j.o.Encodes == origin.EncodesAnyhow)):
		return defect.HeldParse
	case fate.Has(summary.Replaced):
		return j.replaced()
	}
	if body := j.replacedInBody(); body != nil {
		return j.replacedAt(body)
	}
	if category, kind := j.g.LostIn(j.o.Fn); category != "" && !j.captured() {
		j.rank, j.f.Category, j.f.Says.Kind = rankBoundary, category, kind
		if how, at := j.leaves(); kind == defect.EndsGoroutine && how == srcindex.Continuing {
			// The goroutine goes on.
			j.f.Says.Kind, j.f.Says.Leave, j.f.Says.Line = defect.Dropped, leaveOf[how], j.g.Source.Line(at)
		}
		if j.where() == srcindex.GoingOn {
			j.add(defect.EvGoesOn)
		}
		if j.where() != srcindex.Returning && j.kept() {
			j.add(defect.EvKept)
		}
		j.add(defect.EvBoundary)
		return defect.NotHeld
	}
	return j.dropped()
}

// unlooked judges a path on which nothing looks at the error.
func (j *ending) unlooked() defect.Held {
	if j.contradicts() {
		return defect.HeldNever
	}
	line := j.g.OverwrittenOn(j.o, j.t, j.end)
	if j.end.Fate.Has(summary.Overwritten) && j.end.Kind == errflow.EndRound && j.g.Declares(j.o) {
		return defect.HeldRound
	}
	if j.end.Fate.Has(summary.Overwritten) && line == 0 {
		line = j.g.Source.Line(ssax.Pos(j.end.Instr))
		if j.end.Kind == errflow.EndRound {
			line = j.g.Source.Line(j.f.Pos)
		}
	}
	j.f.Pos, j.f.End = j.g.CallRange(j.o)
	if line > 0 {
		j.f.Category = defect.CatOverwritten
		j.f.Says.Kind, j.f.Says.Line = defect.Overwritten, line
		if j.conditional() {
			j.add(defect.EvUntested) // what decides may say whether there is an error
		}
		if !j.end.Fate.Has(summary.Overwritten) {
			j.add(defect.EvGoesOn)
			return defect.NotHeld
		}
		j.add(defect.EvSlip)
		if !j.outside {
			j.add(defect.EvOutside)
		}
		return defect.NotHeld
	}
	switch {
	case j.o.Kind == origin.FromYield:
		return defect.HeldYield
	case !j.outside:
		return defect.HeldParse
	}
	j.f.Category = defect.CatDropped
	if j.captured() {
		j.f.Says.Kind = defect.Captured
		j.strand()
		return defect.NotHeld
	}
	j.add(defect.EvUntested)
	if ret, ok := j.end.Instr.(*ssa.Return); ok && j.returnsFailure(ret) {
		if j.o.Instr != nil { // a received error comes from no call
			if obj := ssax.CalleeObject(j.o.Instr.Common()); obj != nil && convention.CleansUp(obj.Name()) {
				return defect.HeldCleanup
			}
		}
		j.add(defect.EvInScope)
	}
	j.f.Says.Kind, j.f.Says.Line = defect.Unlooked, j.g.Source.Line(ssax.Pos(j.end.Instr))
	j.f.Says.Whether = returnsWhether(j.t, j.end)
	return defect.NotHeld
}

// returnsWhether reports whether the path to an end returns the outcome of a comparison of the error with nil.
func returnsWhether(t *errflow.Flow, end *errflow.End) bool {
	ret, ok := end.Instr.(*ssa.Return)
	if !ok {
		return false
	}
	for _, result := range ret.Results {
		if test, ok := result.(*ssa.BinOp); ok && ssax.IsError(test.X.Type()) && ssax.IsNil(test.Y) && t.Holds(end, test.X) {
			return true
		}
	}
	return false
}

// conditional reports whether a condition, other than that of a loop around the
// origin, lies on the path to the end.
func (j *situation) conditional() bool {
	blocks := j.t.Path(*j.end)
	for _, b := range blocks[:len(blocks)-1] {
		if _, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If); ok && !(b != blocks[0] && b.Dominates(blocks[0])) {
			return true
		}
	}
	return false
}

// captured reports whether the error ends in a variable of an enclosing
// function.
func (j *situation) captured() bool {
	for _, v := range j.t.Carriers() {
		if _, ok := v.(*ssa.FreeVar); ok && j.t.Holds(j.end, v) {
			return true
		}
	}
	return false
}

// hides completes the finding for an error whose variable hides another one, which is read
// in its place.
func (j *ending) hides(line int) {
	j.rank, j.f.Category = rankNoValue, defect.CatDropped
	j.f.Pos, j.f.End = j.g.CallRange(j.o)
	j.f.Says = defect.Statement{Kind: defect.Shadowed, Subject: j.f.Says.Subject, Line: line, Elsewhere: j.f.Says.Elsewhere}
	j.add(defect.EvSlip)
}

// sent says of an error that is lost that it was sent to where nothing receives it.
func (j *ending) sent() {
	switch j.f.Category {
	case defect.CatDropped, defect.CatGoroutine, defect.CatCallback:
	default:
		return
	}
	at, ch := j.t.Sent(j.end)
	if at == nil {
		return
	}
	j.f.Says = defect.Statement{
		Kind: defect.SentUnread, Subject: j.f.Says.Subject, Line: j.g.Source.Line(at.Pos()),
		Callee: defect.Callee{Name: ssax.PathOf(ch)}, Elsewhere: j.f.Says.Elsewhere,
	}
	j.add(defect.EvSlip)
}

// strand completes the finding for an error that is left in a captured variable: whoever put
// it there meant it to be seen, also where the call only cleans up.
func (j *ending) strand() {
	j.f.Pos, j.f.End = j.g.CallRange(j.o)
	j.add(defect.EvSlip)
	if j.o.Class == known.Cleanup {
		j.add(defect.EvOutside)
	}
}

// noValue judges a path that logs a line without the error.
func (j *ending) noValue() defect.Held {
	call := j.t.Giver(j.end, summary.LoggedBare)
	if call == nil {
		return defect.HeldUnseen
	}
	for v := range logline.ErrorsOf(call.(ssa.CallInstruction).Common()) {
		if j.ofAnother(v) {
			// The line is for what was tried because of the error.
			if !slices.Contains(j.f.Evidence, defect.EvFallback) {
				j.add(defect.EvFallback)
			}
			if !j.outside {
				return defect.HeldParse
			}
			return j.dropped()
		}
		if !j.outside && ssax.ComparedWithNil(v, token.NEQ, call.Block()) {
			return defect.HeldLineOfAnother
		}
		return j.missing(call, true, defect.EvWrong)
	}
	return j.missing(call, false)
}

// missing completes the finding for the line written by call; another says that it has
// another error.
func (j *ending) missing(call ssa.Instruction, another bool, evidence ...defect.Evidence) defect.Held {
	j.rank, j.f.Category = rankNoValue, defect.CatNoValue
	j.f.Pos, j.f.End = j.g.InstrRange(call)
	j.f.Says.Kind, j.f.Says.Another = defect.NoValue, another
	j.add(defect.EvLine)
	j.add(evidence...)
	if j.quotes(ssax.Args(call.(ssa.CallInstruction).Common())) {
		j.add(defect.EvPartial)
	}
	if slices.Contains(evidence, defect.EvWrong) {
		// That is a slip, whatever a comment says of the branch.
		j.f.Evidence = slices.DeleteFunc(j.f.Evidence, func(ev defect.Evidence) bool { return ev == defect.EvReason })
	}
	return defect.NotHeld
}

// exit judges a path on which the error ends the program.
func (j *ending) exit() defect.Held {
	j.rank, j.f.Category = rankExit, defect.CatExit
	if j.end.Fate.Has(summary.Exited) {
		j.f.Pos, j.f.End = j.g.InstrRange(j.end.Instr)
	}
	j.f.Says.Kind = defect.EndsProgram
	if role.IsInit(j.o.Fn) {
		j.f.Says.Kind = defect.EndsInit
	}
	if j.o.Class != known.Likely {
		// Functions handed around may have said what is wrong themselves.
		j.add(defect.EvBoundary)
	}
	if j.o.Class < known.Decode {
		j.add(defect.EvOutside)
	}
	return defect.NotHeld
}
