package program_test

import (
	"go/types"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssatest"
)

// build builds a package of files, by their names.
func build(t *testing.T, path string, module *analysis.Module, files map[string]string) *program.Program {
	t.Helper()
	pass := ssatest.Pass(t, path, files)
	pass.Module = module
	p := program.New(pass)
	if p.Err != nil {
		t.Fatal(p.Err)
	}
	return p
}

// names returns the names of functions, in order.
func names(fns []*ssa.Function) string {
	var all []string
	for _, fn := range fns {
		all = append(all, fn.Name())
	}
	return strings.Join(all, " ")
}

const code = `package p

type saver interface{ Save() error }

type disk struct{}

func (disk) Save() error { return nil }

type cached struct{ next saver }

func (c cached) Save() error { return c.next.Save() }

type nothing struct{}

func (*nothing) Save() error { return nil }

var hook = first

func first() error { return nil }

func second() error { return nil }

func set() { hook = second }

type job struct{ run func() error }

func newJob() *job { return &job{run: first} }

func callHook() error { return hook() }

func callField(j *job) error { return j.run() }

func callMethod(s saver) error { return s.Save() }

func callParam(f func() error) error { return f() }
`

const tests = `package p

type fake struct{}

func (fake) Save() error { return first() }

func swap() { hook = func() error { return nil } }
`

// calls returns the calls of the function of a name.
func calls(p *program.Program, name string) []*ssa.CallCommon {
	var all []*ssa.CallCommon
	for _, fn := range p.Funcs {
		if fn.Name() != name {
			continue
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(ssa.CallInstruction); ok {
					all = append(all, call.Common())
				}
			}
		}
	}
	return all
}

// TestCallees holds what calls may call, with the tests of the package and without.
func TestCallees(t *testing.T) {
	for _, files := range []map[string]string{{"p.go": code}, {"p.go": code, "p_test.go": tests}} {
		p := build(t, "example.com/m/p", &analysis.Module{Path: "example.com/m"}, files)
		for name, want := range map[string]string{
			"callHook":   "first second",
			"callField":  "first",
			"callMethod": "Save Save", // of disk and nothing: cached only stands before another
			"callParam":  "",
		} {
			got := p.Callees(calls(p, name)[0])
			if names(got) != want {
				t.Errorf("%d files, %s: %s, want %s", len(files), name, names(got), want)
			}
		}
	}
}

// TestOrder holds functions to come after those that they call.
func TestOrder(t *testing.T) {
	p := build(t, "example.com/m/p", nil, map[string]string{"p.go": code})
	order := p.BottomUp()
	if len(order) != len(p.Funcs) {
		t.Errorf("%d of %d functions", len(order), len(p.Funcs))
	}
	at := func(name string) int {
		return slices.IndexFunc(order, func(fn *ssa.Function) bool { return fn.Name() == name })
	}
	for caller, callee := range map[string]string{"callHook": "second", "callField": "first"} {
		if at(caller) < at(callee) {
			t.Errorf("%s comes before %s: %s", caller, callee, names(order))
		}
	}
	callers := p.Callers()
	for _, fn := range p.Funcs {
		if fn.Name() == "second" && names(callers[fn]) != "callHook" {
			t.Errorf("second is called by %s", names(callers[fn]))
		}
	}
}

// TestModule holds which packages are of the module, as each driver says, or does not.
func TestModule(t *testing.T) {
	other := func(path string) *types.Package { return types.NewPackage(path, "q") }
	for _, test := range []struct {
		path, file string
		module     *analysis.Module
		same, not  string
		dependency bool
	}{
		{"example.com/m/p", "p.go", &analysis.Module{Path: "example.com/m"}, "example.com/m/q", "example.com/mq", false},
		{"example.com/m/p", "p.go", &analysis.Module{Path: "example.com/m", Version: "v1.0.0"}, "example.com/m", "example.com/n", true},
		{"github.com/shop/orders/p", "p.go", nil, "github.com/shop/orders/q", "github.com/shop/stock", false},
		{"github.com/shop/orders/p", "external/orders/p.go", nil, "github.com/shop/orders", "github.com/web/orders", true},
		{"src/p", "p.go", &analysis.Module{}, "src/p/q", "src/q", false},
	} {
		p := build(t, test.path, test.module, map[string]string{test.file: "package p\n"})
		if !p.SameModule(other(test.same)) || p.SameModule(other(test.not)) || p.SameModule(nil) {
			t.Errorf("%s: of %s: %v, of %s: %v", test.path, test.same, p.SameModule(other(test.same)), test.not, p.SameModule(other(test.not)))
		}
		if got := program.IsDependency(p.Pass); got != test.dependency {
			t.Errorf("%s in %s: a dependency: %v", test.path, test.file, got)
		}
	}
}
