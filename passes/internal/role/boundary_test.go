package role_test

import (
	"testing"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/reqctx"
	"github.com/loglint/loglint/passes/internal/role"
	"github.com/loglint/loglint/passes/internal/ssatest"
)

// TestBoundaryOf asks of functions, and of the literal in each, where an error ends that
// reaches them.
func TestBoundaryOf(t *testing.T) {
	const text = `package main

import "net/http"

func each(f func()) { f() }

func main() {
	go func() { println() }()
}

func init() {
	defer func() { println() }()
}

func handler(w http.ResponseWriter, r *http.Request) {
	each(func() { println() })
}

func fails() error {
	return func() error { return nil }()
}

func plain() {
	func() { println() }()
}
`
	prog := program.New(ssatest.Pass(t, "example.com/p", map[string]string{"p.go": text}))
	if prog.Err != nil {
		t.Fatal(prog.Err)
	}
	reqs := reqctx.New(prog, false)
	functions := make(map[string]*ssa.Function)
	for _, fn := range prog.Funcs {
		functions[fn.Name()] = fn
	}
	for name, want := range map[string]role.Boundary{
		"main": role.InMain, "main$1": role.InGoroutine,
		"init#1": role.InMain, "init#1$1": role.InDeferred,
		"handler": role.InHandler, "handler$1": role.InCallback,
		"fails": role.NoBoundary, "fails$1": role.NoBoundary,
		"plain": role.NoBoundary, "plain$1": role.NoBoundary,
	} {
		fn := functions[name]
		if fn == nil {
			t.Errorf("no function %s", name)
			continue
		}
		if got := role.BoundaryOf(reqs, fn); got != want {
			t.Errorf("%s: %d, want %d", name, got, want)
		}
	}
}
