package role_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/loglint/loglint/internal/defect"
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
	roles := role.New(prog, reqctx.New(prog, false))
	got := make(map[string]defect.Role)
	for _, fn := range prog.Funcs {
		got[fn.Name()] = roles.Of(fn)
	}
	for name, want := range map[string]defect.Role{
		"main": defect.StartUp, "prepare": defect.StartUp, "prepared": defect.StartUp, "registered": defect.StartUp,
		"handle": defect.Request, "load": defect.Request, "nested": defect.Request, "inLiteral": defect.Request,
		"after": defect.Request | defect.Worker, "detached": defect.Request | defect.Worker, // a request is answered for by what it starts
		"sweep": defect.Worker, "swept": defect.Worker, "inGoroutine": defect.Worker,
		"both":     defect.Request | defect.Worker,
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

// TestAcross holds what leads to other packages to be found over calls inside the package, and to
// bear the roles of what leads there.
func TestAcross(t *testing.T) {
	const text = `package p

import "net/http"

type Store interface{ Get() error }

func Handle(w http.ResponseWriter, r *http.Request) { handled(nil) }

func handled(s Store) { s.Get() }

func Load(s Store) { load(s) }

func Reload(s Store) { go sweep(s); load(s) }

func sweep(s Store) { s.Get() }

func load(s Store) { s.Get(); func() { inLiteral() }() }

func inLiteral() {}

func unused(s Store) { s.Get() }
`
	pass := ssatest.Pass(t, "example.com/p", map[string]string{"p.go": text})
	prog := program.New(pass)
	if prog.Err != nil {
		t.Fatal(prog.Err)
	}
	reach, under := role.New(prog, reqctx.New(prog, false)).Across()
	const get = "example.com/p.Store.Get"
	want := defect.Reach{
		Roles: []defect.Called{{Name: get, Role: defect.Request | defect.Worker}},
		Leads: []defect.Lead{
			{From: "example.com/p.Handle", To: []string{get}}, {From: "example.com/p.Load", To: []string{get}}, {From: "example.com/p.Reload", To: []string{get}},
		},
	}
	if diff := cmp.Diff(want, reach); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	for _, fn := range prog.Funcs {
		var want []string
		switch fn.Name() {
		case "Load", "Reload":
			want = []string{"example.com/p." + fn.Name()}
		case "load", "load$1", "inLiteral":
			want = []string{"example.com/p.Load", "example.com/p.Reload"}
		}
		if got := under[fn]; !slices.Equal(got, want) {
			t.Errorf("%s: under %v, want %v", fn.Name(), got, want)
		}
	}
}
