package realtest

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/loglint/loglint/passes/internal/known"
)

// tables returns the entries to be held to the real libraries. The classes of
// the standard library have a test of their own.
func tables() []known.Entry {
	return slices.DeleteFunc(known.Tables(), func(e known.Entry) bool {
		return e.Effect == nil && known.IsStd(e.Key.Pkg)
	})
}

// load returns the packages that the tables name, by path.
var load = sync.OnceValues(func() (map[string]*types.Package, error) {
	paths := make(map[string]bool)
	known.EachWork(func(k known.Key, _ known.Work) {
		if !known.IsStd(k.Pkg) {
			paths[k.Pkg] = true
		}
	})
	for _, e := range tables() {
		paths[e.Key.Pkg] = true
	}
	alone := slices.DeleteFunc(slices.Sorted(maps.Keys(paths)), func(path string) bool { return !isAlone(path) })
	maps.DeleteFunc(paths, func(path string, _ bool) bool { return isAlone(path) })
	byPath, err := loadAlone(alone)
	if err != nil {
		return nil, err
	}
	pkgs, err := packages.Load(&packages.Config{
		// With the syntax, nothing has to be compiled.
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports |
			packages.NeedDeps | packages.NeedTypes | packages.NeedTypesSizes | packages.NeedSyntax,
		Env: append(os.Environ(), "GOOS=linux", "GOARCH=amd64", "CGO_ENABLED=0", "GOFLAGS="),
	}, slices.Sorted(maps.Keys(paths))...)
	if err != nil {
		return nil, fmt.Errorf("load the packages of the tables: %w", err)
	}
	for _, pkg := range pkgs {
		for _, err := range pkg.Errors {
			return nil, fmt.Errorf("load %s: %w", pkg.PkgPath, err)
		}
		byPath[pkg.PkgPath] = pkg.Types
	}
	return byPath, nil
})

// TestEntries holds each entry to the function that it names.
func TestEntries(t *testing.T) {
	pkgs, err := load()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range tables() {
		pkg := pkgs[e.Key.Pkg]
		if pkg == nil {
			t.Errorf("%s: no package %s", e.Key, e.Key.Pkg)
			continue
		}
		var problem error
		if e.Key.Name == "*" {
			problem = checkWildcard(pkg, e)
		} else {
			problem = checkName(pkg, e)
		}
		if problem != nil {
			t.Errorf("%s: %v", e.Key, problem)
		}
	}
}

// checkName checks an entry that names one function.
func checkName(pkg *types.Package, e known.Entry) error {
	fn := find(pkg, e.Key.Recv, e.Key.Name)
	if fn == nil {
		return fmt.Errorf("no such function")
	}
	// The look-up goes by the type that declares a method. An entry for one
	// that is promoted serves versions of the library in which it was not, and
	// must say the same as the one for the method itself.
	if known.KeyOf(fn) != e.Key {
		if effect, ok := known.EffectOf(fn); e.Effect != nil && (!ok || effect != *e.Effect) {
			return fmt.Errorf("promoted from %s, of which the tables do not say the same", known.KeyOf(fn))
		}
		if e.Effect == nil && known.ClassOf(fn) != e.Class {
			return fmt.Errorf("promoted from %s, of which the tables do not say the same", known.KeyOf(fn))
		}
	}
	if e.Effect == nil {
		if !returnsError(fn) {
			return fmt.Errorf("has a class and returns no error")
		}
		return nil
	}
	return checkEffect(pkg, e, fn)
}

// checkEffect checks what an effect says of the parameters of fn.
func checkEffect(pkg *types.Package, e known.Entry, fn *types.Func) error {
	effect, sig := *e.Effect, fn.Signature()
	switch i := effect.StatusArg; {
	case i == known.NoStatus:
	case i < 0 || i >= sig.Params().Len() || sig.Variadic() && i == sig.Params().Len()-1:
		return fmt.Errorf("status argument %d of %s", i, sig)
	case !isInteger(sig.Params().At(i).Type()):
		return fmt.Errorf("status argument %d of %s is not an integer", i, sig)
	}
	if effect.TakesContext && !takesContext(sig) {
		return fmt.Errorf("takes no context first: %s", sig)
	}
	if effect.Keeps && !changes(sig) {
		return fmt.Errorf("has no receiver that could hold an error: %s", sig)
	}
	if effect.Role == known.Wraps && sig.Results().Len() == 0 {
		return fmt.Errorf("has no result to hold an error: %s", sig)
	}
	if effect.Context != "" {
		variant := find(pkg, e.Key.Recv, effect.Context)
		switch {
		case variant == nil:
			return fmt.Errorf("no variant %s", effect.Context)
		case !takesContext(variant.Signature()):
			return fmt.Errorf("its variant takes no context first: %s", variant.Signature())
		case variant.Signature().Params().Len() != sig.Params().Len()+1:
			return fmt.Errorf("its variant takes other arguments: %s and %s", sig, variant.Signature())
		}
	}
	return nil
}

