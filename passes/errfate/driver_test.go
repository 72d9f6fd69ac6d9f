package errfate_test

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/internal/message"
	"github.com/loglint/loglint/passes/errfate"
	"github.com/loglint/loglint/passes/missingctx"
	"github.com/loglint/loglint/passes/nolog"
	"github.com/loglint/loglint/passes/swallowederr"
)

// This file is a driver of a few lines: it type-checks a package whose source
// is at hand and runs the engine and the three passes on it, in a few
// milliseconds. analysistest loads the whole standard library from source for
// every run, which is too dear for tests that run thousands of packages.

// reporting are the passes that turn the engine's result into diagnostics.
var reporting = []*analysis.Analyzer{swallowederr.Analyzer, nolog.Analyzer, missingctx.Analyzer}

// A world is a set of packages that know each other's types and facts.
type world struct {
	fset     *token.FileSet
	packages map[string]*types.Package // those of this world
	facts    map[factKey]analysis.Fact
	units    map[string]*unit // packages that are known only from what their analysis left
}

func newWorld() *world {
	return &world{
		fset:     token.NewFileSet(),
		packages: make(map[string]*types.Package),
		facts:    make(map[factKey]analysis.Fact),
	}
}

// std imports packages of the standard library from their export data. The
// go command is asked for each, so they are loaded once for all worlds.
var std = struct {
	sync.Mutex
	types.Importer
}{Importer: importer.ForCompiler(token.NewFileSet(), "gc", nil)}

// Import makes a world an importer.
func (w *world) Import(path string) (*types.Package, error) {
	// One that is not complete is only mentioned by one that was read.
	if pkg, ok := w.packages[path]; ok && pkg.Complete() {
		return pkg, nil
	}
	if w.units[path] != nil {
		return w.load(path)
	}
	if first, _, _ := strings.Cut(path, "/"); strings.Contains(first, ".") {
		return nil, fmt.Errorf("no package %s", path)
	}
	std.Lock()
	defer std.Unlock()
	pkg, err := std.Importer.Import(path)
	if err == nil && w.units != nil {
		w.packages[path] = pkg
	}
	return pkg, err
}

// A source is a file's name and text.
type source struct{ name, text string }

// A checked is a package that type-checks, ready to be analysed.
type checked struct {
	world *world
	pkg   *types.Package
	files []*ast.File
	info  *types.Info
}

