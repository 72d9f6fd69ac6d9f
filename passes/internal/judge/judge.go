package judge

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/convention"
	"github.com/loglint/loglint/passes/internal/errflow"
	"github.com/loglint/loglint/passes/internal/fates"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/origin"
	"github.com/loglint/loglint/passes/internal/role"
	"github.com/loglint/loglint/passes/internal/srcindex"
	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// A Judge turns what became of the errors of a package into findings.
type Judge struct {
	*fates.Package
	src     *srcindex.Index
	calls   *inspector.Inspector
	binders []defect.Binder // that sites offer

	handed  map[errflow.Helper]handedError // errors handed to helpers that lose them
	tallies map[*types.Func]tally          // see tally
}

// New returns a judge. src leads from what was found to the source, which syntax walks,
// and binders are what lines can be written with.
func New(pkg *fates.Package, src *srcindex.Index, syntax *inspector.Inspector, binders []defect.Binder) *Judge {
	g := &Judge{
		Package: pkg,
		src:     src,
		calls:   syntax,
		binders: binders,
		handed:  make(map[errflow.Helper]handedError),
		tallies: make(map[*types.Func]tally),
	}
	g.handOver()
	g.tally()
	return g
}

// Findings judges the errors of a function.
func (g *Judge) Findings(fn *ssa.Function) []defect.Finding {
	flow := g.Functions[fn]
	if flow == nil {
		return nil
	}
	var findings []defect.Finding
	for i, o := range flow.Origins {
		if f, ok := g.judge(o, flow.Flows[i]); ok {
			f.Through = o.Through
			findings = append(findings, f)
		}
	}
	for _, p := range flow.Params {
		if o := g.handedTo(fn, p); o != nil {
			if f, ok := g.judge(o, p.Flow); ok {
				findings = append(findings, f)
			}
		}
	}
	return findings
}

// judge turns the fate of one error into a finding, if it is one.
func (g *Judge) judge(o *origin.Origin, t *errflow.Flow) (defect.Finding, bool) {
	switch {
	case o.Logged || g.namedAway(o):
		return defect.Finding{}, false
	case o.Kind == origin.FromRecover:
		return g.judgeRecover(o, t)
	case completes(o.Fn.Signature):
		return defect.Finding{}, false
	case t == nil:
		return g.judgeUntaken(o)
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
		f, r, ok := g.judgeEnd(o, t, &t.Ends[i])
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
	best.Span = g.spanOf(*best, o, t, lost...)
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
func (g *Judge) namedAway(o *origin.Origin) bool {
	if o.Instr == nil {
		return false
	}
	_, id := g.src.Taken(o.Instr.Pos(), o.Result)
	return id != nil && convention.LetsGo(id.Name)
}

// lostIn returns the category and kind of an error that is lost in a function
// literal that cannot return it; "" if fn is none.
func (g *Judge) lostIn(fn *ssa.Function) (defect.Category, defect.Kind) {
	switch role.BoundaryOf(g.Reqs, fn) {
	case role.InGoroutine:
		return defect.CatGoroutine, defect.EndsGoroutine
	case role.InCallback:
		return defect.CatCallback, defect.EndsCallback
	case role.InDeferred:
		return defect.CatCallback, defect.EndsDeferred
	}
	return "", 0
}

// retakes reports whether the error branch tries another way to what the
// failed call was to give: a call that can fail itself is assigned to one of
// the same variables.
func (g *Judge) retakes(o *origin.Origin, b srcindex.Branch) bool {
	if o.Instr == nil {
		return false
	}
	wanted := make(map[types.Object]bool)
	for i := range o.Instr.Common().Signature().Results().Len() {
		if _, id := g.src.Taken(o.Instr.Pos(), i); id != nil && id.Name != "_" {
			wanted[g.Pass.TypesInfo.ObjectOf(id)] = true
		}
	}
	var errorVar types.Object
	if _, id := g.src.Taken(o.Instr.Pos(), o.Result); id != nil {
		errorVar = g.Pass.TypesInfo.ObjectOf(id)
	}
	found := false
	for _, stmt := range b.Body {
		ast.Inspect(stmt, func(n ast.Node) bool {
			assign, ok := n.(*ast.AssignStmt)
			if !ok || len(assign.Rhs) != 1 {
				return !found
			}
			call, ok := ast.Unparen(assign.Rhs[0]).(*ast.CallExpr)
			if !ok || !g.fails(call) || g.mentions(call.Args, errorVar) {
				return !found
			}
			for _, lhs := range assign.Lhs {
				if id, ok := lhs.(*ast.Ident); ok && wanted[g.Pass.TypesInfo.ObjectOf(id)] {
					found = true
				}
			}
			return !found
		})
	}
	return found
}

// mentions reports whether a variable is used in one of the expressions.
func (g *Judge) mentions(exprs []ast.Expr, v types.Object) bool {
	found := false
	for _, x := range exprs {
		ast.Inspect(x, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			found = found || ok && v != nil && g.Pass.TypesInfo.ObjectOf(id) == v
			return !found
		})
	}
	return found
}

// declares reports whether the variable that takes the error is declared
// there.
func (g *Judge) declares(o *origin.Origin) bool {
	if o.Instr == nil {
		return false
	}
	_, id := g.src.Taken(o.Instr.Pos(), o.Result)
	return id != nil && g.Pass.TypesInfo.Defs[id] != nil
}

// fails reports whether a call has a result that is an error, and is not one
// that only wraps another.
func (g *Judge) fails(call *ast.CallExpr) bool {
	if fn := typeutil.StaticCallee(g.Pass.TypesInfo, call); fn != nil {
		if effect, ok := known.EffectOf(fn); ok && effect.Role == known.Wraps {
			return false
		}
	}
	switch t := g.Pass.TypesInfo.TypeOf(call).(type) {
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
