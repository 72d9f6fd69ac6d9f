package errfate

import (
	"go/token"
	"reflect"
	"slices"
	"sort"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/passes/inspect"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/course"
	"github.com/loglint/loglint/passes/internal/ctxvalue"
	"github.com/loglint/loglint/passes/internal/fates"
	"github.com/loglint/loglint/passes/internal/judge"
	"github.com/loglint/loglint/passes/internal/locate"
	"github.com/loglint/loglint/passes/internal/logctx"
	"github.com/loglint/loglint/passes/internal/logstore"
	"github.com/loglint/loglint/passes/internal/practice"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/setting"
	"github.com/loglint/loglint/passes/internal/slip"
	"github.com/loglint/loglint/passes/internal/srcindex"
)

// Analyzer follows every error of a package to its end. It reports nothing
// itself; its result is a [*Result].
var Analyzer = &analysis.Analyzer{
	Name:       "errfate",
	Doc:        doc,
	URL:        "https://pkg.go.dev/github.com/loglint/loglint/passes/errfate",
	Flags:      flags(),
	Run:        run,
	Requires:   []*analysis.Analyzer{inspect.Analyzer, fates.Analyzer, ctxvalue.Analyzer, logctx.Analyzer, logstore.Analyzer},
	ResultType: reflect.TypeFor[*Result](),
}

func run(pass *analysis.Pass) (any, error) {
	pkg := pass.ResultOf[fates.Analyzer].(*fates.Package)
	switch {
	case pkg == nil:
		return new(Result), nil
	case pkg.Err != nil:
		return &Result{Failures: pkg.Failures}, nil
	case program.IsDependency(pass):
		return new(Result), nil // only the facts are wanted
	}
	log, syntax := pass.ResultOf[logctx.Analyzer].(*logctx.Index), pass.ResultOf[inspect.Analyzer].(*inspector.Inspector)
	r := &Result{Directives: pkg.Dirs}
	r.fail(pkg.Failures...)
	r.fail(log.Failures()...)
	loc := locate.New(pkg, srcindex.New(pass), syntax, log.Binders())
	around, others := setting.New(pkg), practice.New(pkg)
	values := pass.ResultOf[ctxvalue.Analyzer].(*ctxvalue.Index)
	reached := defect.Reached(values.Flows, nil)
	errors, slips, lines, courses := judge.New(loc, others), slip.New(loc), log.Reporter(loc.Source), course.New(loc)
	for _, fn := range pkg.Funcs {
		if pkg.Functions[fn] == nil || !reported(loc.Source, fn) {
			continue
		}
		why := program.Guard(fn, func() {
			verdicts := errors.Verdicts(fn)
			found := judge.Findings(verdicts)
			slipped := slips.Findings(fn, found)
			r.Courses = append(r.Courses, courses.Of(fn, around.Of(fn), verdicts, slipped)...)
			found = append(found, slipped...)
			found = append(found, loc.Placed(lines.Findings(fn))...)
			found = withoutDoubled(found)
			evidence, under := around.Evidence(fn), around.Under(fn)
			for i := range found {
				for _, ev := range evidence {
					if !slices.Contains(found[i].Evidence, ev) {
						found[i].Evidence = append(found[i].Evidence, ev)
					}
				}
				found[i].Test, found[i].Under = pkg.InTest(fn), under
				prove(&found[i], values.All, reached)
				loc.Include(&found[i].Span, found[i].Pos, found[i].End)
			}
			r.Findings = append(r.Findings, found...)
		})
		if why != nil {
			r.fail(*why)
		}
	}
	r.Types, r.Package = pkg.Types(), setting.PackageOf(pkg)
	r.Package.Calls, r.Package.Reach = others.Calls(), around.Reach()
	r.Package.Carriers, r.Package.Uses = values.Own.Distinct(), values.Uses
	r.Package.Flows = values.Flows
	if len(r.Findings) > 0 {
		store := pass.ResultOf[logstore.Analyzer].(*logstore.Store)
		r.Lines, r.Put, r.Sure = loc.LogCalls(), store.Put, store.Sure
	}
	r.sort(pass)
	return r, nil
}

// withoutDoubled leaves out what is said of the context of a line that has another error than
// the one it is written for: that is what is wrong with it.
func withoutDoubled(found []defect.Finding) []defect.Finding {
	var others []token.Pos
	for _, f := range found {
		if f.Category == defect.CatNoValue && f.Says.Another {
			others = append(others, f.Pos)
		}
	}
	return slices.DeleteFunc(found, func(f defect.Finding) bool {
		return f.Category.Pass() == "missingctx" && slices.Contains(others, f.Pos)
	})
}

// prove says of a finding about a line what the context that it lacks carries, if that is
// known. The context of a function that handles no request itself is that of one only where
// what does is seen to call it.
func prove(f *defect.Finding, carriers defect.Carriers, reached map[string]defect.Protocols) {
	if len(f.Reads) == 0 {
		return
	}
	from := reached[f.Within]
	if f.Within == "" || slices.Contains(f.Evidence, defect.EvServed) && from == 0 {
		from = from.With(f.By)
	}
	if carried, ok := carriers.ForAny(f.Reads, from); ok {
		f.Says.Carried = carried
		f.Evidence = append(f.Evidence, carried.Evidence(f.Evidence))
	}
}

// Tabled reports whether the package of a path is described by tables: the engine neither
// looks at it nor has facts about it, so that a driver may do without its bodies.
func Tabled(path string) bool { return program.Tabled(path) }

// reported reports whether what is found in fn is reported: not in a generated file.
func reported(src *srcindex.Index, fn *ssa.Function) bool {
	file := src.File(fn.Pos())
	return file != nil && !src.Generated(file)
}

func (r *Result) fail(failures ...defect.Failure) { r.Failures = append(r.Failures, failures...) }

// sort brings the findings and courses into the order of the source. That is not by token.Pos: files
// are parsed side by side, so that the order of their bases changes from run to run.
func (r *Result) sort(pass *analysis.Pass) {
	before := func(a, b token.Pos) bool {
		p, q := pass.Fset.PositionFor(a, false), pass.Fset.PositionFor(b, false)
		if p.Filename != q.Filename {
			return p.Filename < q.Filename
		}
		return p.Offset < q.Offset
	}
	sort.SliceStable(r.Findings, func(i, j int) bool { return before(r.Findings[i].Pos, r.Findings[j].Pos) })
	sort.SliceStable(r.Courses, func(i, j int) bool { return before(r.Courses[i].Pos, r.Courses[j].Pos) })
}
