package errfate

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// result judges what the flow found.
func (e *engine) result() *Result {
	e.syntax = newSyntax(e.pass)
	r := &Result{Directives: e.dirs}
	e.handOver()
	e.tally()
	for _, fn := range e.funcs {
		flow := e.flows[fn]
		if flow == nil || e.skips(fn) {
			continue
		}
		e.guard(fn, func() {
			for i, o := range flow.origins {
				if f, ok := e.judge(o, flow.trackers[i]); ok {
					f.Through = o.through
					r.Findings = append(r.Findings, f)
				}
			}
			for _, p := range flow.params {
				if o := e.handedTo(fn, p); o != nil {
					if f, ok := e.judge(o, p.tracker); ok {
						r.Findings = append(r.Findings, f)
					}
				}
			}
			r.Findings = append(r.Findings, e.placed(e.lines(fn))...)
		})
	}
	r.Failures, r.Types = e.failures, e.typesHere()
	if len(r.Findings) > 0 {
		r.Lines = e.linesOf()
		r.Put, r.Sure = e.putLoggers(), e.sureBinders()
	}
	sort.SliceStable(r.Findings, func(i, j int) bool {
		// Not by token.Pos: files are parsed side by side, so that the order
		// of their bases changes from run to run.
		p, q := e.pass.Fset.PositionFor(r.Findings[i].Pos, false), e.pass.Fset.PositionFor(r.Findings[j].Pos, false)
		if p.Filename != q.Filename {
			return p.Filename < q.Filename
		}
		return p.Offset < q.Offset
	})
	return r
}

// skips reports whether nothing is reported in fn: it is in a generated file
// or in a test.
func (e *engine) skips(fn *ssa.Function) bool {
	file := e.syntax.file(fn.Pos())
	if file == nil || e.syntax.generated(file) {
		return true
	}
	return !options.tests && e.inTest(fn)
}

// inTest reports whether fn stands in a test file.
func (e *engine) inTest(fn *ssa.Function) bool {
	return strings.HasSuffix(e.pass.Fset.PositionFor(fn.Pos(), false).Filename, "_test.go")
}

// isTest reports whether a file is a test file.
func (e *engine) isTest(file *ast.File) bool {
	return strings.HasSuffix(e.pass.Fset.PositionFor(file.Package, false).Filename, "_test.go")
}

// judge turns the fate of one error into a finding, if it is one.
func (e *engine) judge(o *origin, t *tracker) (Finding, bool) {
	switch {
	case o.logged || e.namedAway(o):
		return Finding{}, false
	case o.kind == fromRecover:
		return e.judgeRecover(o, t)
	case completes(o.fn.Signature):
		return Finding{}, false
	case t == nil:
		return e.judgeUntaken(o)
	}
	if o.kind == fromParam {
		for i := range t.ends {
			if t.ends[i].fate.Has(traces) {
				return Finding{}, false // not lost on every path
			}
		}
	}
	var best *Finding
	rank := -1
	var sites []*Site
	for i := range t.ends {
		f, r, ok := e.judgeEnd(o, t, &t.ends[i])
		if ok {
			sites = append(sites, f.Site)
		}
		if ok && (best == nil || f.Confidence > best.Confidence || f.Confidence == best.Confidence && (r > rank || r == rank && f.Pos < best.Pos)) {
			best, rank = &f, r
		}
	}
	if best == nil {
		return Finding{}, false
	}
	for _, s := range sites {
		best.Site.merge(s)
	}
	return *best, true
}

// completes reports whether a function completes words for a shell: it has
// nowhere to write to, and tells the shell by a result of its own.
func completes(sig *types.Signature) bool {
	for v := range sig.Results().Variables() {
		if ssax.IsNamed(v.Type(), "github.com/spf13/cobra", "ShellCompDirective") {
			return true
		}
	}
	return false
}

// namedAway reports whether the variable that takes the error has a name that
// says that it is let go on purpose: ignored, expectedErr, errIgnored.
func (e *engine) namedAway(o *origin) bool {
	if o.instr == nil {
		return false
	}
	_, id := e.syntax.taken(o.instr.Pos(), o.result)
	if id == nil {
		return false
	}
	for _, word := range []string{"ignored", "expected"} {
		title := strings.ToUpper(word[:1]) + word[1:]
		if hasWord(strings.ToUpper(id.Name[:1])+id.Name[1:], title) || strings.HasSuffix(id.Name, title) {
			return true
		}
	}
	return false
}