// checkWildcard checks an entry for all functions of a package, or all
// methods of a type, that are not named elsewhere.
func checkWildcard(pkg *types.Package, e known.Entry) error {
	for _, fn := range declared(pkg, e.Key.Recv) {
		effect, ok := known.EffectOf(fn)
		if e.Effect != nil && ok && effect == *e.Effect {
			return nil
		}
		if e.Effect == nil && returnsError(fn) && known.ClassOf(fn) == e.Class {
			return nil
		}
	}
	return fmt.Errorf("stands for no function")
}

// find returns the function of a package, or the method of one of its types,
// which may be promoted, or nil.
func find(pkg *types.Package, recv, name string) *types.Func {
	obj := pkg.Scope().Lookup(name)
	if recv != "" {
		tname, ok := pkg.Scope().Lookup(recv).(*types.TypeName)
		if !ok || tname.IsAlias() {
			return nil
		}
		obj, _, _ = types.LookupFieldOrMethod(tname.Type(), true, pkg, name)
	}
	fn, _ := obj.(*types.Func)
	return fn
}

// declared returns the functions that a package declares, or, with recv, the
// methods that are declared for that type.
func declared(pkg *types.Package, recv string) []*types.Func {
	var funcs []*types.Func
	for _, name := range pkg.Scope().Names() {
		switch obj := pkg.Scope().Lookup(name).(type) {
		case *types.Func:
			if recv == "" {
				funcs = append(funcs, obj)
			}
		case *types.TypeName:
			named, ok := obj.Type().(*types.Named)
			if !ok || recv != "" && name != recv {
				continue
			}
			funcs = slices.AppendSeq(funcs, named.Methods())
			if i, ok := named.Underlying().(*types.Interface); ok {
				funcs = slices.AppendSeq(funcs, i.ExplicitMethods())
			}
		}
	}
	return funcs
}

// returnsError reports whether a result of fn is an error.
func returnsError(fn *types.Func) bool {
	for v := range fn.Signature().Results().Variables() {
		if types.Identical(v.Type(), types.Universe.Lookup("error").Type()) {
			return true
		}
	}
	return false
}

// takesContext reports whether the first parameter is a context.
func takesContext(sig *types.Signature) bool {
	return sig.Params().Len() > 0 && types.TypeString(sig.Params().At(0).Type(), nil) == "context.Context"
}

// changes reports whether a method can change its receiver.
func changes(sig *types.Signature) bool {
	if sig.Recv() == nil { // then its first argument holds it
		return sig.Params().Len() > 1 && types.IsInterface(sig.Params().At(0).Type())
	}
	_, isPointer := sig.Recv().Type().(*types.Pointer)
	return isPointer
}

// isInteger reports whether a status can be of type t.
func isInteger(t types.Type) bool {
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsInteger != 0
}

// TestModules holds the imports of modules.go, which keep the modules in
// go.mod, to the packages of the tables and those that have a stand-in.
func TestModules(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "modules.go", nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	imported := make(map[string]bool)
	for _, spec := range file.Imports {
		imported[importPath(spec)] = true
	}
	paths, err := standIns()
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range tables() {
		paths = append(paths, e.Key.Pkg)
	}
	known.LoggedFields(func(path, _, _ string) { paths = append(paths, path) })
	known.EachWork(func(k known.Key, _ known.Work) { paths = append(paths, k.Pkg) })
	known.Keepers(func(k known.Key, _ string) { paths = append(paths, k.Pkg) })
	known.ResultKeepers(func(path, _, _ string) { paths = append(paths, path) })
	known.ContextFunctions(func(k known.Key) { paths = append(paths, k.Pkg) })
	wanted := make(map[string]bool)
	for _, path := range paths {
		if !known.IsStd(path) && !isAlone(path) && !strings.Contains("/"+path+"/", "/internal/") {
			wanted[path] = true
		}
	}
	for _, path := range slices.Sorted(maps.Keys(wanted)) {
		if !imported[path] {
			t.Errorf("modules.go does not import %s", path)
		}
	}
	for _, path := range slices.Sorted(maps.Keys(imported)) {
		if !wanted[path] {
			t.Errorf("modules.go imports %s, which no table names and nothing stands in for", path)
		}
	}
}

// importPath returns the path of an import.
func importPath(spec *ast.ImportSpec) string {
	path, err := strconv.Unquote(spec.Path.Value)
	if err != nil {
		return spec.Path.Value
	}
	return path
}
