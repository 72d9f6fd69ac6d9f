package inmemory

import (
	"go/ast"
	"go/types"
	"maps"
	"reflect"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"
)

// A factKey is what a fact is about, an object or a package, and the type of the fact.
type factKey struct {
	of   any // a types.Object or a *types.Package
	kind reflect.Type
}

// facts are what analyzers have said of objects and packages. Their law: a fact about an
// object that importers cannot see reaches none of them, as under the go command.
type facts struct {
	mu  sync.RWMutex
	all map[factKey]analysis.Fact
}

// get copies what is said of something, if anything is.
func (f *facts) get(of any, to analysis.Fact) bool {
	f.mu.RLock()
	defer f.mu.RUnlock()
	fact, ok := f.all[factKey{of, reflect.TypeOf(to)}]
	if ok {
		reflect.ValueOf(to).Elem().Set(reflect.ValueOf(fact).Elem())
	}
	return ok
}

func (f *facts) put(of any, fact analysis.Fact) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.all[factKey{of, reflect.TypeOf(fact)}] = fact
}

// of returns the facts of some types about some packages and their objects.
func (f *facts) of(kinds []analysis.Fact, packages map[*types.Package]bool) (objects []analysis.ObjectFact, about []analysis.PackageFact) {
	f.mu.RLock()
	defer f.mu.RUnlock()
	for key, fact := range f.all {
		if !slices.ContainsFunc(kinds, func(k analysis.Fact) bool { return reflect.TypeOf(k) == key.kind }) {
			continue
		}
		switch of := key.of.(type) {
		case *types.Package:
			if packages[of] {
				about = append(about, analysis.PackageFact{Package: of, Fact: fact})
			}
		case types.Object:
			if packages[of.Pkg()] {
				objects = append(objects, analysis.ObjectFact{Object: of, Fact: fact})
			}
		}
	}
	return objects, about
}

// handOn adds to f what is said in own of the package of a unit, as importers see it.
func (f *facts) handOn(u *unit, own *facts) {
	if len(own.all) == 0 || u.outline == nil {
		return
	}
	seen := outlined(u.info.Defs, u.outline)
	f.mu.Lock()
	defer f.mu.Unlock()
	for key, fact := range own.all {
		switch of := key.of.(type) {
		case *types.Package:
			f.all[factKey{u.declared, key.kind}] = fact
		case types.Object:
			if obj := seen[of]; obj != nil && !private(obj) {
				f.all[factKey{obj, key.kind}] = fact
			}
		}
	}
}

// private reports whether an object is a function that no other package can call.
func private(obj types.Object) bool {
	fn, ok := obj.(*types.Func)
	return ok && !fn.Exported() && fn.Signature().Recv() == nil
}

// outlined returns the objects that importers see, by those that the package itself sees:
// both are declared by the same identifiers.
func outlined(defs, outline map[*ast.Ident]types.Object) map[types.Object]types.Object {
	seen := make(map[types.Object]types.Object, len(outline))
	for id, obj := range outline {
		if obj != nil {
			seen[defs[id]] = obj
		}
	}
	return seen
}

// visible returns the packages whose facts a unit may ask for: itself and all that it
// imports, directly or not.
func (u *unit) visible() map[*types.Package]bool {
	packages := map[*types.Package]bool{u.types: true}
	for n := range maps.Keys(closure(u.imports)) {
		packages[n.declared] = true
	}
	return packages
}
