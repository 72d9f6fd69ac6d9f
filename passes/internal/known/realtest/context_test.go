package realtest

import (
	"cmp"
	"go/types"
	"slices"
	"strings"
	"testing"

	"github.com/loglint/loglint/passes/internal/known"
)

// TestContextFunctions holds what reads values from contexts, or puts them there, to the
// real libraries: there is such a function, or a variable that holds one, and it does with
// contexts and requests what the table says.
func TestContextFunctions(t *testing.T) {
	var paths []string
	known.ContextFunctions(func(k known.Key) { paths = append(paths, k.Pkg) })
	pkgs, err := loadTypes(slices.Compact(slices.Sorted(slices.Values(paths))))
	if err != nil {
		t.Fatal(err)
	}
	known.ContextFunctions(func(k known.Key) {
		sig := signatureIn(pkgs[k.Pkg], k)
		switch {
		case sig == nil:
			t.Errorf("%s: no such function", k)
		case known.ReadsContext(k) != "" && !takesRequest(sig.Params()):
			t.Errorf("%s is given no context, and no request: %v", k, sig)
		case known.PutsIntoContext(k) != "" && (!takesRequest(sig.Params()) || !takesRequest(sig.Results())):
			t.Errorf("%s returns no context made of another: %v", k, sig)
		case known.MakesReadingHandler(k) && !strings.Contains(sig.Results().String(), "Handler") && !strings.Contains(sig.Results().String(), "slog.Logger"):
			t.Errorf("%s makes no handler, and no logger: %v", k, sig)
		case known.MiddlewareOf(k) != "" && known.MiddlewareProtocol(k) == "":
			t.Errorf("%s: it is not known what the requests come by", k)
		}
	})
}

// signatureIn returns the signature of what a key names in a package, nil if there is
// nothing to call.
func signatureIn(pkg *types.Package, k known.Key) *types.Signature {
	if pkg == nil {
		return nil
	}
	obj := pkg.Scope().Lookup(cmp.Or(k.Recv, k.Name))
	if k.Recv != "" && obj != nil {
		obj, _, _ = types.LookupFieldOrMethod(types.NewPointer(obj.Type()), true, pkg, k.Name)
		if obj == nil {
			obj, _, _ = types.LookupFieldOrMethod(pkg.Scope().Lookup(k.Recv).Type(), true, pkg, k.Name)
		}
	}
	if obj == nil {
		return nil
	}
	sig, _ := obj.Type().Underlying().(*types.Signature)
	return sig
}

// takesRequest reports whether a context, or a request, is among variables.
func takesRequest(vars *types.Tuple) bool {
	for v := range vars.Variables() {
		switch v.Type().String() {
		case "context.Context", "*net/http.Request":
			return true
		}
	}
	return false
}

// TestContextStores holds the methods by which the contexts of frameworks keep values, and
// get another context, to the real ones.
func TestContextStores(t *testing.T) {
	pkgs, err := load()
	if err != nil {
		t.Fatal(err)
	}
	check := func(k known.Key, params int) {
		sig := signatureIn(pkgs[k.Pkg], k)
		if sig == nil || sig.Params().Len() < params {
			t.Errorf("%s: no such method: %v", k, sig)
		}
	}
	known.ContextStores(func(pkg, typ, method string) { check(known.Key{Pkg: pkg, Recv: typ, Name: method}, 1) })
	known.ContextSetters(func(k known.Key) { check(k, 1) })
	known.Nexts(func(path, name string) {
		real, err := loadTypes([]string{path})
		if err != nil {
			t.Fatal(err)
		}
		obj, ok := real[path].Scope().Lookup(name).(*types.TypeName)
		if !ok || known.NextOf(obj.Type()) != path {
			t.Errorf("%s.%s: no such type", path, name)
		} else if _, isFunc := obj.Type().Underlying().(*types.Signature); !isFunc {
			t.Errorf("%s.%s is no function", path, name)
		}
	})
}
