package errfate_test

import (
	"bytes"
	"cmp"
	"encoding/gob"
	"errors"
	"go/types"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/gcexportdata"
	"golang.org/x/tools/go/types/objectpath"

	"github.com/loglint/loglint/passes/internal/ctxvalue"
	"github.com/loglint/loglint/passes/internal/fates"
	"github.com/loglint/loglint/passes/internal/logctx"
)

// A unit is what is left of the analysis of a package under a build system
// that runs each on whatever machine is free, as Bazel does with nogo: bytes.
type unit struct {
	types, facts []byte
	std          []string // the packages of the standard library that the types mention
	diagnostics  []string // positions without the directory
}

// A namedFact is a fact in the file of a unit.
type namedFact struct {
	Object objectpath.Path
	Fact   analysis.Fact
}

func init() {
	for _, a := range []*analysis.Analyzer{fates.Analyzer, ctxvalue.Analyzer, logctx.Analyzer} {
		for _, fact := range a.FactTypes {
			gob.Register(fact)
		}
	}
}

// TestUnits analyses each package of the corpora by itself, knowing of those
// that it imports only what was written to bytes, and of the standard library
// only its types. Nothing is read. The findings are those of an analysis of
// all packages together; and what is handed on is the same bytes from source
// in another directory, which is what a remote cache lives by.
func TestUnits(t *testing.T) {
	together := newWorld()
	here, elsewhere := make(map[string]*unit), make(map[string]*unit)
	count := 0
	for _, c := range corpora(t, ".") {
		want := diagnosticsOf(together, together.run(t, c.path, c.sources))
		u := analyseUnit(t, c.path, c.sources, here)
		if diff := gocmp.Diff(want, u.diagnostics); diff != "" {
			t.Errorf("%s: -together +alone:\n%s", c.path, diff)
		}
		moved := make([]source, len(c.sources))
		for i, src := range c.sources {
			moved[i] = source{filepath.Join("/sandbox/17/execroot", filepath.Base(src.name)), src.text}
		}
		v := analyseUnit(t, c.path, moved, elsewhere)
		if !bytes.Equal(u.facts, v.facts) {
			t.Errorf("%s: the facts depend on where the source is", c.path)
		}
		if diff := gocmp.Diff(u.diagnostics, v.diagnostics); diff != "" {
			t.Errorf("%s: the findings depend on where the source is (-here +elsewhere):\n%s", c.path, diff)
		}
		here[c.path], elsewhere[c.path] = u, v
		count += len(u.diagnostics)
	}
	if count == 0 {
		t.Fatal("nothing is found")
	}
	t.Logf("%d packages, %d findings", len(here), count)
}

// analyseUnit analyses a package in a world in which there is nothing but
// what earlier units have left.
func analyseUnit(t *testing.T, path string, sources []source, earlier map[string]*unit) *unit {
	t.Helper()
	w := newWorld()
	w.units = earlier
	c, err := w.check(path, sources)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	r, err := c.analyze()
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	u := &unit{diagnostics: diagnosticsOf(w, r)}
	var data bytes.Buffer
	if err := gcexportdata.Write(&data, w.fset, c.pkg); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	u.types = data.Bytes()
	u.std = w.stdOf(c.pkg)
	var facts []namedFact
	for key, fact := range r.facts {
		// What has no path cannot be reached from another package either.
		if name, err := objectpath.For(key.obj); err == nil {
			facts = append(facts, namedFact{name, fact})
		}
	}
	slices.SortFunc(facts, func(a, b namedFact) int {
		return cmp.Or(cmp.Compare(a.Object, b.Object), cmp.Compare(reflect.TypeOf(a.Fact).String(), reflect.TypeOf(b.Fact).String()))
	})
	var encoded bytes.Buffer
	if err := gob.NewEncoder(&encoded).Encode(facts); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	u.facts = encoded.Bytes()
	return u
}

// load makes the types and facts of an earlier unit, and with them of those
// that it imports, part of the world.
func (w *world) load(path string) (*types.Package, error) {
	// There is one context.Context in the world: what is mentioned of the
	// standard library is there before the mention of it is read.
	for _, path := range w.units[path].std {
		if _, err := w.Import(path); err != nil {
			return nil, err
		}
	}
	pkg, err := gcexportdata.Read(bytes.NewReader(w.units[path].types), w.fset, w.packages, path)
	if err != nil {
		return nil, err
	}
	for path, u := range w.units {
		pkg := w.packages[path]
		if pkg == nil {
			continue
		}
		var facts []namedFact
		if err := gob.NewDecoder(bytes.NewReader(u.facts)).Decode(&facts); err != nil {
			return nil, err
		}
		for _, f := range facts {
			// Of a package that is imported only by way of another, the types
			// are those that the other mentions.
			if obj, err := objectpath.Object(pkg, f.Object); err == nil {
				w.facts[factKey{obj, reflect.TypeOf(f.Fact)}] = f.Fact
			}
		}
	}
	return pkg, nil
}

// stdOf returns the packages of the standard library that a package imports,
// itself or by way of others.
func (w *world) stdOf(pkg *types.Package) []string {
	var paths []string
	seen := make(map[*types.Package]bool)
	var visit func(pkg *types.Package)
	visit = func(pkg *types.Package) {
		for _, imp := range pkg.Imports() {
			if seen[imp] {
				continue
			}
			seen[imp] = true
			if u := w.units[imp.Path()]; u != nil {
				paths = append(paths, u.std...)
				continue
			}
			paths = append(paths, imp.Path())
			visit(imp)
		}
	}
	visit(pkg)
	slices.Sort(paths)
	return slices.Compact(paths)
}

// errNoFiles is what reading a file gives.
var errNoFiles = errors.New("the passes read no files")

// diagnosticsOf returns the diagnostics of a report, with the base names of
// files.
func diagnosticsOf(w *world, r *report) []string {
	var lines []string
	for _, line := range r.render(w.fset) {
		if strings.Contains(line, ": diagnostic ") {
			at, rest, _ := strings.Cut(line, ": diagnostic ")
			from, to, _ := strings.Cut(at, "-")
			lines = append(lines, filepath.Base(from)+"-"+filepath.Base(to)+": "+rest)
		}
	}
	return lines
}
