package realtest

import (
	"go/token"
	"go/types"
	"testing"

	"github.com/loglint/loglint/passes/internal/known"
)

// TestRequests type-checks how the tables get the context of a request from
// it, in the real libraries.
func TestRequests(t *testing.T) {
	pkgs, err := load()
	if err != nil {
		t.Fatal(err)
	}
	http, err := loadTypes([]string{"net/http"})
	if err != nil {
		t.Fatal(err)
	}
	known.Requests(func(path, name string, r known.Request) {
		pkg := pkgs[path]
		if path == "net/http" {
			pkg = http[path]
		}
		if pkg == nil {
			t.Errorf("%s: not among the packages of the tables", path)
			return
		}
		obj, ok := pkg.Scope().Lookup(name).(*types.TypeName)
		if !ok {
			t.Errorf("%s.%s: no such type", path, name)
			return
		}
		typ := obj.Type()
		if !types.IsInterface(typ) {
			typ = types.NewPointer(typ)
		}
		if known, ok := known.RequestOf(typ); !ok || known != r {
			t.Errorf("%s.%s: is not found by its type", path, name)
		}
		probe := types.NewPackage("probe", "probe")
		probe.Scope().Insert(types.NewVar(token.NoPos, probe, "x", typ))
		tv, err := types.Eval(token.NewFileSet(), probe, token.NoPos, "x"+r.Context)
		if err != nil {
			t.Errorf("%s.%s: %v", path, name, err)
			return
		}
		for _, method := range []string{"Deadline", "Done", "Err", "Value"} {
			if m, _, _ := types.LookupFieldOrMethod(tv.Type, true, nil, method); m == nil {
				t.Errorf("%s.%s: x%s is no context: no method %s", path, name, r.Context, method)
			}
		}
	})
}

// TestMessages looks for the types of messages in the real libraries.
func TestMessages(t *testing.T) {
	pkgs, err := load()
	if err != nil {
		t.Fatal(err)
	}
	known.Messages(func(path, name string) {
		pkg := pkgs[path]
		if pkg == nil {
			t.Errorf("%s: not among the packages of the tables", path)
			return
		}
		obj, ok := pkg.Scope().Lookup(name).(*types.TypeName)
		if !ok {
			t.Errorf("%s.%s: no such type", path, name)
			return
		}
		typ := obj.Type()
		if !types.IsInterface(typ) {
			typ = types.NewPointer(typ)
		}
		if !known.IsMessage(typ) {
			t.Errorf("%s.%s: is not found by its type", path, name)
		}
	})
}

// TestExchanged looks for what handlers are given and return in the real
// libraries, and for the fields that hold a status.
func TestExchanged(t *testing.T) {
	pkgs, err := loadTypes([]string{"github.com/aws/aws-lambda-go/events"})
	if err != nil {
		t.Fatal(err)
	}
	known.Exchanged(func(path, name, status string) {
		pkg := pkgs[path]
		if pkg == nil {
			t.Errorf("%s: not loaded", path)
			return
		}
		obj, ok := pkg.Scope().Lookup(name).(*types.TypeName)
		if !ok {
			t.Errorf("%s.%s: no such type", path, name)
			return
		}
		if status == "" {
			if !known.IsSent(obj.Type()) {
				t.Errorf("%s.%s: is not found by its type", path, name)
			}
			return
		}
		if found, ok := known.ReplyOf(types.NewPointer(obj.Type())); !ok || found != status {
			t.Errorf("%s.%s: is not found by its type", path, name)
		}
		field, _, _ := types.LookupFieldOrMethod(obj.Type(), true, pkg, status)
		if v, ok := field.(*types.Var); !ok || !isInteger(v.Type()) {
			t.Errorf("%s.%s: no integer %s", path, name, status)
		}
	})
}
