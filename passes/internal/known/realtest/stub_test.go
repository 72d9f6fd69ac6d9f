package realtest

import (
	"fmt"
	"go/types"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/packages"
)

// corpora is the directory, a GOPATH, in which the corpora of the passes lie,
// and the stand-ins for the libraries that they use.
const corpora = "../../../../testdata"

// standIns returns the import paths of the packages below corpora that stand
// in for those of libraries: their path begins with a host.
var standIns = sync.OnceValues(func() ([]string, error) {
	src := filepath.Join(corpora, "src")
	dirs := make(map[string]bool)
	err := filepath.WalkDir(src, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".go" {
			return err
		}
		rel, err := filepath.Rel(src, filepath.Dir(path))
		if host, _, _ := strings.Cut(filepath.ToSlash(rel), "/"); strings.Contains(host, ".") {
			dirs[filepath.ToSlash(rel)] = true
		}
		return err
	})
	return slices.Sorted(maps.Keys(dirs)), err
})

// TestStandIns holds each exported declaration of the stand-ins to the one
// that it stands in for.
func TestStandIns(t *testing.T) {
	paths, err := standIns()
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) == 0 {
		t.Fatal("no stand-ins")
	}
	gopath, err := filepath.Abs(corpora)
	if err != nil {
		t.Fatal(err)
	}
	stubs, err := loadTypes(paths, "GO111MODULE=off", "GOPATH="+gopath)
	if err != nil {
		t.Fatal(err)
	}
	reals, err := loadReal(paths)
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		for _, problem := range compare(stubs[path], reals[path]) {
			t.Errorf("%s: %v", path, problem)
		}
	}
}

// loadTypes returns the types of packages, by path, as they are declared: no
// body is looked at.
func loadTypes(paths []string, env ...string) (map[string]*types.Package, error) {
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedCompiledGoFiles | packages.NeedImports |
			packages.NeedDeps | packages.NeedTypes | packages.NeedTypesSizes | packages.NeedSyntax,
		Env: slices.Concat(os.Environ(), []string{"GOOS=linux", "GOARCH=amd64", "CGO_ENABLED=0", "GOFLAGS="}, env),
	}, paths...)
	if err != nil {
		return nil, fmt.Errorf("load: %w", err)
	}
	byPath := make(map[string]*types.Package)
	for _, pkg := range pkgs {
		for _, err := range pkg.Errors {
			return nil, fmt.Errorf("load %s: %w", pkg.PkgPath, err)
		}
		byPath[pkg.PkgPath] = pkg.Types
	}
	return byPath, nil
}

// compare returns in what the exported declarations of a stand-in differ from
// those of the real package.
func compare(stub, real *types.Package) []error {
	if stub == nil || real == nil {
		return []error{fmt.Errorf("not loaded")}
	}
	if stub.Name() != real.Name() {
		return []error{fmt.Errorf("is package %s, not %s", stub.Name(), real.Name())}
	}
	var problems []error
	for _, name := range stub.Scope().Names() {
		obj := stub.Scope().Lookup(name)
		if !obj.Exported() {
			continue
		}
		if other := real.Scope().Lookup(name); other == nil {
			problems = append(problems, fmt.Errorf("%s: not declared by the real package", name))
		} else if err := sameObject(obj, other); err != nil {
			problems = append(problems, fmt.Errorf("%s: %w", name, err))
		}
	}
	return problems
}

// sameObject returns in what a declaration differs from the real one.
func sameObject(stub, real types.Object) error {
	if a, b := kindOf(stub), kindOf(real); a != b {
		return fmt.Errorf("is a %s, not a %s", a, b)
	}
	tname, ok := stub.(*types.TypeName)
	if !ok || tname.IsAlias() {
		return sameType(stub.Type(), real.Type())
	}
	return sameNamed(stub.Type().(*types.Named), real.Type().(*types.Named))
}

// kindOf says what kind of declaration an object is.
func kindOf(obj types.Object) string {
	switch obj := obj.(type) {
	case *types.Func:
		return "func"
	case *types.Var:
		return "var"
	case *types.Const:
		return "const"
	case *types.TypeName:
		if obj.IsAlias() {
			return "type alias"
		}
		return "type"
	}
	return "something else"
}

