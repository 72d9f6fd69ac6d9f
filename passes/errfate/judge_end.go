package errfate

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
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
	e   *engine
	o   *origin
	t   *tracker
	end *end

	f       Finding
	rank    int
	subject string
	branch  branch // the error branch in the source, if inSource
	inSource,
	partial, // another result of the call decided where the path goes
	here bool // the end lies in the error branch: control came there because of the error
	outside bool // losing an error of this class loses evidence
}

// judgeEnd judges one end of the path of an error. rank orders the findings
// of one origin.
func (e *engine) judgeEnd(o *origin, t *tracker, end *end) (f Finding, rank int, ok bool) {
	if end.fate.Has(traces|Classified) || end.fate.Has(Superseded) && !t.forever() || end.kind == EndPanic {
		return Finding{}, 0, false
	}
	j := &ending{e: e, o: o, t: t, end: end, subject: e.subject(o)}
	if j.retried() {
		return Finding{}, 0, false
	}
	j.f.Evidence = originEvidence(o)
	j.here = t.inBranch(end.state, end.instr.Block()) || o.kind == fromParam && !end.state.looked()
	j.outside = o.class >= known.Decode || o.class == known.Unknown || o.class == known.Probe || o.class == known.Cleanup
	j.branch, j.partial, j.inSource = e.branchAt(t, end)
	j.locate()
	if !j.decide() {
		return Finding{}, 0, false
	}
	if j.f.Category == CatDropped || j.f.Category == CatReplaced {
		e.deviate(&j.f, o)
	}
	j.f.Text += e.comesFrom(o)
	j.f.Confidence = confidenceOf(j.f.Evidence)
	j.f.Site = j.site()
	return j.f, j.rank, true
}

func (j *ending) add(evidence ...Evidence) { j.f.Evidence = append(j.f.Evidence, evidence...) }

// locate sets the range of the finding to the test whose branch loses the
// error or, without one, to the origin, and adds what stands around it as
// evidence.
func (j *ending) locate() {
	j.f.Pos, j.f.End = j.e.callRange(j.o)
	if j.inSource {
		j.f.Pos, j.f.End = j.branch.test.Pos(), j.branch.test.End()
		if cc, ok := j.branch.test.(*ast.CaseClause); ok {
			j.f.End = cc.Colon
		}
		intent := j.e.syntax.comments(j.branch.from, j.branch.to)
		if intent == noIntent && j.branch.stmt != nil {
			intent = j.e.syntax.above(j.branch.stmt.Pos())
		}
		if intent == noIntent && j.o.instr != nil {
			intent = j.e.syntax.above(j.e.syntax.statement(j.o.instr.Pos()))
		}
		switch intent {
		case reasoned:
			j.add(EvReason)
		case postponed:
			j.add(EvPostponed)
		}
	}
	if j.inSource && (j.e.retakes(j.o, j.branch) || j.another()) {
		j.add(EvFallback)
	}
	if j.partial && j.where() == goingOn {
		j.add(EvPartial)
	}
	if asks(outermost(j.o.fn).Name()) {
		j.add(EvPredicate)
	}
	if j.e.harness() {
		j.add(EvHarness)
	}
	if j.o.class == known.Decode {
		if name := outermost(j.o.fn).Name(); hasWord(name, "Unmarshal") || hasWord(name, "Decode") || hasWord(name, "Parse") || j.where() == goingOn || j.e.oneOfSeveral(j.o) {
			j.add(EvTrial)
		}
	}
}

// decide finds the category; it returns false if the end is no finding.
func (j *ending) decide() bool {
	fate, boundary := j.end.fate, j.e.boundary(j.o.fn)
	switch {
	case !j.end.state.looked() && j.o.kind != fromParam:
		return j.unlooked()
	case fate.Has(LoggedBare):
		return j.noValue()
	case fate.Has(Exited) && j.here, boundary == inMain && j.end.kind == EndReturn && j.here:
		return j.exit()
	case fate.Has(Answered):
		return j.answered()
	case !j.outside && !(j.o.class == known.Computed && j.o.source == fromSummary):
		return false // a parse probe
	case fate.Has(Replaced):
		return j.replaced()
	}
	if body := j.replacedInBody(); body != nil {
		return j.replacedAt(body)
	}
	if category, text := j.e.lostIn(j.o.fn, j.subject); category != "" && !j.captured() {
		j.rank, j.f.Category, j.f.Text = rankBoundary, category, text
		if j.where() == goingOn {
			j.add(EvGoesOn)
		}
		if j.where() != returning && j.kept() {
			j.add(EvKept)
		}
		j.add(EvBoundary)
		return true
	}
	return j.dropped()
}

