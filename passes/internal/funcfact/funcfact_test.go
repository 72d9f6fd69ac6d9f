package funcfact_test

import (
	"go/types"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/funcfact"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssatest"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// A rank is a fact of functions; that of a call is the least of what it may call.
type rank struct{ N int }

func (*rank) AFact()              {}
func (r *rank) Informative() bool { return r.N > 0 }

func least(ranks []*rank) *rank {
	if slices.Contains(ranks, nil) {
		return nil
	}
	return slices.MinFunc(ranks, func(a, b *rank) int { return a.N - b.N })
}

const text = `package p

import "os"

type store interface{ save() }

type disk struct{}

func (disk) save() { one() }

type memory struct{}

func (memory) save() { two() }

type declared interface{ load() }

type file struct{}

func (file) load() { one() }

var hook = one

var open = one

func set(f func()) { open = f }

func one() { println() }
func two() { println() }

func static()              { one() }
func invoked(s store)      { s.save() }
func said(d declared)      { d.load() }
func held()                { hook() }
func mayBeOther()          { open() }
func given(f func())       { f() }
func elsewhere()           { os.Exit(1) }
`

// TestOfCall asks what is known of what a call calls: one function, those that implement a
// method, what a variable holds; and of what is not seen, nothing.
func TestOfCall(t *testing.T) {
	exported := make(map[string]int)
	pass := ssatest.Pass(t, "example.com/p", map[string]string{"p.go": text})
	pass.ExportObjectFact = func(obj types.Object, fact analysis.Fact) { exported[obj.Name()] = fact.(*rank).N }
	prog := program.New(pass)
	if prog.Err != nil {
		t.Fatal(prog.Err)
	}
	book := funcfact.New(pass, prog, funcfact.Kind[rank]{
		Join:      least,
		FromTable: func(*types.Func, known.Effect) *rank { return &rank{9} },
	})
	functions := make(map[string]*ssa.Function)
	for _, fn := range prog.Funcs {
		functions[fn.Name()] = fn
		book.Own[fn] = &rank{map[string]int{"one": 1, "two": 2}[fn.Name()]}
	}
	for _, fn := range prog.Funcs {
		switch recv := fn.Signature.Recv(); {
		case recv == nil:
		case ssax.IsNamed(recv.Type(), "example.com/p", "disk"):
			book.Own[fn] = &rank{4}
		case ssax.IsNamed(recv.Type(), "example.com/p", "memory"):
			book.Own[fn] = &rank{3}
		}
	}
	method := pass.Pkg.Scope().Lookup("declared").Type().Underlying().(*types.Interface).Method(0)
	book.Declare(method, &rank{7})
	if changed := book.JoinMethods(); len(changed) != 2 {
		t.Errorf("%d implementations have changed, want those of save", len(changed))
	}
	if changed := book.JoinMethods(); len(changed) != 0 {
		t.Errorf("%d implementations have changed though nothing has", len(changed))
	}
	for name, want := range map[string]int{
		"static": 1, "invoked": 3, "said": 7, "held": 1, "mayBeOther": -1, "given": -1, "elsewhere": -1,
	} {
		got := -1
		for _, instr := range functions[name].Blocks[0].Instrs {
			if call, ok := instr.(*ssa.Call); ok {
				if r := book.OfCall(&call.Call); r != nil {
					got = r.N
				}
			}
		}
		if got != want {
			t.Errorf("%s: %d, want %d", name, got, want)
		}
	}
	book.Export()
	if exported["one"] != 1 || exported["hook"] != 1 || exported["load"] != 7 {
		t.Errorf("exported %v", exported)
	}
	if _, ok := exported["static"]; ok {
		t.Error("a fact that says nothing was exported")
	}
}
