package inmemory_test

import (
	"fmt"
	"go/types"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/cmd/loglint/internal/inmemory"
)

// A note is a fact about an object: what its package says of it.
type note struct{ Text string }

func (*note) AFact() {}

// A mark is a fact about a package.
type mark struct{ Files int }

func (*mark) AFact() {}

// notes says of every object that a package declares where it does, also of those that
// no other package can see, and of the package how many files it is made of. Its result
// is what it was told of others.
var notes = &analysis.Analyzer{
	Name:       "notes",
	Doc:        "note every object",
	FactTypes:  []analysis.Fact{(*note)(nil), (*mark)(nil)},
	ResultType: reflect.TypeFor[*told](),
	Run: func(pass *analysis.Pass) (any, error) {
		for id, obj := range pass.TypesInfo.Defs {
			if obj != nil && obj.Pkg() == pass.Pkg {
				pass.ExportObjectFact(obj, &note{fmt.Sprintf("%s of %s", id.Name, pass.Pkg.Name())})
			}
		}
		pass.ExportPackageFact(&mark{len(pass.Files)})
		return toldOf(pass), nil
	},
}

// told is what is known in a package of the packages that it imports.
type told struct {
	uses     map[string]string // objects that the package names
	imports  map[string]int    // packages that it imports
	objects  []string          // all objects of others
	packages []string          // all packages
}

func toldOf(pass *analysis.Pass) *told {
	t := &told{uses: make(map[string]string), imports: make(map[string]int)}
	for id, obj := range pass.TypesInfo.Uses {
		if n := new(note); obj.Pkg() != nil && obj.Pkg() != pass.Pkg && pass.ImportObjectFact(obj, n) {
			t.uses[id.Name] = n.Text
		}
	}
	for _, imp := range pass.Pkg.Imports() {
		if m := new(mark); pass.ImportPackageFact(imp, m) {
			t.imports[imp.Name()] = m.Files
		}
	}
	for _, f := range pass.AllObjectFacts() {
		if f.Object.Pkg() != pass.Pkg {
			t.objects = append(t.objects, f.Fact.(*note).Text)
		}
	}
	for _, f := range pass.AllPackageFacts() {
		t.packages = append(t.packages, f.Package.Path())
	}
	slices.Sort(t.objects)
	slices.Sort(t.packages)
	return t
}

// tell reports all that notes was told.
var tell = &analysis.Analyzer{
	Name:     "tell",
	Doc:      "report what is known of imported packages",
	Requires: []*analysis.Analyzer{notes},
	Run: func(pass *analysis.Pass) (any, error) {
		t := pass.ResultOf[notes].(*told)
		pass.Report(analysis.Diagnostic{Pos: pass.Files[0].Name.Pos(), Message: fmt.Sprintf("uses %v imports %v objects %v packages %v",
			t.uses, t.imports, t.objects, t.packages)})
		return nil, nil
	},
}

// tells returns what is told in the packages that the patterns name.
func tells(t *testing.T, driver *inmemory.Driver, archive string, patterns ...string) []string {
	t.Helper()
	r, err := drive(t, driver, archive, patterns...)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, line := range summary(t, r) {
		line, _, _ = strings.Cut(line, ".go:")
		lines = append(lines, line)
	}
	return lines
}

const chain = `
-- far/far.go --
package far

type Thing struct{ Name string }

func (t *Thing) Do(how int) { inner := how; _ = inner }

func hidden() {
	type local struct{ field int }
	_ = local{}
}
-- near/near.go --
package near

import "example.com/m/far"

func Get() *far.Thing { return nil }
-- user/user.go --
package user

import "example.com/m/near"

func use() { near.Get().Do(len(near.Get().Name)) }
`