// unlooked judges a path on which nothing looks at the error.
func (j *ending) unlooked() bool {
	line := j.e.overwrittenOn(j.o, j.t, j.end)
	if j.end.fate.Has(Overwritten) && j.end.kind == EndRound && j.e.declares(j.o) {
		return false // each round has a variable of its own
	}
	if j.end.fate.Has(Overwritten) && line == 0 {
		line = j.e.syntax.line(ssax.Pos(j.end.instr))
		if j.end.kind == EndRound {
			line = j.e.syntax.line(j.f.Pos)
		}
	}
	j.f.Pos, j.f.End = j.e.callRange(j.o)
	if line > 0 {
		j.f.Category = CatOverwritten
		j.f.Text = fmt.Sprintf("%s is overwritten at line %d before anything looks at it", j.subject, line)
		if j.conditional() {
			j.add(EvUntested) // what decides may say whether there is an error
		}
		if !j.end.fate.Has(Overwritten) {
			j.add(EvGoesOn)
			return true
		}
		j.add(EvSlip)
		if !j.outside {
			j.add(EvOutside)
		}
		return true
	}
	if !j.outside || j.o.kind == fromYield {
		return false
	}
	j.f.Category = CatDropped
	if j.captured() {
		j.f.Text = j.subject + " is dropped: the captured variable that takes it is neither returned nor logged"
		return true
	}
	j.add(EvUntested)
	j.f.Text = fmt.Sprintf("%s is dropped: the path returning at line %d never looks at it", j.subject, j.e.syntax.line(ssax.Pos(j.end.instr)))
	return true
}

// conditional reports whether a condition, other than that of a loop around the
// origin, lies on the path to the end.
func (j *ending) conditional() bool {
	blocks := j.t.witness(*j.end)
	for _, b := range blocks[:len(blocks)-1] {
		if _, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If); ok && !(b != blocks[0] && b.Dominates(blocks[0])) {
			return true
		}
	}
	return false
}

// captured reports whether the error ends in a variable of an enclosing
// function.
func (j *ending) captured() bool {
	for v := range j.t.set.index {
		if _, ok := v.(*ssa.FreeVar); ok && j.t.set.carries(j.end.state, v) {
			return true
		}
	}
	return false
}

// noValue judges a path that logs a line without the error.
func (j *ending) noValue() bool {
	call := j.t.find(j.end, LoggedBare)
	if call == nil {
		return false
	}
	for _, arg := range ssax.Args(call.(ssa.CallInstruction).Common()) {
		for v := range j.e.parts(arg) {
			if ssax.IsError(v.Type()) && !ssax.IsNil(v) {
				if j.ofAnother(v) {
					// The line is for what was tried because of the error.
					if !slices.Contains(j.f.Evidence, EvFallback) {
						j.add(EvFallback)
					}
					return j.outside && j.dropped()
				}
				return j.missing(call, ", which has another error", EvWrong)
			}
		}
	}
	return j.missing(call, "")
}

// missing completes the finding for the line written by call.
func (j *ending) missing(call ssa.Instruction, but string, evidence ...Evidence) bool {
	j.rank, j.f.Category = rankNoValue, CatNoValue
	j.f.Pos, j.f.End = j.e.instrRange(call)
	j.f.Text = j.subject + " is missing from the line logged for it" + but
	j.add(EvLine)
	j.add(evidence...)
	if slices.Contains(evidence, EvWrong) {
		// That is a slip, whatever a comment says of the branch.
		j.f.Evidence = slices.DeleteFunc(j.f.Evidence, func(ev Evidence) bool { return ev == EvReason })
	}
	return true
}

