package role_test

import (
	"testing"

	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/reqctx"
	"github.com/loglint/loglint/passes/internal/role"
	"github.com/loglint/loglint/passes/internal/ssatest"
)

// TestRoles asks of functions whom they do their work for, by what leads to them.
func TestRoles(t *testing.T) {
	const text = `package main

import "net/http"

func main() {
	prepare()
	go sweep()
	http.HandleFunc("/", handle)
	go func() { both(); inGoroutine() }()
	http.HandleFunc("/late", func(w http.ResponseWriter, r *http.Request) { inLiteral() })
}

func init() { registered() }

func registered() {}

func prepare() { prepared() }

func prepared() {}

func handle(w http.ResponseWriter, r *http.Request) {
	load()
	func() { nested() }()
	go after()
	both()
}

func load()        {}
func nested()      {}
func after()       { detached() }
func detached()    {}
func both()        {}
func inLiteral()   {}
func inGoroutine() {}

func sweep() { swept() }
func swept() {}

func Exported() { below() }
func below()    {}

func unused() {}
`
	prog := program.New(ssatest.Pass(t, "example.com/p", map[string]string{"p.go": text}))
	if prog.Err != nil {
		t.Fatal(prog.Err)
	}
	roles := role.Roles(prog, reqctx.New(prog, false))
	got := make(map[string]role.Role)
	for _, fn := range prog.Funcs {
		got[fn.Name()] = roles[fn]
	}
	for name, want := range map[string]role.Role{
		"main": role.StartUp, "prepare": role.StartUp, "prepared": role.StartUp, "registered": role.StartUp,
		"handle": role.Request, "load": role.Request, "nested": role.Request, "inLiteral": role.Request,
		"after": role.Worker, "detached": role.Worker, "sweep": role.Worker, "swept": role.Worker, "inGoroutine": role.Worker,
		"both":     role.Request | role.Worker,
		"Exported": 0, "below": 0, "unused": 0,
	} {
		r, ok := got[name]
		if !ok {
			t.Errorf("no function %s", name)
		}
		if r != want {
			t.Errorf("%s: %b, want %b", name, r, want)
		}
	}
}

// TestOf holds the role of who waits for a request to come first.
func TestOf(t *testing.T) {
	for r, want := range map[role.Role]role.Role{
		0: 0, role.StartUp: role.StartUp, role.Request | role.StartUp: role.Request, role.Worker | role.Command: role.Worker,
		role.Command | role.StartUp: role.Command, role.Request | role.Worker | role.Command | role.StartUp: role.Request,
	} {
		if got := r.Of(); got != want {
			t.Errorf("%b: %b, want %b", r, got, want)
		}
	}
}
