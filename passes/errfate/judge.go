package errfate

import (
	"go/ast"
	"go/types"
	"sort"

	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/convention"
	"github.com/loglint/loglint/passes/internal/errflow"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/origin"
	"github.com/loglint/loglint/passes/internal/srcindex"
	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
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
					f.Through = o.Through
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
			r.Findings = append(r.Findings, e.placed(e.log.findings(fn))...)
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
		r.Put, r.Sure = e.log.putLoggers(), e.log.sureBinders()
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
func (e *engine) judge(o *origin.Origin, t *errflow.Flow) (defect.Finding, bool) {
	switch {
	case o.Logged || e.namedAway(o):
		return defect.Finding{}, false
	case o.Kind == origin.FromRecover:
		return e.judgeRecover(o, t)
	case completes(o.Fn.Signature):
		return defect.Finding{}, false
	case t == nil:
		return e.judgeUntaken(o)
	}
	if o.Kind == origin.FromParam {
		for i := range t.Ends {
			if t.Ends[i].Fate.Has(summary.Traces) {
				return defect.Finding{}, false // not lost on every path
			}
		}
	}
	var best *defect.Finding
	rank := -1
	var sites []*defect.Site
	var lost []*errflow.End
	for i := range t.Ends {
		f, r, ok := e.judgeEnd(o, t, &t.Ends[i])
		if ok {
			sites, lost = append(sites, f.Site), append(lost, &t.Ends[i])
		}
		if ok && (best == nil || f.Confidence > best.Confidence || f.Confidence == best.Confidence && (r > rank || r == rank && f.Pos < best.Pos)) {
			best, rank = &f, r
		}
	}
	if best == nil {
		return defect.Finding{}, false
	}
	for _, s := range sites {
		best.Site.Merge(s)
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
func (e *engine) namedAway(o *origin.Origin) bool {
	if o.Instr == nil {
		return false
	}
	_, id := e.src.Taken(o.Instr.Pos(), o.Result)
	return id != nil && convention.LetsGo(id.Name)
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

// retakes reports whether the error branch tries another way to what the
// failed call was to give: a call that can fail itself is assigned to one of
// the same variables.
func (e *engine) retakes(o *origin.Origin, b srcindex.Branch) bool {
	if o.Instr == nil {
		return false
	}
	wanted := make(map[types.Object]bool)
	for i := range o.Instr.Common().Signature().Results().Len() {
		if _, id := e.src.Taken(o.Instr.Pos(), i); id != nil && id.Name != "_" {
			wanted[e.Pass.TypesInfo.ObjectOf(id)] = true
		}
	}
	var errorVar types.Object
	if _, id := e.src.Taken(o.Instr.Pos(), o.Result); id != nil {
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
func (e *engine) declares(o *origin.Origin) bool {
	if o.Instr == nil {
		return false
	}
	_, id := e.src.Taken(o.Instr.Pos(), o.Result)
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