// exit judges a path on which the error ends the program.
func (j *ending) exit() bool {
	j.rank, j.f.Category = rankExit, CatExit
	if j.end.fate.Has(Exited) {
		j.f.Pos, j.f.End = j.e.instrRange(j.end.instr)
	}
	j.f.Text = j.subject + " ends the program, but nothing prints or logs it"
	if isInit(j.o.fn) {
		j.f.Text = j.subject + " ends the initialization, but nothing prints or logs it"
	}
	if j.o.class != known.Likely {
		// Functions handed around may have said what is wrong themselves.
		j.add(EvBoundary)
	}
	if j.o.class < known.Decode {
		j.add(EvOutside)
	}
	return true
}

// answered judges a path that answers a client: any class for a 5xx, only
// what reports on the world outside for a 4xx, which otherwise is the
// client's own error.
func (j *ending) answered() bool {
	call := j.t.find(j.end, Answered)
	ret, returned := j.end.instr.(*ssa.Return)
	returned = returned && call == nil && returnsReply(ret)
	if call == nil && !returned {
		return false
	}
	status := int(j.end.state.status)
	if status < 500 && status != computedStatus && j.o.class < known.Decode {
		return false
	}
	if j.o.class == known.Computed && j.tells(call) {
		return false // it follows from what the client sent, and the client gets all of it
	}
	j.rank, j.f.Category = rankAnswered, CatAnswered
	if !returned {
		j.f.Pos, j.f.End = j.e.instrRange(call)
	} else if stmt := j.e.returnStmt(ret); stmt != nil {
		j.f.Pos, j.f.End = stmt.Pos(), stmt.End()
	}
	with := "an error status"
	if status > 0 {
		with = fmt.Sprintf("status %d", status)
	} else if status == 0 {
		with = "its text"
	}
	if !returned {
		common := call.(ssa.CallInstruction).Common()
		if _, responder := j.e.effect(common); !responder {
			with += " by " + j.e.calleeName(common, call.Pos())
		}
	}
	j.f.Text = fmt.Sprintf("%s is answered with %s, but nothing logs it", j.subject, with)
	j.add(EvBoundary)
	switch {
	case status >= 500 && j.o.class < known.Decode:
		j.add(EvOutside)
	case status >= 400 && status < 500:
		j.add(EvGoesOn)
	}
	return true
}

// tells reports whether a call is given the error or its text.
func (j *ending) tells(call ssa.Instruction) bool {
	for _, arg := range ssax.Args(call.(ssa.CallInstruction).Common()) {
		if j.t.set.carries(j.end.state, arg) {
			return true
		}
	}
	return false
}

// replaced judges a path that returns another error.
func (j *ending) replaced() bool {
	ret := j.end.instr.(*ssa.Return)
	fresh, attempt := j.fresh(ret)
	switch {
	case j.here && j.returnsKnownNil(ret):
		j.replacedAt(j.e.returnStmt(ret))
		j.f.Text = fmt.Sprintf("%s is replaced: the error returned at line %d is another one, which is nil there", j.subject, j.e.syntax.line(j.f.Pos))
		j.add(EvWrong)
		return true
	case !fresh && (j.here || attempt || j.fallback()):
		// A second attempt, whose own error is returned, or another error
		// that was there before.
		j.add(EvInScope)
	}
	if !j.here && !j.givesUp(ret) {
		return j.dropped()
	}
	stmt := j.e.returnStmt(ret)
	if status, ok := j.constructed(ret); ok {
		return j.answeredWith(stmt, status)
	}
	if stmt != nil {
		return j.replacedAt(stmt)
	}
	return j.replacedAt(nil)
}

// returnsKnownNil reports whether a return statement names an error variable
// that is nil there, as a test on the way has shown.
func (j *ending) returnsKnownNil(ret *ssa.Return) bool {
	for _, result := range ret.Results {
		if ssax.IsError(result.Type()) && !ssax.IsNil(result) {
			return knownNil(result, ret.Block())
		}
	}
	return false
}

