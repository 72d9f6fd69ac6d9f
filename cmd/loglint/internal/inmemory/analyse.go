package inmemory

import (
	"errors"
	"fmt"
	"go/token"
	"go/types"
	"os"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
)

// A run is what analyzers do with one package. What goes in is the unit and the facts
// about what it imports; what stays are its findings, failures and facts.
type run struct {
	*unit
	fset     *token.FileSet
	imported *facts
	own      *facts // about the package and its objects, as it sees them
	results  map[*analysis.Analyzer]any
	ended    map[*analysis.Analyzer]error // of all that were run
}

// analyse runs analyzers on a package: the passes, with all that they require, if its
// findings may be wanted, and those with facts, if these are. Each runs once.
func (s *source) analyse(u *unit, passes []*analysis.Analyzer, imported *facts, report bool) {
	r := &run{
		unit: u, fset: s.fset, imported: imported, own: &facts{all: make(map[factKey]analysis.Fact)},
		results: make(map[*analysis.Analyzer]any), ended: make(map[*analysis.Analyzer]error),
	}
	if u.facts {
		for _, a := range withFacts(passes) {
			r.do(a, nil)
		}
	}
	if report {
		for _, a := range passes {
			r.report(a)
		}
	}
	for a, err := range r.ended {
		if err != nil {
			u.failed = append(u.failed, a)
		}
	}
	imported.handOn(u, r.own)
}

// withFacts returns the analyzers that have facts, among some and what they require.
func withFacts(from []*analysis.Analyzer) []*analysis.Analyzer {
	var all []*analysis.Analyzer
	seen := make(map[*analysis.Analyzer]bool)
	var visit func(a *analysis.Analyzer)
	visit = func(a *analysis.Analyzer) {
		if seen[a] {
			return
		}
		seen[a] = true
		for _, req := range a.Requires {
			visit(req)
		}
		if len(a.FactTypes) > 0 {
			all = append(all, a)
		}
	}
	for _, a := range from {
		visit(a)
	}
	return all
}

// report runs a pass and takes down what it finds, or that it has failed. A package that
// does not type-check has no findings, which is said elsewhere.
func (r *run) report(a *analysis.Analyzer) {
	path := finding.PackagePath(r.ID)
	var found []finding.Finding
	r.do(a, func(d analysis.Diagnostic) { found = append(found, convert(r.fset, path, a.Name, d)) })
	switch err := r.ended[a]; {
	case r.IllTyped:
	case err != nil:
		r.failures = append(r.failures, finding.Failure{Package: path, Pass: a.Name, Text: err.Error()})
	default:
		r.found = append(r.found, found...)
	}
}

// do runs an analyzer after those that it requires. What it reports is handed to take,
// which may be nil.
func (r *run) do(a *analysis.Analyzer, take func(analysis.Diagnostic)) {
	if _, done := r.ended[a]; done {
		return
	}
	var failed []string
	inputs := make(map[*analysis.Analyzer]any)
	for _, req := range a.Requires {
		if r.do(req, nil); r.ended[req] != nil {
			failed = append(failed, fmt.Sprintf("%s@%s", req, r.Package))
		}
		inputs[req] = r.results[req]
	}
	if len(a.FactTypes) > 0 {
		for _, imp := range r.imports {
			if slices.Contains(imp.failed, a) {
				failed = append(failed, fmt.Sprintf("%s@%s", a, imp.Package))
			}
		}
	}
	switch {
	case len(failed) > 0:
		slices.Sort(failed)
		r.ended[a] = fmt.Errorf("failed prerequisites: %s", strings.Join(failed, ", "))
	case r.IllTyped && !a.RunDespiteErrors:
		r.ended[a] = errors.New("analysis skipped due to errors in package")
	default:
		r.results[a], r.ended[a] = r.call(a, inputs, take)
	}
}

