// Package course says what becomes of each error of a package, path by path, as coverage
// counts it. It judges nothing: what is a defect is for package judge, whose verdicts it is
// handed.
//
// Its laws: a path has one fate; it is lost, by [defect.Fate.Lost], if it is a finding or a
// rule is named by which it is none; and a finding of an error is found at one of its paths.
package course

import (
	"cmp"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/errflow"
	"github.com/loglint/loglint/passes/internal/judge"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/locate"
	"github.com/loglint/loglint/passes/internal/origin"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/role"
	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// A Writer makes the courses of the errors of a package.
type Writer struct {
	*locate.Locator
}

// New returns one, which looks at the source through loc.
func New(loc *locate.Locator) *Writer { return &Writer{loc} }

// Of returns the courses of the errors of a function, of which something can be lost: what can
// never fail is none. of is what the function is; slips are what else is found in it, of which some
// is of errors that objects keep.
func (w *Writer) Of(fn *ssa.Function, of defect.Surroundings, verdicts []judge.Verdict, slips []defect.Finding) []defect.Course {
	of.Boundary, of.Test = boundaries[role.BoundaryOf(w.Reqs, fn)], w.InTest(fn)
	var all []defect.Course
	for _, v := range verdicts {
		if v.Finding == nil && (v.Origin.Class == known.NeverFails || v.Origin.Encodes == origin.EncodesPlain) {
			continue
		}
		c := w.course(v)
		if len(c.Paths) == 0 {
			continue
		}
		all = append(all, c)
	}
	for _, f := range slips {
		switch f.Says.Kind {
		case defect.Unasked, defect.UnaskedResult, defect.UnreadChannel, defect.Discarded:
			all = append(all, w.unasked(f))
		}
	}
	for i := range all {
		all[i].Func, all[i].Of = ssax.FuncName(fn), of
	}
	return all
}

var boundaries = map[role.Boundary]string{
	role.InMain: "main", role.InGoroutine: "goroutine", role.InDeferred: "deferred", role.InCallback: "callback", role.InHandler: "handler",
}

// unasked returns the course of an error that an object keeps, and that nothing asks for, which a
// finding is about.
func (w *Writer) unasked(f defect.Finding) defect.Course {
	return defect.Course{
		Span: defect.Span{Pos: f.Pos, End: f.End}, Subject: f.Says.Subject, Class: known.Environment.String(),
		Found: defect.Found{Category: f.Category, Pos: f.Pos},
		Paths: []defect.Path{{Fate: defect.FateDropped, Lines: []int{w.Source.Line(f.Pos)}}},
	}
}

// course makes the course of one error.
func (w *Writer) course(v judge.Verdict) defect.Course {
	o := v.Origin
	c := defect.Course{Subject: w.Subject(o), Class: o.Class.String()}
	c.Pos, c.End = w.CallRange(o)
	var says defect.Statement
	w.AddSource(&says, o)
	c.From, c.Does = says.From, says.Does
	if v.Finding != nil {
		c.Found = defect.Found{Category: v.Finding.Category, Pos: v.Finding.Pos}
	}
	if v.Flow == nil {
		p := defect.Path{Fate: defect.FateDropped, Held: v.Ends[0], Lines: []int{w.Source.Line(c.Pos)}}
		if o.Logged {
			p.Fate, p.Held, p.Traces = defect.FateLogged, defect.NotHeld, []defect.Callee{w.byCallee(o)}
		}
		c.Paths = []defect.Path{p}
		return c
	}
	var branches []int
	for i := range v.Flow.Ends {
		end := &v.Flow.Ends[i]
		if v.Ends[i] == defect.HeldNever {
			continue
		}
		p, branch := w.path(v, end, v.Ends[i]), -1
		if p.Fate.Lost() {
			branch = end.Branch()
		}
		known := false
		for j, q := range c.Paths {
			known = known || branches[j] == branch && alike(p, q)
		}
		if !known {
			c.Paths, branches = append(c.Paths, p), append(branches, branch)
		}
	}
	slices.SortStableFunc(c.Paths, func(p, q defect.Path) int { return cmp.Compare(p.Lines[len(p.Lines)-1], q.Lines[len(q.Lines)-1]) })
	return c
}

// alike reports whether two paths are one to whoever reads of them, wherever they end: what else the
// function does after the error makes no other path of it. Where errors are lost, branches that lose
// them are told apart.
func alike(p, q defect.Path) bool {
	return p.Fate == q.Fate && p.Held == q.Held && p.Keeper == q.Keeper && slices.Equal(p.Traces, q.Traces)
}

// path says what becomes of an error on the path to one end.
func (w *Writer) path(v judge.Verdict, end *errflow.End, held defect.Held) defect.Path {
	p := defect.Path{Lines: w.lines(v, end)}
	reports := true
	if v.Origin.Logged {
		p.Traces, reports = append(p.Traces, w.byCallee(v.Origin)), false
	}
	unknown := "" // what may have written it down, for all that is known
	for _, trace := range v.Flow.Traces(end) {
		call, ok := trace.Instr.(ssa.CallInstruction)
		if ok && !w.Tells(v.Flow, trace) {
			unknown = w.CalleeName(call.Common(), call.Pos())
			continue
		}
		by := defect.Callee{Name: "a deferred function", Line: w.Source.Line(trace.Instr.Pos())}
		if ok {
			by.Name = w.CalleeName(call.Common(), call.Pos())
			effect, tabled := program.EffectOf(call.Common())
			reports = reports && tabled && effect.Role == known.Reports
		}
		if !slices.Contains(p.Traces, by) { // in the next round of a loop, it is the same line
			p.Traces = append(p.Traces, by)
		}
	}
	fate := end.Fate
	switch {
	case fate.Has(summary.Propagated):
		p.Fate = defect.FatePropagated
	case len(p.Traces) > 0 && reports:
		p.Fate = defect.FateRecorded
	case len(p.Traces) > 0 || fate.Has(summary.Logged):
		p.Fate = defect.FateLogged
	case fate.Has(summary.Escaped):
		p.Fate, p.Keeper = w.kept(v.Flow, end.Instr)
	case unknown != "":
		p.Fate, p.Keeper = defect.FateUnknown, unknown
	case fate.Has(summary.MaybeLogged):
		p.Fate = defect.FateLogged // by whoever wants to know, if anybody does
	case fate.Has(summary.Classified):
		p.Fate = defect.FateClassified
	case !judge.Quiet(v.Flow, end) || held == defect.HeldRetried:
		p.Fate = defect.FateRetried
	default:
		p.Fate, p.Held = lost(fate), held
	}
	return p
}

// lost returns how an error is lost that nothing writes down or takes on.
func lost(fate summary.Fate) defect.Fate {
	switch {
	case fate.Has(summary.LoggedBare):
		return defect.FateNoValue
	case fate.Has(summary.Answered):
		return defect.FateAnswered
	case fate.Has(summary.Replaced):
		return defect.FateReplaced
	case fate.Has(summary.Counted):
		return defect.FateCounted
	}
	return defect.FateDropped
}

// byCallee is the trace that the call leaves which the error comes from.
func (w *Writer) byCallee(o *origin.Origin) defect.Callee {
	pos := token.NoPos
	if o.Instr != nil {
		pos = o.Instr.Pos()
	} else if o.Value != nil {
		pos = o.Value.Pos()
	}
	return defect.Callee{Name: w.Subject(o).Name, Line: w.Source.Line(pos)}
}

// lines returns the lines that the path to an end passes, without those in its middle if there are
// many.
func (w *Writer) lines(v judge.Verdict, end *errflow.End) []int {
	var lines []int
	add := func(pos token.Pos) {
		if !pos.IsValid() {
			return
		}
		if line := w.Source.Line(pos); !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	born, _ := w.CallRange(v.Origin)
	add(born)
	for i, b := range v.Flow.Path(*end) {
		after := i > 0 || v.Origin.Instr == nil
		for _, instr := range b.Instrs {
			if _, phi := instr.(*ssa.Phi); !phi && after {
				add(instr.Pos())
			}
			after = after || ssa.Instruction(v.Origin.Instr) == instr
			if instr == end.Instr {
				break
			}
		}
	}
	last := ssax.Pos(end.Instr)
	if last.IsValid() {
		line := w.Source.Line(last)
		if i := slices.Index(lines, line); i > 0 {
			lines = slices.Delete(lines, i, i+1)
		}
		if lines[len(lines)-1] != line {
			lines = append(lines, line)
		}
	}
	if len(lines) > defect.MaxLines {
		lines = slices.Concat(lines[:defect.MaxLines/2], lines[len(lines)-defect.MaxLines/2:])
	}
	return lines
}