// knownNil reports whether control comes to b only where v is nil.
func knownNil(v ssa.Value, b *ssa.BasicBlock) bool {
	for d := b.Idom(); d != nil; d = d.Idom() {
		cond, ok := d.Instrs[len(d.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		test, ok := cond.Cond.(*ssa.BinOp)
		if !ok || test.X != v || !ssax.IsNil(test.Y) || test.Op != token.EQL && test.Op != token.NEQ {
			continue
		}
		side := d.Succs[0]
		if test.Op == token.NEQ {
			side = d.Succs[1]
		}
		if len(side.Preds) == 1 && side.Dominates(b) {
			return true
		}
	}
	return false
}

// constructed returns the status of an error that is made for a client, as
// by echo.NewHTTPError or status.Error: the framework answers with it.
func (j *ending) constructed(ret *ssa.Return) (int, bool) {
	blocks := j.t.witness(*j.end)
	for _, result := range ret.Results {
		if v := resolve(result, blocks); v != nil {
			if status, ok := j.statusOf(v, 0); ok {
				return status, true
			}
		}
	}
	return 0, false
}

// statusOf returns the status that v was made with, also where something was
// added to it afterwards, as by status.New(code, msg).Err().
func (j *ending) statusOf(v ssa.Value, depth int) (int, bool) {
	call, ok := ssax.Unwrap(v).(*ssa.Call)
	if !ok || depth > 4 {
		return 0, false
	}
	effect, ok := j.e.effect(&call.Call)
	switch {
	case !ok || effect.Role != known.Wraps:
		return 0, false
	case effect.StatusArg >= 0:
		if c, ok := ssax.Args(&call.Call)[effect.StatusArg].(*ssa.Const); ok && c.Value != nil && c.Value.Kind() == constant.Int {
			return int(c.Int64()), true
		}
		return computedStatus, true
	case effect.Status != 0:
		return effect.Status, true
	}
	if receiver := ssax.Receiver(&call.Call); receiver != nil {
		return j.statusOf(receiver, depth+1)
	}
	return 0, false
}

// serverCodes are the gRPC and connect codes that say that the server failed:
// Unknown, Internal, Unavailable, DataLoss.
var serverCodes = []int{2, 13, 14, 15}

// answeredWith completes the finding for an error made for a client.
func (j *ending) answeredWith(stmt ast.Node, status int) bool {
	j.rank, j.f.Category = rankAnswered, CatAnswered
	if stmt != nil {
		j.f.Pos, j.f.End = stmt.Pos(), stmt.End()
	}
	with := "an error status"
	switch {
	case status >= 100:
		with = fmt.Sprintf("status %d", status)
	case status >= 0:
		with = fmt.Sprintf("code %d", status)
	}
	j.f.Text = fmt.Sprintf("%s is answered with %s, but nothing logs it", j.subject, with)
	j.add(EvBoundary)
	if status >= 400 && status < 500 || status >= 0 && status < 100 && !slices.Contains(serverCodes, status) {
		j.add(EvGoesOn)
	}
	return true
}

// replacedAt completes the finding for the return statement at.
func (j *ending) replacedAt(at ast.Node) bool {
	j.rank, j.f.Category = rankReplaced, CatReplaced
	if at != nil {
		j.f.Pos, j.f.End = at.Pos(), at.End()
	}
	j.f.Text = fmt.Sprintf("%s is replaced: the error returned at line %d does not carry it and nothing logs it", j.subject, j.e.syntax.line(j.f.Pos))
	j.add(EvAbsent)
	return true
}

// fresh reports whether the error returned is a new one or a sentinel, not
// that of another call; attempt says that this other call is made because of
// the error.
func (j *ending) fresh(ret *ssa.Return) (fresh, attempt bool) {
	blocks := j.t.witness(*j.end)
	for _, result := range ret.Results {
		if !ssax.IsErrorLike(result.Type()) {
			continue
		}
		switch v := resolve(result, blocks).(type) {
		case *ssa.Extract:
			return false, j.t.inBranch(j.end.state, v.Block())
		case *ssa.Call:
			effect, ok := j.e.effect(&v.Call)
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
			return j.e.classOf(&v.Call) < known.Probe, j.t.inBranch(j.end.state, v.Block())
		case *ssa.Parameter, *ssa.Phi:
			return false, false
		}
	}
	return true, false
}

// replacedInBody returns the return statement of a range-over-func body that
// returns another error from the function around it, or nil.
func (j *ending) replacedInBody() ast.Node {
	if !ssax.IsRangeFuncBody(j.o.fn) || !j.here || len(j.branch.body) == 0 {
		return nil
	}
	stmt, ok := j.branch.body[len(j.branch.body)-1].(*ast.ReturnStmt)
	if !ok {
		return nil
	}
	for _, x := range stmt.Results {
		tv := j.e.syntax.info.Types[x]
		if !tv.IsNil() && tv.Type != nil && ssax.IsError(tv.Type) {
			return stmt
		}
	}
	return nil
}

// The ways in which an error branch leaves.
const (
	goingOn    = "going on"
	returning  = "returning"
	continuing = "continuing"
)

// where returns how the path leaves the error branch.
func (j *ending) where() string {
	how, _ := j.leaves()
	return how
}

func (j *ending) leaves() (string, token.Pos) {
	if j.inSource {
		how, pos := j.e.syntax.leaves(j.branch)
		if ret, ok := j.end.instr.(*ssa.Return); ok && how == goingOn && j.here && ret.Pos().IsValid() {
			return returning, ret.Pos()
		}
		return how, pos
	}
	if _, ok := j.end.instr.(*ssa.Return); ok {
		return returning, ssax.Pos(j.end.instr)
	}
	return goingOn, ssax.Pos(j.end.instr)
}

// passedTo names the callee of another package that was handed the error on
// the path, and made nothing of it, to begin a message with.
func (j *ending) passedTo() string {
	for _, b := range j.t.witness(*j.end) {
		for _, instr := range b.Instrs {
			call, ok := instr.(*ssa.Call)
			if !ok {
				continue
			}
			s := j.e.summary(&call.Call)
			if s == nil || s.Verdict != NoVerdict {
				continue
			}
			for i, arg := range ssax.Args(&call.Call) {
				if _, carried := j.t.set.bit(arg); carried && ssax.IsError(arg.Type()) && !s.param(i).Has(traces|Classified) {
					return fmt.Sprintf("%s, called at line %d, makes nothing of it, and ", j.e.calleeName(&call.Call, call.Pos()), j.e.syntax.line(call.Pos()))
				}
			}
		}
	}
	return ""
}

// dropped judges a path that just goes on.
func (j *ending) dropped() bool {
	j.rank, j.f.Category = rankDropped, CatDropped
	how, at := j.leaves()
	does := "neither returns nor logs it"
	if j.end.fate.Has(Counted) {
		does = "only counts it"
	}
	j.f.Text = fmt.Sprintf("%s is dropped: %sthe path %s at line %d %s", j.subject, j.passedTo(), how, j.e.syntax.line(at), does)
	switch {
	case j.captured():
		j.f.Text = j.subject + " is dropped: the captured variable that takes it is neither returned nor logged"
	case how == continuing, how == returning && j.o.fn.Signature.Results().Len() == 0:
		j.add(EvLost)
	case how == returning && j.succeeds():
		j.add(EvSuccess)
	case j.o.forEffect():
		j.add(EvLost)
	case how == goingOn:
		j.add(EvGoesOn)
	}
	if (how != returning || len(j.branch.body) == 0) && j.kept() {
		j.add(EvKept)
	}
	return true
}

// succeeds reports whether the path returns from a function that could have
// returned the error, and returns nil in its place.
func (j *ending) succeeds() bool {
	ret, ok := j.end.instr.(*ssa.Return)
	if !ok {
		return false
	}
	for _, result := range ret.Results {
		if ssax.IsError(result.Type()) {
			v := resolve(result, j.t.witness(*j.end))
			return v != nil && ssax.IsNil(v)
		}
	}
	return false
}

// kept reports whether the error is kept past its test: another path that goes
// on from there returns or logs it. What is lost on this one may be said in
// other words.
func (j *ending) kept() bool {
	for i := range j.t.ends {
		other := &j.t.ends[i]
		if other.fate.Has(Propagated|Logged) && other.state.branch == j.end.state.branch && !j.t.inBranch(other.state, other.instr.Block()) {
			return true
		}
	}
	return false
}
