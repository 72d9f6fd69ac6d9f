package errfate

import (
	"go/ast"
	"go/token"
	"go/types"
	"sort"
	"strconv"

	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/convention"
	"github.com/loglint/loglint/passes/internal/intent"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/srcindex"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// result judges what the flow found.
func (e *engine) result() *Result {
	e.src = srcindex.New(e.Pass)
	r := &Result{Directives: e.dirs}
	e.handOver()
	e.tally()
	for _, fn := range e.Funcs {
		flow := e.flows[fn]
		if flow == nil || e.skips(fn) {
			continue
		}
		e.guard(fn, func() {
			first := len(r.Findings)
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
			for i := range r.Findings[first:] {
				f := &r.Findings[first+i]
				f.Test = e.InTest(fn)
				e.include(&f.Span, f.Pos, f.End)
			}
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
		p, q := e.Pass.Fset.PositionFor(r.Findings[i].Pos, false), e.Pass.Fset.PositionFor(r.Findings[j].Pos, false)
		if p.Filename != q.Filename {
			return p.Filename < q.Filename
		}
		return p.Offset < q.Offset
	})
	return r
}

// skips reports whether nothing is reported in fn: it is in a generated file.
func (e *engine) skips(fn *ssa.Function) bool {
	file := e.src.File(fn.Pos())
	return file == nil || e.src.Generated(file)
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
	var lost []*end
	for i := range t.ends {
		f, r, ok := e.judgeEnd(o, t, &t.ends[i])
		if ok {
			sites, lost = append(sites, f.Site), append(lost, &t.ends[i])
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
	best.Span = e.spanOf(*best, o, t, lost...)
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
	_, id := e.src.Taken(o.instr.Pos(), o.result)
	return id != nil && convention.LetsGo(id.Name)
}

// judgeUntaken judges an error that no value takes.
func (e *engine) judgeUntaken(o *origin) (Finding, bool) {
	how, id := e.src.Taken(o.instr.Pos(), o.result)
	f := Finding{Category: defect.CatDiscarded, Evidence: originEvidence(o), Site: e.site(Unlooked, o)}
	f.Pos, f.End = e.callRange(o)
	f.Says = defect.Statement{Kind: defect.Discarded, Subject: e.subject(o)}
	stmt := e.src.Statement(o.instr.Pos())
	if e.src.Comments(f.Pos, f.End, stmt) == intent.Reasoned || e.src.Above(stmt) == intent.Reasoned {
		f.Evidence = append(f.Evidence, defect.EvReason)
	}
	if e.harness(o.fn.Pos()) {
		f.Evidence = append(f.Evidence, defect.EvHarness)
	}
	if how == srcindex.TakenBlank && e.decorates(o) {
		f.Evidence = append(f.Evidence, defect.EvInScope)
	}
	if how == srcindex.TakenBare && undoes(o.instr.Block()) || how == srcindex.TakenDefer && o.source == fromDynamic {
		f.Evidence = append(f.Evidence, defect.EvUndoing)
	}
	if how == srcindex.TakenValue {
		if id == nil {
			return Finding{}, false
		}
		next := e.assignedNext(o, id)
		if !next.IsValid() {
			f.Category = defect.CatDropped
			f.Says.Kind = defect.Unread
			e.addSource(&f.Says, o)
			f.Confidence = defect.ConfidenceOf(f.Evidence)
			return f, o.class >= known.Decode
		}
		f.Category = defect.CatOverwritten
		f.Says.Kind, f.Says.Line = defect.Overwritten, e.src.Line(next)
		f.Span = Span{f.Pos, f.End}
		e.include(&f.Span, next)
		if o.class < known.Decode {
			f.Evidence = append(f.Evidence, defect.EvOutside)
		}
		f.Evidence = append(f.Evidence, defect.EvSlip)
		f.Confidence = defect.ConfidenceOf(f.Evidence)
		return f, true
	}
	if how == srcindex.TakenBare && o.class == known.Environment && o.source == fromTable {
		f.Evidence = append(f.Evidence, defect.EvLost) // whatever it was to do need not have been done
	}
	switch how {
	case srcindex.TakenIgnored:
		f.Evidence = append(f.Evidence, defect.EvExplicit)
	case srcindex.TakenGo:
		f.Category = defect.CatGoroutine
		f.Says.Kind = defect.EndsGoroutine
	default:
		if category, kind := e.lostIn(o.fn); category != "" {
			f.Category, f.Says.Kind = category, kind
		}
	}
	e.deviate(&f, o)
	e.addSource(&f.Says, o)
	f.Confidence = defect.ConfidenceOf(f.Evidence)
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
		for _, ref := range ssax.Referrers(v) {
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
	for _, file := range e.Pass.Files {
		if pos < file.FileStart || pos >= file.FileEnd || e.IsTest(file) {
			continue
		}
		for _, imp := range file.Imports {
			// An import that the parser has accepted is quoted.
			if path, err := strconv.Unquote(imp.Path.Value); err == nil && convention.IsHarnessImport(path) {
				return true
			}
		}
	}
	return convention.IsHarnessPath(e.Pass.Pkg.Path())
}

// lostIn returns the category and kind of an error that is lost in a function
// literal that cannot return it; "" if fn is none.
func (e *engine) lostIn(fn *ssa.Function) (defect.Category, defect.Kind) {
	switch e.boundary(fn) {
	case inGoroutine:
		return defect.CatGoroutine, defect.EndsGoroutine
	case inCallback:
		return defect.CatCallback, defect.EndsCallback
	case inDeferred:
		return defect.CatCallback, defect.EndsDeferred
	}
	return "", 0
}

// assignedNext returns where the variable id is assigned next after the call of
// o, [token.NoPos] if it is not.
func (e *engine) assignedNext(o *origin, id *ast.Ident) token.Pos {
	obj := e.Pass.TypesInfo.ObjectOf(id)
	_, c, ok := e.src.Call(o.instr.Pos())
	if obj == nil || !ok {
		return token.NoPos
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
			if l, ok := lhs.(*ast.Ident); ok && e.Pass.TypesInfo.ObjectOf(l) == obj && (!best.IsValid() || l.Pos() < best) {
				best = l.Pos()
			}
		}
	}
	return best
}

// retakes reports whether the error branch tries another way to what the
// failed call was to give: a call that can fail itself is assigned to one of
// the same variables.
func (e *engine) retakes(o *origin, b srcindex.Branch) bool {
	if o.instr == nil {
		return false
	}
	wanted := make(map[types.Object]bool)
	for i := range o.instr.Common().Signature().Results().Len() {
		if _, id := e.src.Taken(o.instr.Pos(), i); id != nil && id.Name != "_" {
			wanted[e.Pass.TypesInfo.ObjectOf(id)] = true
		}
	}
	var errorVar types.Object
	if _, id := e.src.Taken(o.instr.Pos(), o.result); id != nil {
		errorVar = e.Pass.TypesInfo.ObjectOf(id)
	}
	found := false
	for _, stmt := range b.Body {
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
				if id, ok := lhs.(*ast.Ident); ok && wanted[e.Pass.TypesInfo.ObjectOf(id)] {
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
			found = found || ok && v != nil && e.Pass.TypesInfo.ObjectOf(id) == v
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
	_, id := e.src.Taken(o.instr.Pos(), o.result)
	return id != nil && e.Pass.TypesInfo.Defs[id] != nil
}

// fails reports whether a call has a result that is an error, and is not one
// that only wraps another.
func (e *engine) fails(call *ast.CallExpr) bool {
	if fn := typeutil.StaticCallee(e.Pass.TypesInfo, call); fn != nil {
		if effect, ok := known.EffectOf(fn); ok && effect.Role == known.Wraps {
			return false
		}
	}
	switch t := e.Pass.TypesInfo.TypeOf(call).(type) {
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
	f := Finding{Category: defect.CatRecovered, Confidence: defect.High, Site: e.site(PanicRecovered, o)}
	f.Pos, f.End = e.callRange(o)
	f.Says = defect.Statement{Kind: defect.PanicDropped, Subject: e.subject(o)}
	if t == nil {
		if e.src.Comments(f.Pos, f.End) == intent.Reasoned {
			f.Confidence = defect.Low
		}
		return f, true
	}
	for i := range t.ends {
		end := &t.ends[i]
		if end.fate.Traced() || end.fate.Has(Classified) || end.kind == EndPanic || end.state.is != nonNil {
			continue
		}
		if end.fate.Has(LoggedBare) {
			f.Says.Kind = defect.PanicWithoutVal
		}
		e.recovered(f.Site, t, end)
		f.Span = e.spanOf(f, o, t, end)
		if b, _, ok := e.branchAt(t, end); ok && e.src.Comments(b.From, b.To) == intent.Reasoned {
			f.Confidence = defect.Low
		}
		return f, true
	}
	return Finding{}, false
}

// overwrittenOn returns the line on the path to an end where the variable
// that takes the error is assigned again, 0 if it is not.
func (e *engine) overwrittenOn(o *origin, t *tracker, end *end) int {
	if o.instr == nil {
		return 0
	}
	_, id := e.src.Taken(o.instr.Pos(), o.result)
	if id == nil {
		return 0
	}
	obj := e.Pass.TypesInfo.ObjectOf(id)
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
				if _, other := e.src.Taken(call.Pos(), i); other != nil && obj != nil && e.Pass.TypesInfo.ObjectOf(other) == obj {
					return e.src.Line(call.Pos())
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
	if _, c, ok := e.src.Call(instr.Pos()); ok {
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
	if stmt := e.src.Return(ret.Pos()); stmt != nil {
		return stmt
	}
	return nil
}