// judgeUntaken judges an error that no value takes.
func (e *engine) judgeUntaken(o *origin) (Finding, bool) {
	how, id := e.syntax.taken(o.instr.Pos(), o.result)
	f := Finding{Category: CatDiscarded, Evidence: originEvidence(o), Site: e.site(Unlooked, o)}
	f.Pos, f.End = e.callRange(o)
	subject := e.subject(o)
	f.Text = subject + " is discarded: nothing looks at it"
	if e.syntax.comments(f.Pos, f.End) == reasoned || e.syntax.above(e.syntax.statement(o.instr.Pos())) == reasoned {
		f.Evidence = append(f.Evidence, EvReason)
	}
	if e.harness(o.fn.Pos()) {
		f.Evidence = append(f.Evidence, EvHarness)
	}
	if how == takenBlank && e.decorates(o) {
		f.Evidence = append(f.Evidence, EvInScope)
	}
	if how == takenBare && undoes(o.instr.Block()) || how == takenDefer && o.source == fromDynamic {
		f.Evidence = append(f.Evidence, EvUndoing)
	}
	if how == takenValue {
		if id == nil {
			return Finding{}, false
		}
		next := e.assignedNext(o, id)
		if next == 0 {
			f.Category = CatDropped
			f.Text = subject + " is dropped: nothing reads the variable that takes it" + e.comesFrom(o)
			f.Confidence = confidenceOf(f.Evidence)
			return f, o.class >= known.Decode
		}
		f.Category = CatOverwritten
		f.Text = fmt.Sprintf("%s is overwritten at line %d before anything looks at it", subject, next)
		if o.class < known.Decode {
			f.Evidence = append(f.Evidence, EvOutside)
		}
		f.Evidence = append(f.Evidence, EvSlip)
		f.Confidence = confidenceOf(f.Evidence)
		return f, true
	}
	if how == takenBare && o.class == known.Environment && o.source == fromTable {
		f.Evidence = append(f.Evidence, EvLost) // whatever it was to do need not have been done
	}
	switch how {
	case takenIgnored:
		f.Evidence = append(f.Evidence, EvExplicit)
	case takenGo:
		f.Category = CatGoroutine
		f.Text = subject + " ends the goroutine, but nothing logs it"
	default:
		if category, text := e.lostIn(o.fn, subject); category != "" {
			f.Category, f.Text = category, text
		}
	}
	e.deviate(&f, o)
	f.Text += e.comesFrom(o)
	f.Confidence = confidenceOf(f.Evidence)
	return f, true
}

// decorates reports whether the other result of a call is only put into an
// error that is made there: the text of a failed reply, say, which the reader
// of the error can do without.
func (e *engine) decorates(o *origin) bool {
	v := o.instr.Value()
	if v == nil {
		return false
	}
	made := false
	seen := make(map[ssa.Value]bool)
	var into func(v ssa.Value) bool
	into = func(v ssa.Value) bool {
		if seen[v] {
			return true
		}
		seen[v] = true
		for _, ref := range referrers(v) {
			switch ref := ref.(type) {
			case *ssa.DebugRef, *ssa.IndexAddr, *ssa.Alloc:
			case *ssa.Store:
				index, ok := ref.Addr.(*ssa.IndexAddr)
				if !ok || !into(index.X) {
					return false
				}
			case *ssa.Call:
				effect, ok := e.effect(&ref.Call)
				if !ok || effect.Role != known.Wraps {
					return false
				}
				if ssax.IsError(ref.Type()) {
					made = true
				} else if !into(ref) {
					return false
				}
			case *ssa.Extract, *ssa.MakeInterface, *ssa.Convert, *ssa.ChangeType, *ssa.Slice:
				if !into(ref.(ssa.Value)) {
					return false
				}
			default:
				return false
			}
		}
		return true
	}
	return into(v) && made
}

// undoes reports whether control comes to b because of another error: what
// fails there is second to that.
func undoes(b *ssa.BasicBlock) bool { return inErrorBranch(b) }

// harness reports whether what stands at pos is part of a test harness: its file
// is no test and imports testing, or its package lies in a directory for tests.
// A file testing.go makes no harness of the files beside it.
func (e *engine) harness(pos token.Pos) bool {
	for _, file := range e.pass.Files {
		if pos < file.FileStart || pos >= file.FileEnd || e.isTest(file) {
			continue
		}
		for _, imp := range file.Imports {
			switch path, _ := strconv.Unquote(imp.Path.Value); path {
			case "testing", "github.com/stretchr/testify/require", "github.com/stretchr/testify/assert", "gopkg.in/check.v1",
				"github.com/onsi/gomega", "github.com/onsi/ginkgo/v2":
				return true
			}
		}
	}
	for element := range strings.SplitSeq(e.pass.Pkg.Path(), "/") {
		switch element {
		case "test", "tests", "testing", "e2e", "testutil", "testutils":
			return true
		}
	}
	return false
}

