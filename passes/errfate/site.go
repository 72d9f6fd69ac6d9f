package errfate

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/reqctx"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// A Site is the place of a finding, in syntax and types: what whoever mends it
// has to know. The engine writes no text and no edits; how a repair reads is
// for package fix to say.
type Site struct {
	// Kind says what is wrong there.
	Kind SiteKind
	// Origin is the call whose error it is, and Result which of its results;
	// nil for an error that was not born by a call.
	Origin *ast.CallExpr
	Result int
	// Error is the variable that takes the error, nil if none does.
	Error *types.Var
	// Exits are the ends of the paths on which the error is lost.
	Exits []Exit
	// Line is the call that writes the line that lacks something.
	Line *ast.CallExpr
	// Context is the request's context in reach of the first exit, the line or
	// the origin; nil if there is none.
	Context *Context
	// Binders make loggers of contexts, in the package or in those of its module
	// that it imports: what a line can be written with that is lacking, or should
	// be written with that is there.
	Binders []Binder
}

// A SiteKind says what is wrong at a site.
type SiteKind uint8

const (
	Leaves             SiteKind = iota // a path leaves without a trace
	Unlooked                           // nothing looks at the result of a call
	LineWithoutError                   // a line lacks the error
	LineWithoutContext                 // a line lacks the request's context
	PanicRecovered                     // a recovered panic is dropped
)

// An Exit is the end of a path on which an error is lost.
type Exit struct {
	// Test is the comparison that found the error, nil if none did.
	Test ast.Node
	// Branch is the if statement or the case clause of the test, and Body what
	// it runs for the error, between From and To. There may be no body: an
	// if err == nil without else.
	Branch   ast.Node
	Body     []ast.Stmt
	From, To token.Pos
	// Leave is the statement that leaves: return, continue, break; nil if the
	// path just goes on.
	Leave ast.Stmt
	// At is where the finding is: the answer to the client, os.Exit, the
	// return of another error.
	At token.Pos
	// Context is the request's context in reach, nil if there is none.
	Context *Context
}

// A Context is a context of the request that is in reach.
type Context = reqctx.Context

// site begins the site of an error's finding.
func (e *engine) site(kind SiteKind, o *origin) *Site {
	s := &Site{Kind: kind, Result: o.result, Binders: e.offeredBinders()}
	if o.kind == fromRecover {
		s.Kind = PanicRecovered
	}
	if o.instr == nil {
		if v, ok := o.value.(*ssa.Parameter); ok {
			s.Error, _ = v.Object().(*types.Var)
		}
		return s
	}
	if call, _, ok := e.src.Call(o.instr.Pos()); ok {
		s.Origin = call
		s.Context = e.contextFor(call.Pos())
	}
	if _, id := e.src.Taken(o.instr.Pos(), o.result); id != nil {
		s.Error, _ = e.Pass.TypesInfo.ObjectOf(id).(*types.Var)
	}
	return s
}

// offeredBinders returns the binders that can be called by their names, in the
// order of their loggers.
func (e *engine) offeredBinders() []Binder {
	idiom := e.log.idiomOf()
	var offered []Binder
	for _, logger := range slices.Sorted(maps.Keys(idiom.binders)) {
		if b := idiom.binders[logger]; b.offered() {
			offered = append(offered, b)
		}
	}
	for _, b := range idiom.elsewhere.Binders {
		if _, own := idiom.binders[b.Logger]; !own && b.offered() {
			offered = append(offered, b)
		}
	}
	return offered
}

// site returns the site of one ending.
func (j *ending) site() *Site {
	kind := Leaves
	if j.f.Category == defect.CatNoValue {
		kind = LineWithoutError
	}
	s := j.e.site(kind, j.o)
	exit := Exit{At: j.f.Pos}
	if j.inSource {
		exit.Test, exit.Branch, exit.Body = j.branch.Test, j.branch.Stmt, j.branch.Body
		exit.From, exit.To = j.branch.From, j.branch.To
	}
	exit.Leave = j.leave()
	if kind == LineWithoutError {
		s.Line = j.e.callAt(j.f.Pos, j.f.End)
	}
	exit.Context = j.e.contextFor(max(exit.From, exit.At))
	s.Exits = []Exit{exit}
	return s
}