// sameNamed returns in what a defined type differs from the real one: it must
// be of the same kind, and what it has of fields and methods must be there.
// The methods of an interface may be fewer than those of the real one, and a
// method that is promoted there may be declared here.
func sameNamed(stub, real *types.Named) error {
	if a, b := typeParams(stub.TypeParams()), typeParams(real.TypeParams()); a != b {
		return fmt.Errorf("has the type parameters %s, not %s", a, b)
	}
	switch under := stub.Underlying().(type) {
	case *types.Struct:
		if _, ok := real.Underlying().(*types.Struct); !ok {
			return fmt.Errorf("is a struct, not a %s", typeString(real.Underlying()))
		}
		for field := range under.Fields() {
			if field.Exported() {
				if err := sameMember(field, real); err != nil {
					return err
				}
			}
		}
	case *types.Interface:
		if !types.IsInterface(real) {
			return fmt.Errorf("is an interface, not a %s", typeString(real.Underlying()))
		}
		for m := range under.Methods() {
			if m.Exported() {
				if err := sameMember(m, real); err != nil {
					return err
				}
			}
		}
	default:
		if err := sameType(under, real.Underlying()); err != nil {
			return err
		}
	}
	for m := range stub.Methods() {
		if m.Exported() {
			if err := sameMember(m, real); err != nil {
				return err
			}
		}
	}
	return nil
}

// sameMember returns in what a field or method differs from that of the real
// type.
func sameMember(stub types.Object, real *types.Named) error {
	other, _, _ := types.LookupFieldOrMethod(real, true, real.Obj().Pkg(), stub.Name())
	if other == nil {
		return fmt.Errorf("%s: not declared by the real type", stub.Name())
	}
	if a, b := kindOf(stub), kindOf(other); a != b {
		return fmt.Errorf("%s: is a %s, not a %s", stub.Name(), a, b)
	}
	if fn, ok := stub.(*types.Func); ok {
		if a, b := byPointer(fn), byPointer(other.(*types.Func)); a != b {
			return fmt.Errorf("%s: receivers differ", stub.Name())
		}
	}
	if err := sameType(stub.Type(), other.Type()); err != nil {
		return fmt.Errorf("%s: %w", stub.Name(), err)
	}
	return nil
}

// byPointer reports whether a method has a pointer receiver.
func byPointer(fn *types.Func) bool {
	_, ok := fn.Signature().Recv().Type().(*types.Pointer)
	return ok
}

// sameType returns in what a type differs from the real one. Types of two
// loads are never identical, so it is their text that is compared.
func sameType(stub, real types.Type) error {
	if a, b := typeString(stub), typeString(real); a != b {
		return fmt.Errorf("is %s, not %s", a, b)
	}
	return nil
}

// typeString returns a type with its packages' paths, without the names of
// parameters, with aliases resolved and type parameters numbered.
func typeString(t types.Type) string {
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		s := t.Obj().Name()
		if t.Obj().Pkg() != nil {
			s = t.Obj().Pkg().Path() + "." + s
		}
		if t.TypeArgs() != nil {
			args := make([]string, t.TypeArgs().Len())
			for i := range args {
				args[i] = typeString(t.TypeArgs().At(i))
			}
			s += "[" + strings.Join(args, ", ") + "]"
		}
		return s
	case *types.TypeParam:
		return fmt.Sprintf("$%d", t.Index())
	case *types.Pointer:
		return "*" + typeString(t.Elem())
	case *types.Slice:
		return "[]" + typeString(t.Elem())
	case *types.Array:
		return fmt.Sprintf("[%d]%s", t.Len(), typeString(t.Elem()))
	case *types.Map:
		return "map[" + typeString(t.Key()) + "]" + typeString(t.Elem())
	case *types.Chan:
		return fmt.Sprintf("chan(%d) %s", t.Dir(), typeString(t.Elem()))
	case *types.Signature:
		s := "func" + typeParams(t.TypeParams()) + tupleString(t.Params())
		if t.Variadic() {
			s += "..."
		}
		return s + " " + tupleString(t.Results())
	case *types.Interface:
		var members []string
		for m := range t.Methods() {
			members = append(members, m.Name()+" "+typeString(m.Type()))
		}
		return "interface{" + strings.Join(members, "; ") + "}"
	}
	return types.TypeString(t, (*types.Package).Path)
}

// tupleString returns the types of parameters or results.
func tupleString(tuple *types.Tuple) string {
	var list []string
	for v := range tuple.Variables() {
		list = append(list, typeString(v.Type()))
	}
	return "(" + strings.Join(list, ", ") + ")"
}

// typeParams returns the constraints of type parameters.
func typeParams(params *types.TypeParamList) string {
	if params.Len() == 0 {
		return ""
	}
	var list []string
	for p := range params.TypeParams() {
		list = append(list, typeString(p.Constraint()))
	}
	return "[" + strings.Join(list, ", ") + "]"
}