// TestFacts holds facts about objects to reach all packages that see the objects, also
// through a dependency two away, and those about packages to reach those that import them.
// What is declared in a function is not seen outside of it, nor is a function of a small
// name.
func TestFacts(t *testing.T) {
	got := tells(t, &inmemory.Driver{Passes: []*analysis.Analyzer{tell}}, chain, "./user")
	want := []string{"uses map[Do:Do of far Get:Get of near Name:Name of far] imports map[near:1] " +
		"objects [Do of far Get of near Name of far Thing of far how of far t of far] " +
		"packages [example.com/m/far example.com/m/near example.com/m/user]" +
		" in example.com/m/user: user/user"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestFactsOfVariants holds a package to be told of the variants that it is compiled with:
// external tests see the package with its tests, through other packages, too.
func TestFactsOfVariants(t *testing.T) {
	got := tells(t, &inmemory.Driver{Passes: []*analysis.Analyzer{tell}}, strings.Replace(variants,
		"func besideBase() { middle.Middle() }", "import \"example.com/m/base\"\n\nfunc besideBase() { middle.Middle(); base.Base() }", 1), "./base", "./middle")
	want := []string{
		"uses map[] imports map[] objects [] packages [example.com/m/base] in example.com/m/base: base/base",
		"uses map[Base:Base of base Middle:Middle of middle] imports map[base:2 middle:1] objects [Base of base Middle of middle] " +
			"packages [example.com/m/base example.com/m/base_test example.com/m/middle] in example.com/m/base_test: base/beside_test",
		"uses map[Base:Base of base] imports map[base:1] objects [Base of base] " +
			"packages [example.com/m/base example.com/m/middle] in example.com/m/middle: middle/middle",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestTabled holds packages that are known from tables to be looked at only where they are
// asked for: there are no facts about them, whatever their bodies are like.
func TestTabled(t *testing.T) {
	driver := &inmemory.Driver{
		Passes: []*analysis.Analyzer{tell},
		Tabled: func(path string) bool { return strings.HasSuffix(path, "/far") },
	}
	broken := strings.Replace(chain, "_ = local{}", "_ = local{1, 2}", 1)
	got := tells(t, driver, broken, "./user")
	want := []string{"uses map[Get:Get of near] imports map[near:1] objects [Get of near] packages [example.com/m/near example.com/m/user]" +
		" in example.com/m/user: user/user"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	got = tells(t, driver, chain, "./far")
	if want := []string{"uses map[] imports map[] objects [] packages [example.com/m/far] in example.com/m/far: far/far"}; !slices.Equal(want, got) {
		t.Errorf("of the package itself: %q, want %q", got, want)
	}
}

// TestEachOther looks at two packages once each, with their tests, though the tests of
// each import the other.
func TestEachOther(t *testing.T) {
	r, err := run(t, `
-- a/a.go --
package a

func A() {}
-- a/a_test.go --
package a

import "example.com/m/b"

func inA() { b.B() }
-- b/b.go --
package b

func B() {}
-- b/b_test.go --
package b

import "example.com/m/a"

func inB() { a.A() }
`, "./...")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"A in example.com/m/a: a/a.go:3:6", "inA in example.com/m/a: a/a_test.go:5:6",
		"B in example.com/m/b: b/b.go:3:6", "inB in example.com/m/b: b/b_test.go:5:6",
	}
	if diff := cmp.Diff(want, summary(t, r)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestPass holds analyzers to be told of the module, the files and the sizes, and to read
// the files of the package alone.
func TestPass(t *testing.T) {
	look := &analysis.Analyzer{Name: "look", Doc: "look at the pass", Run: func(pass *analysis.Pass) (any, error) {
		own := pass.Fset.File(pass.Files[0].FileStart).Name()
		text, err := pass.ReadFile(own)
		_, other := pass.ReadFile(own + ".not")
		ignored, ignoredErr := pass.ReadFile(pass.IgnoredFiles[0])
		message := fmt.Sprintln(pass.Module.Path, pass.Module.GoVersion, pass.Module.Main, pass.TypesSizes.Sizeof(types.Typ[types.Uint16]),
			len(text), err, other, len(ignored), ignoredErr, len(pass.OtherFiles), pass.TypesInfo.FileVersions[pass.Files[0]])
		pass.Report(analysis.Diagnostic{Pos: pass.Files[0].Name.Pos(), Message: strings.ReplaceAll(strings.TrimSpace(message), filepath.Dir(own)+"/", "")})
		return nil, nil
	}}
	got := tells(t, &inmemory.Driver{Passes: []*analysis.Analyzer{look}}, `
-- a/a.go --
package a
-- a/ignored.go --
//go:build never

package a
-- a/a.s --
`, "./a")
	want := []string{"example.com/m 1.26 true 2 10 <nil> Pass.ReadFile: a.go.not is not among OtherFiles, IgnoredFiles, or names of Files 28 <nil> 1 go1.26 in example.com/m/a: a/a"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
