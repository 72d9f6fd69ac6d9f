package realtest

import (
	"go/token"
	"go/types"
	"slices"
	"strings"
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

// TestBinders holds the functions that give loggers of a context to the real
// libraries: they take a context first, and what they return has the methods
// of a logger.
func TestBinders(t *testing.T) {
	pkgs, err := load()
	if err != nil {
		t.Fatal(err)
	}
	known.Binders(func(path, call string) {
		pkg := pkgs[path]
		if pkg == nil {
			t.Errorf("%s: not among the packages of the tables", path)
			return
		}
		name, ok := strings.CutPrefix(call, pkg.Name()+".")
		if !ok {
			t.Errorf("%s: %s is not of the package, whose name is %s", path, call, pkg.Name())
			return
		}
		fn, ok := pkg.Scope().Lookup(name).(*types.Func)
		if !ok {
			t.Errorf("%s: no function %s", path, name)
			return
		}
		sig := fn.Signature()
		if sig.Params().Len() == 0 || sig.Params().At(0).Type().String() != "context.Context" {
			t.Errorf("%s takes no context first: %v", call, sig)
		}
		if sig.Results().Len() != 1 || !logs(sig.Results().At(0).Type()) {
			t.Errorf("%s returns no logger: %v", call, sig)
		}
	})
}

// logs reports whether the tables know a method of t that writes or begins a
// line.
func logs(t types.Type) bool {
	for sel := range types.NewMethodSet(t).Methods() {
		m, ok := sel.Obj().(*types.Func)
		if !ok {
			continue
		}
		if effect, ok := known.EffectOf(m.Origin()); ok && (effect.Role == known.Logs || effect.Level > known.NoLevel) {
			return true
		}
	}
	return false
}

// TestServices holds the names of what services are handed, and of who hands
// them on, to the real libraries.
func TestServices(t *testing.T) {
	var paths []string
	known.Services(func(path, name string) {
		if !slices.Contains(paths, path) {
			paths = append(paths, path)
		}
	})
	pkgs, err := loadTypes(paths)
	if err != nil {
		t.Fatal(err)
	}
	known.Services(func(path, name string) {
		if pkgs[path] == nil || pkgs[path].Scope().Lookup(name) == nil {
			t.Errorf("%s: no %s", path, name)
		}
	})
}

// TestLoggerTypes holds the types of loggers to the real libraries.
func TestLoggerTypes(t *testing.T) {
	var paths []string
	known.LoggerTypes(func(path, name string) { paths = append(paths, path) })
	pkgs, err := loadTypes(paths)
	if err != nil {
		t.Fatal(err)
	}
	known.LoggerTypes(func(path, name string) {
		obj, ok := pkgs[path].Scope().Lookup(name).(*types.TypeName)
		if !ok || !logs(types.NewPointer(obj.Type())) {
			t.Errorf("%s.%s: no type of loggers", path, name)
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

// TestLoggedFields holds the fields in which libraries leave errors to the real
// ones.
func TestLoggedFields(t *testing.T) {
	var paths []string
	known.LoggedFields(func(path, typ, field string) { paths = append(paths, path) })
	pkgs, err := loadTypes(paths)
	if err != nil {
		t.Fatal(err)
	}
	known.LoggedFields(func(path, typ, field string) {
		obj, ok := pkgs[path].Scope().Lookup(typ).(*types.TypeName)
		if !ok {
			t.Errorf("%s: no type %s", path, typ)
			return
		}
		v, _, _ := types.LookupFieldOrMethod(obj.Type(), true, obj.Pkg(), field)
		if f, ok := v.(*types.Var); !ok || f.Type().String() != "error" {
			t.Errorf("%s.%s: no error in a field %s", path, typ, field)
		}
		if !known.HoldsLogged(types.NewPointer(obj.Type()), field) || known.HoldsLogged(obj.Type(), field+"s") {
			t.Errorf("%s.%s: the field is not found by its type and name", path, typ)
		}
	})
}