// check parses and type-checks a package.
func (w *world) check(path string, sources []source) (*checked, error) {
	c := &checked{world: w, info: &types.Info{
		Types:        make(map[ast.Expr]types.TypeAndValue),
		Instances:    make(map[*ast.Ident]types.Instance),
		Defs:         make(map[*ast.Ident]types.Object),
		Uses:         make(map[*ast.Ident]types.Object),
		Implicits:    make(map[ast.Node]types.Object),
		Selections:   make(map[*ast.SelectorExpr]*types.Selection),
		Scopes:       make(map[ast.Node]*types.Scope),
		FileVersions: make(map[*ast.File]string),
	}}
	for _, src := range sources {
		file, err := parser.ParseFile(w.fset, src.name, src.text, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		c.files = append(c.files, file)
	}
	conf := types.Config{Importer: w, Sizes: types.SizesFor("gc", "amd64")}
	pkg, err := conf.Check(path, w.fset, c.files, c.info)
	if err != nil {
		return nil, err
	}
	c.pkg = pkg
	w.packages[path] = pkg
	return c, nil
}

// A factKey is what a fact is found by: the object that it is of, and its type.
type factKey struct {
	obj  types.Object
	kind reflect.Type
}

// A report is all that came of the analysis of a package.
type report struct {
	result      *errfate.Result
	diagnostics []analysis.Diagnostic
	facts       map[factKey]analysis.Fact // of this package
}

// analyze runs the passes on a package, and all that they require.
func (c *checked) analyze() (*report, error) {
	r := &report{facts: make(map[factKey]analysis.Fact)}
	results := make(map[*analysis.Analyzer]any)
	var run func(a *analysis.Analyzer) error
	run = func(a *analysis.Analyzer) error {
		if _, done := results[a]; done {
			return nil
		}
		resultOf := make(map[*analysis.Analyzer]any)
		for _, required := range a.Requires {
			if err := run(required); err != nil {
				return err
			}
			resultOf[required] = results[required]
		}
		result, err := a.Run(c.pass(a, resultOf, r))
		results[a] = result
		return err
	}
	for _, a := range reporting {
		if err := run(a); err != nil {
			return nil, err
		}
	}
	r.result = results[errfate.Analyzer].(*errfate.Result)
	return r, nil
}

// pass returns the pass of an analyzer over the package.
func (c *checked) pass(a *analysis.Analyzer, resultOf map[*analysis.Analyzer]any, r *report) *analysis.Pass {
	return &analysis.Pass{
		Analyzer:   a,
		Fset:       c.world.fset,
		Files:      c.files,
		Pkg:        c.pkg,
		TypesInfo:  c.info,
		TypesSizes: types.SizesFor("gc", "amd64"),
		ResultOf:   resultOf,
		Report:     func(d analysis.Diagnostic) { r.diagnostics = append(r.diagnostics, d) },
		ReadFile:   func(string) ([]byte, error) { return nil, errNoFiles },
		ImportObjectFact: func(obj types.Object, fact analysis.Fact) bool {
			known, ok := c.world.facts[factKey{obj, reflect.TypeOf(fact)}]
			if ok {
				reflect.ValueOf(fact).Elem().Set(reflect.ValueOf(known).Elem())
			}
			return ok
		},
		ExportObjectFact: func(obj types.Object, fact analysis.Fact) {
			key := factKey{obj, reflect.TypeOf(fact)}
			c.world.facts[key], r.facts[key] = fact, fact
		},
		ImportPackageFact: func(*types.Package, analysis.Fact) bool { return false },
		ExportPackageFact: func(analysis.Fact) {},
		AllObjectFacts:    func() []analysis.ObjectFact { return nil },
		AllPackageFacts:   func() []analysis.PackageFact { return nil },
	}
}

// run checks and analyses a package that must be in order.
func (w *world) run(t testing.TB, path string, sources []source) *report {
	t.Helper()
	c, err := w.check(path, sources)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	r, err := c.analyze()
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return r
}

// render writes a report down so that two can be compared: the facts in any
// order, the findings and diagnostics in the order that they have.
func (r *report) render(fset *token.FileSet) []string {
	var lines []string
	for key, fact := range r.facts {
		lines = append(lines, fmt.Sprintf("%v: fact %s: %v", fset.Position(key.obj.Pos()), key.obj.Name(), fact))
	}
	slices.Sort(lines)
	for _, f := range r.result.Findings {
		lines = append(lines, fmt.Sprintf("%v-%v: finding %s: %s: %v, site %v", fset.Position(f.Pos), fset.Position(f.End), f.Category, message.Of(f.Says), f.Evidence, f.Site != nil))
	}
	for _, f := range r.result.Failures {
		lines = append(lines, fmt.Sprintf("%v: failure %s", fset.Position(f.Pos), f.Text))
	}
	for _, d := range r.diagnostics {
		lines = append(lines, fmt.Sprintf("%v-%v: diagnostic %s: %s", fset.Position(d.Pos), fset.Position(d.End), d.Category, d.Message))
	}
	return lines
}

// A corpus is one package of testdata/src.
type corpus struct {
	path    string
	sources []source
	std     bool // it imports the standard library alone
}

// testdata is the directory above the packages of all corpora.
const testdata = "../../testdata/src"

// corpora returns the packages of testdata/src below root that import only
// the standard library, or each other, in an order in which each comes after
// what it imports.
func corpora(t testing.TB, root string) []corpus {
	t.Helper()
	byPath := make(map[string]*corpus)
	imports := make(map[string][]string)
	err := filepath.WalkDir(filepath.Join(testdata, root), func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".go" {
			return err
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		dir, err := filepath.Rel(testdata, filepath.Dir(name))
		if err != nil {
			return err
		}
		path := filepath.ToSlash(dir)
		file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.ImportsOnly)
		if err != nil {
			return err
		}
		if byPath[path] == nil {
			byPath[path] = &corpus{path: path}
		}
		byPath[path].sources = append(byPath[path].sources, source{name, string(text)})
		for _, imp := range file.Imports {
			imports[path] = append(imports[path], strings.Trim(imp.Path.Value, `"`))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var list []corpus
	for path, c := range byPath {
		c.std = !slices.ContainsFunc(imports[path], func(imp string) bool {
			first, _, _ := strings.Cut(imp, "/")
			return byPath[imp] != nil || strings.Contains(first, ".")
		})
	}
	done := make(map[string]bool)
	var visit func(path string) (ok bool)
	visit = func(path string) bool {
		if ok, seen := done[path]; seen {
			return ok
		}
		done[path] = false
		for _, imp := range imports[path] {
			if byPath[imp] != nil && !visit(imp) {
				return false
			}
			first, _, _ := strings.Cut(imp, "/")
			if byPath[imp] == nil && strings.Contains(first, ".") {
				return false
			}
		}
		done[path] = true
		list = append(list, *byPath[path])
		return true
	}
	paths := make([]string, 0, len(byPath))
	for path := range byPath {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	for _, path := range paths {
		visit(path)
	}
	if len(list) == 0 {
		t.Fatalf("no packages in %s", root)
	}
	return list
}

// sortedFacts returns the keys of the facts of a report in the order of the source.
func sortedFacts(r *report) []factKey {
	return slices.SortedFunc(maps.Keys(r.facts), func(a, b factKey) int {
		return cmp.Or(cmp.Compare(a.obj.Pos(), b.obj.Pos()), cmp.Compare(a.kind.String(), b.kind.String()))
	})
}