// call calls an analyzer and checks what it returns.
func (r *run) call(a *analysis.Analyzer, inputs map[*analysis.Analyzer]any, take func(analysis.Diagnostic)) (any, error) {
	result, err := a.Run(r.pass(a, inputs, take))
	if err != nil {
		return nil, err
	}
	if got := reflect.TypeOf(result); got != a.ResultType {
		return nil, fmt.Errorf("internal error: on package %s, analyzer %s returned a result of type %v, but declared ResultType %v",
			r.types.Path(), a, got, a.ResultType)
	}
	return result, nil
}

// pass returns what an analyzer is given.
func (r *run) pass(a *analysis.Analyzer, inputs map[*analysis.Analyzer]any, take func(analysis.Diagnostic)) *analysis.Pass {
	pass := &analysis.Pass{
		Analyzer: a, Fset: r.fset, Files: r.files,
		OtherFiles: r.OtherFiles, IgnoredFiles: r.IgnoredFiles,
		Pkg: r.types, TypesInfo: r.info, TypesSizes: r.TypesSizes, TypeErrors: r.TypeErrors,
		Module: module(r.Module), ResultOf: inputs,
		Report: func(d analysis.Diagnostic) {
			if take != nil {
				take(d)
			}
		},
		ReadFile:          r.readFile,
		ImportObjectFact:  func(obj types.Object, to analysis.Fact) bool { return r.fact(obj, obj.Pkg(), to) },
		ImportPackageFact: func(pkg *types.Package, to analysis.Fact) bool { return r.fact(pkg, pkg, to) },
		ExportPackageFact: func(fact analysis.Fact) { r.own.put(r.types, fact) },
		ExportObjectFact: func(obj types.Object, fact analysis.Fact) {
			if obj.Pkg() != r.types {
				panic(fmt.Sprintf("internal error: in analysis %s of package %s: Fact.Set(%s, %T): can't set facts on objects belonging another package",
					a, r.Package, obj, fact))
			}
			r.own.put(obj, fact)
		},
	}
	pass.AllObjectFacts = func() []analysis.ObjectFact { objects, _ := r.allFacts(a); return objects }
	pass.AllPackageFacts = func() []analysis.PackageFact { _, packages := r.allFacts(a); return packages }
	return pass
}

// fact copies what is said of a package, or of an object of it.
func (r *run) fact(of any, pkg *types.Package, to analysis.Fact) bool {
	if pkg == r.types {
		return r.own.get(of, to)
	}
	return r.imported.get(of, to)
}

// allFacts returns the facts of an analyzer that the package can ask for.
func (r *run) allFacts(a *analysis.Analyzer) ([]analysis.ObjectFact, []analysis.PackageFact) {
	objects, packages := r.own.of(a.FactTypes, map[*types.Package]bool{r.types: true})
	others, others2 := r.imported.of(a.FactTypes, r.visible())
	return append(objects, others...), append(packages, others2...)
}

// readFile reads a file of the package.
func (r *run) readFile(name string) ([]byte, error) {
	if !slices.Contains(slices.Concat(r.CompiledGoFiles, r.OtherFiles, r.IgnoredFiles), name) {
		return nil, fmt.Errorf("Pass.ReadFile: %s is not among OtherFiles, IgnoredFiles, or names of Files", name)
	}
	return os.ReadFile(name)
}

// module returns what analyzers are told of a module: something, if there is none.
func module(m *packages.Module) *analysis.Module {
	if m == nil {
		return new(analysis.Module)
	}
	to := &analysis.Module{
		Path: m.Path, Version: m.Version, Time: m.Time, Main: m.Main, Indirect: m.Indirect, Dir: m.Dir, GoMod: m.GoMod, GoVersion: m.GoVersion,
	}
	if m.Replace != nil {
		to.Replace = module(m.Replace)
	}
	if m.Error != nil {
		to.Error = &analysis.ModuleError{Err: m.Error.Err}
	}
	return to
}