// lostIn returns the category and message of an error that is lost in a
// function literal that cannot return it; "" if fn is none.
func (e *engine) lostIn(fn *ssa.Function, subject string) (Category, string) {
	switch e.boundary(fn) {
	case inGoroutine:
		return CatGoroutine, subject + " ends the goroutine, but nothing logs it"
	case inCallback:
		return CatCallback, subject + " ends in a callback that cannot return it, and nothing logs it"
	case inDeferred:
		return CatCallback, subject + " ends in a deferred function that cannot return it, and nothing logs it"
	}
	return "", ""
}

// assignedNext returns the line of the next assignment to the variable id
// after the call of o, 0 if there is none.
func (e *engine) assignedNext(o *origin, id *ast.Ident) int {
	obj := e.syntax.info.ObjectOf(id)
	_, c, ok := e.syntax.call(o.instr.Pos())
	if obj == nil || !ok {
		return 0
	}
	for c.Parent().Node() != nil {
		if _, ok := c.Node().(*ast.FuncDecl); ok {
			break
		}
		if _, ok := c.Node().(*ast.File); ok {
			break
		}
		c = c.Parent()
	}
	best := token.NoPos
	for a := range c.Preorder((*ast.AssignStmt)(nil), (*ast.RangeStmt)(nil)) {
		assign, ok := a.Node().(*ast.AssignStmt)
		if !ok || assign.Pos() <= id.Pos() {
			continue
		}
		for _, lhs := range assign.Lhs {
			if l, ok := lhs.(*ast.Ident); ok && e.syntax.info.ObjectOf(l) == obj && (!best.IsValid() || l.Pos() < best) {
				best = l.Pos()
			}
		}
	}
	return e.syntax.line(best)
}

// retakes reports whether the error branch tries another way to what the
// failed call was to give: a call that can fail itself is assigned to one of
// the same variables.
func (e *engine) retakes(o *origin, b branch) bool {
	if o.instr == nil {
		return false
	}
	wanted := make(map[types.Object]bool)
	for i := range o.instr.Common().Signature().Results().Len() {
		if _, id := e.syntax.taken(o.instr.Pos(), i); id != nil && id.Name != "_" {
			wanted[e.syntax.info.ObjectOf(id)] = true
		}
	}
	var errorVar types.Object
	if _, id := e.syntax.taken(o.instr.Pos(), o.result); id != nil {
		errorVar = e.syntax.info.ObjectOf(id)
	}
	found := false
	for _, stmt := range b.body {
		ast.Inspect(stmt, func(n ast.Node) bool {
			assign, ok := n.(*ast.AssignStmt)
			if !ok || len(assign.Rhs) != 1 {
				return !found
			}
			call, ok := ast.Unparen(assign.Rhs[0]).(*ast.CallExpr)
			if !ok || !e.fails(call) || e.mentions(call.Args, errorVar) {
				return !found
			}
			for _, lhs := range assign.Lhs {
				if id, ok := lhs.(*ast.Ident); ok && wanted[e.syntax.info.ObjectOf(id)] {
					found = true
				}
			}
			return !found
		})
	}
	return found
}

// mentions reports whether a variable is used in one of the expressions.
func (e *engine) mentions(exprs []ast.Expr, v types.Object) bool {
	found := false
	for _, x := range exprs {
		ast.Inspect(x, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			found = found || ok && v != nil && e.syntax.info.ObjectOf(id) == v
			return !found
		})
	}
	return found
}

// declares reports whether the variable that takes the error is declared
// there.
func (e *engine) declares(o *origin) bool {
	if o.instr == nil {
		return false
	}
	_, id := e.syntax.taken(o.instr.Pos(), o.result)
	return id != nil && e.syntax.info.Defs[id] != nil
}

// fails reports whether a call has a result that is an error, and is not one
// that only wraps another.
func (e *engine) fails(call *ast.CallExpr) bool {
	if fn := typeutil.StaticCallee(e.syntax.info, call); fn != nil {
		if effect, ok := known.EffectOf(fn); ok && effect.Role == known.Wraps {
			return false
		}
	}
	switch t := e.syntax.info.TypeOf(call).(type) {
	case *types.Tuple:
		for v := range t.Variables() {
			if ssax.IsError(v.Type()) {
				return true
			}
		}
	case types.Type:
		return ssax.IsError(t)
	}
	return false
}