// leave returns the statement with which the path leaves the error branch, or
// nil.
func (j *ending) leave() ast.Stmt {
	if ret, ok := j.end.instr.(*ssa.Return); ok {
		stmt, _ := j.e.returnStmt(ret).(*ast.ReturnStmt)
		if stmt != nil && (!j.inSource || j.branch.From <= stmt.Pos() && stmt.Pos() < j.branch.To) {
			return stmt
		}
	}
	if len(j.branch.Body) == 0 {
		return nil
	}
	switch last := j.branch.Body[len(j.branch.Body)-1].(type) {
	case *ast.ReturnStmt, *ast.BranchStmt:
		return last
	}
	return nil
}

// merge adds the exits of another finding of the same error.
func (s *Site) merge(other *Site) {
	for _, exit := range other.Exits {
		same := func(x Exit) bool { return x.At == exit.At && x.From == exit.From && x.Leave == exit.Leave }
		if !slices.ContainsFunc(s.Exits, same) {
			s.Exits = append(s.Exits, exit)
		}
	}
}

// recovered completes the site of a recovered panic.
func (e *engine) recovered(s *Site, t *tracker, end *end) {
	b, _, ok := e.branchAt(t, end)
	if !ok {
		return
	}
	s.Exits = []Exit{{Test: b.Test, Branch: b.Stmt, Body: b.Body, From: b.From, To: b.To, At: b.From, Context: e.contextFor(b.From)}}
	if call := t.giver(end, LoggedBare); call != nil {
		s.Line, _, _ = e.src.Call(call.Pos())
	}
}

// placed gives findings about lines their sites.
func (e *engine) placed(findings []Finding) []Finding {
	for i := range findings {
		f := &findings[i]
		if f.Site != nil || f.Category == defect.CatHelper {
			continue
		}
		if call := e.callAt(f.Pos, f.End); call != nil {
			f.Site = &Site{Kind: LineWithoutContext, Line: call, Context: e.contextFor(call.Pos()), Binders: e.offeredBinders()}
		}
	}
	return findings
}

// callAt returns the call with a range, nil if there is none.
func (e *engine) callAt(pos, end token.Pos) *ast.CallExpr {
	root := e.Pass.ResultOf[inspect.Analyzer].(*inspector.Inspector).Root()
	c, ok := root.FindByPos(pos, end)
	if !ok {
		return nil
	}
	switch n := c.Node().(type) {
	case *ast.CallExpr:
		return n
	case *ast.ExprStmt:
		call, _ := n.X.(*ast.CallExpr) // or another expression
		return call
	case *ast.GoStmt:
		return n.Call
	case *ast.DeferStmt:
		return n.Call
	}
	return nil
}

// contextFor returns the request's context in reach at pos, or nil.
func (e *engine) contextFor(pos token.Pos) *Context {
	ctx, ok := e.reqs.At(pos)
	if !ok {
		return nil
	}
	return &ctx.Context
}

// linesOf returns the calls of the package that write log lines, in no order:
// they show how its lines are written.
func (e *engine) linesOf() []*ast.CallExpr {
	var lines []*ast.CallExpr
	for _, fn := range e.Funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok || !e.writes(call.Common()) {
					continue
				}
				if expr, _, ok := e.src.Call(call.Pos()); ok {
					lines = append(lines, expr)
				}
			}
		}
	}
	return lines
}

// writes reports whether a call writes a log line and does nothing else that
// shows, as a table or a summary says: one that answers a client too, or ends
// the program, is no example to follow. A method of an interface shows nothing,
// and one that can do nothing but write what it is given may write lines: its name
// has to say so.
func (e *engine) writes(common *ssa.CallCommon) bool {
	obj := ssax.CalleeObject(common)
	if obj == nil || !e.log.isLogger(common) {
		return false
	}
	if effect, ok := e.effect(common); ok {
		return effect.Role == known.Logs
	}
	if common.Signature().Results().Len() > 0 {
		return false
	}
	s := e.summary(common)
	if s == nil {
		return writesAnything(obj)
	}
	return !s.Answers.Done && !s.Never && (s.Line || writesAnything(obj))
}
