package inmemory_test

import (
	"errors"
	"go/ast"
	"go/types"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"testing"
	"weak"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/cmd/loglint/internal/inmemory"
)

// TestErrors says what is wrong with each package that cannot be analysed, of whatever
// kind it is, and of those that import it.
func TestErrors(t *testing.T) {
	r, err := run(t, `
-- a/a.go --
package a

import "example.com/m/b"

func A() int { return b.B() }
-- b/b.go --
package b

import "example.com/m/a"

func B() int { return a.A() }
-- self/self.go --
package self

import "example.com/m/self"

func Self() { self.Self() }
-- open/open.go --
package open

func Open() int { return 1
-- lost/lost.go --
package lost

import "example.com/m/lost/nosuch"

func Lost() int { return nosuch.X + "a" }
-- names/one.go --
package one
-- names/two.go --
package two
-- typed/typed.go --
package typed

import "os"

func Typed() { undefined() }
-- user/user.go --
package user

import "example.com/m/typed"

func User() { typed.Typed() }
-- over/over.go --
package over

import "example.com/m/user"

func Over() { user.User() }
-- good/good.go --
package good

func Good() {}
-- good/good_test.go --
package good

import "example.com/m/uses"

func inGood() { uses.Uses() }
-- uses/uses.go --
package uses

import "example.com/m/good"

func Uses() { good.Good() }
`, "./...")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"error of example.com/m/good: -: import cycle not allowed in test: import stack: [example.com/m/good example.com/m/uses example.com/m/good]",
		"error of example.com/m/uses: uses/uses.go:3:8: could not import example.com/m/good (import cycle: " +
			"[example.com/m/good [example.com/m/good.test] example.com/m/uses [example.com/m/good.test]])",
		"a/a.go:3:8: skipped example.com/m/a: import cycle not allowed: import stack: [example.com/m/a example.com/m/b example.com/m/a]",
		"skipped example.com/m/b: import cycle not allowed: import stack: [example.com/m/a example.com/m/b example.com/m/a]",
		"lost/lost.go:3:8: skipped example.com/m/lost: cannot find module providing package example.com/m/lost/nosuch: module lookup disabled by GOPROXY=off",
		"names/two.go:1:1: skipped example.com/m/names: found packages one (one.go) and two (two.go) in names",
		"open/open.go:3:28: skipped example.com/m/open: expected ';', found 'EOF'",
		"skipped example.com/m/over: it imports example.com/m/typed",
		"self/self.go:3:8: skipped example.com/m/self: import cycle not allowed: import stack: [example.com/m/self example.com/m/self]",
		"typed/typed.go:5:16: skipped example.com/m/typed: undefined: undefined",
		"skipped example.com/m/user: it imports example.com/m/typed",
		"Good in example.com/m/good: good/good.go:3:6",
		"Uses in example.com/m/uses: uses/uses.go:5:6",
	}
	if diff := cmp.Diff(want, summary(t, r)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestFailureBelow names what has failed where an analyzer with facts fails on a
// dependency: nothing is found then in those that import it.
func TestFailureBelow(t *testing.T) {
	needs := &analysis.Analyzer{Name: "needs", Doc: "need facts", FactTypes: []analysis.Fact{(*mark)(nil)}, Run: func(pass *analysis.Pass) (any, error) {
		if pass.Pkg.Name() == "far" {
			return nil, errors.New("no luck")
		}
		return nil, nil
	}}
	wrong := &analysis.Analyzer{Name: "wrong", Doc: "return what was not promised", Run: func(*analysis.Pass) (any, error) { return 1, nil }}
	last := &analysis.Analyzer{Name: "last", Doc: "need both", Requires: []*analysis.Analyzer{wrong, needs}, Run: func(*analysis.Pass) (any, error) { return nil, nil }}
	got := tells(t, &inmemory.Driver{Passes: []*analysis.Analyzer{last, needs, wrong}}, chain, "./user")
	want := []string{
		"failure of last in example.com/m/user: failed prerequisites: needs@example.com/m/user, wrong@example.com/m/user",
		"failure of needs in example.com/m/user: failed prerequisites: needs@example.com/m/near",
		"failure of wrong in example.com/m/user: internal error: on package example.com/m/user, analyzer wrong returned a result of type int, but declared ResultType <nil>",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestPanic holds the panic of an analyzer to end the program: it is a mistake in that,
// and what was found up to then is not all.
func TestPanic(t *testing.T) {
	const name = "LOGLINT_TEST_PANIC"
	if os.Getenv(name) != "" {
		bad := &analysis.Analyzer{Name: "bad", Doc: "panic", Run: func(*analysis.Pass) (any, error) { panic("a mistake") }}
		_, err := drive(t, &inmemory.Driver{Passes: []*analysis.Analyzer{bad}}, chain, "./...")
		t.Fatalf("the run has ended with %v", err)
	}
	cmd := exec.Command(os.Args[0], "-test.run=^TestPanic$")
	cmd.Env = append(os.Environ(), name+"=1")
	out, err := cmd.CombinedOutput()
	if err == nil || !strings.Contains(string(out), "panic: a mistake") {
		t.Errorf("the run has ended with %v:\n%s", err, out)
	}
}

// held is a fact that makes its analyzer run on dependencies.
type held struct{}

func (*held) AFact() {}

// TestReleased holds a package to be let go of when it has been looked at: when those that
// import it are, nothing but what it declares is left.
func TestReleased(t *testing.T) {
	var mu sync.Mutex
	var infos []weak.Pointer[types.Info]
	var files []weak.Pointer[ast.File]
	var packages []weak.Pointer[types.Package]
	kept := make(map[string]int)
	hold := &analysis.Analyzer{Name: "hold", Doc: "see what is kept", FactTypes: []analysis.Fact{(*held)(nil)}, Requires: []*analysis.Analyzer{notes},
		Run: func(pass *analysis.Pass) (any, error) {
			mu.Lock()
			defer mu.Unlock()
			runtime.GC()
			for i := range infos {
				if infos[i].Value() != nil || files[i].Value() != nil || packages[i].Value() != nil {
					kept[pass.Pkg.Name()]++
				}
			}
			infos = append(infos, weak.Make(pass.TypesInfo))
			files = append(files, weak.Make(pass.Files[0]))
			packages = append(packages, weak.Make(pass.Pkg))
			return nil, nil
		}}
	if _, err := drive(t, &inmemory.Driver{Passes: []*analysis.Analyzer{hold}}, chain, "./user"); err != nil {
		t.Fatal(err)
	}
	// Each waits for the one before.
	if len(infos) != 3 || len(kept) > 0 {
		t.Errorf("looked at %d packages, of which others are there still in %v", len(infos), kept)
	}
}

// TestCollector holds a run to leave the collector of garbage as it was.
func TestCollector(t *testing.T) {
	const percent = 123
	defer debug.SetGCPercent(debug.SetGCPercent(percent))
	if _, err := run(t, chain, "./..."); err != nil {
		t.Fatal(err)
	}
	runtime.GC() // after which the pace would be set
	if got := debug.SetGCPercent(percent); got != percent {
		t.Errorf("garbage is collected at %d percent, want %d", got, percent)
	}
}