// judgeRecover judges a recovered panic.
func (e *engine) judgeRecover(o *origin, t *tracker) (Finding, bool) {
	f := Finding{Category: CatRecovered, Confidence: High, Site: e.site(PanicRecovered, o)}
	f.Pos, f.End = e.callRange(o)
	f.Text = "recovered panic is dropped: nothing logs it"
	if t == nil {
		if e.syntax.comments(f.Pos, f.End) == reasoned {
			f.Confidence = Low
		}
		return f, true
	}
	for i := range t.ends {
		end := &t.ends[i]
		if end.fate.Traced() || end.fate.Has(Classified) || end.kind == EndPanic || end.state.is != nonNil {
			continue
		}
		if end.fate.Has(LoggedBare) {
			f.Text = "recovered panic is logged without its value"
		}
		e.recovered(f.Site, t, end)
		if b, _, ok := e.branchAt(t, end); ok && e.syntax.comments(b.from, b.to) == reasoned {
			f.Confidence = Low
		}
		return f, true
	}
	return Finding{}, false
}

// find returns the instruction on the path to an end, inside the error
// branch, that gave the error a fate.
func (t *tracker) find(end *end, fate Fate) ssa.Instruction {
	var nodes []int
	for n := end.node; n >= 0; n = t.nodes[n].parent {
		nodes = append(nodes, n)
	}
	for i := len(nodes) - 1; i >= 0; i-- {
		nd := t.nodes[nodes[i]]
		if nd.state.fate.Has(fate) {
			continue
		}
		after := end.state
		if i > 0 {
			after = t.nodes[nodes[i-1]].state
		}
		if !after.fate.Has(fate) {
			continue
		}
		// In this block: replay it.
		probe := *t
		probe.ends = nil
		probe.seen = make(map[nodeKey]bool)
		s := nd.state
		for _, instr := range nd.block.Instrs[nd.start:] {
			call, ok := instr.(ssa.CallInstruction)
			if !ok {
				if _, isControl := instr.(*ssa.If); isControl {
					break
				}
				var stop bool
				if s, stop = probe.step(nodes[i], s, instr); stop {
					break
				}
				continue
			}
			var result ssa.Value // nil, not a nil *ssa.Call, for go and defer
			if v := call.Value(); v != nil {
				result = v
			}
			s, _ = probe.call(nodes[i], s, call, result)
			if s.fate.Has(fate) {
				return instr
			}
		}
	}
	return nil
}

// overwrittenOn returns the line on the path to an end where the variable
// that takes the error is assigned again, 0 if it is not.
func (e *engine) overwrittenOn(o *origin, t *tracker, end *end) int {
	if o.instr == nil {
		return 0
	}
	_, id := e.syntax.taken(o.instr.Pos(), o.result)
	if id == nil {
		return 0
	}
	obj := e.syntax.info.ObjectOf(id)
	for _, b := range t.witness(*end) {
		started := b != o.instr.Block()
		for _, instr := range b.Instrs {
			if instr == ssa.Instruction(o.instr) {
				started = true
				continue
			}
			call, ok := instr.(ssa.CallInstruction)
			if !ok || !started {
				continue
			}
			for _, i := range ssax.ErrorResults(call.Common().Signature()) {
				if _, other := e.syntax.taken(call.Pos(), i); other != nil && obj != nil && e.syntax.info.ObjectOf(other) == obj {
					return e.syntax.line(call.Pos())
				}
			}
		}
	}
	return 0
}

// callRange returns the range of the call of an origin.
func (e *engine) callRange(o *origin) (token.Pos, token.Pos) {
	if o.instr == nil {
		return o.value.Pos(), o.value.Pos()
	}
	return e.instrRange(o.instr)
}

// instrRange returns the source range of an instruction.
func (e *engine) instrRange(instr ssa.Instruction) (token.Pos, token.Pos) {
	if _, c, ok := e.syntax.call(instr.Pos()); ok {
		return c.Node().Pos(), c.Node().End()
	}
	pos := ssax.Pos(instr)
	return pos, pos
}

// returnStmt returns the statement of a return instruction, or nil.
func (e *engine) returnStmt(ret *ssa.Return) ast.Node {
	if !ret.Pos().IsValid() {
		return nil
	}
	if c, ok := e.syntax.returns[ret.Pos()]; ok {
		return c.Node()
	}
	return nil
}
