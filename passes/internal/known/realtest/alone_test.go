package realtest

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/loglint/loglint/passes/internal/known"
)

// Some libraries have more dependencies than all others together: to require
// them in go.mod would have hundreds of modules fetched, and type-checked, for
// a handful of entries. Of these the source alone is had, and checked without
// bodies; what it imports of other libraries is left empty, since neither the
// tables nor the stand-ins name any of it. If they came to, the type would be
// invalid here, and the test would fail.

// An aloneModule is such a library, at the version that it is held to.
type aloneModule struct{ path, version, sum string }

var aloneModules = []aloneModule{
	{"github.com/DataDog/dd-trace-go/v2", "v2.12.0", "h1:YOxX+szin45JumOECU6kUNdCPHJFtNvl9CYUgAJf53k="},
	{"github.com/RichardKnop/machinery/v2", "v2.0.13", "h1:uo9htg+qNBi7UeUK3jcTBl3vTO/vvLKGaOdCOKePl50="},
	{"gopkg.in/DataDog/dd-trace-go.v1", "v1.74.8", "h1:h96ji92t9eXbPvSWhJ+lrPWetHiQNYlt48JKRO09NFA="},
}

// aloneIn returns the module of that kind that a package belongs to.
func aloneIn(pkg string) (aloneModule, bool) {
	for _, m := range aloneModules {
		if pkg == m.path || strings.HasPrefix(pkg, m.path+"/") {
			return m, true
		}
	}
	return aloneModule{}, false
}

// isAlone reports whether a package belongs to a library that is had alone.
func isAlone(pkg string) bool {
	_, ok := aloneIn(pkg)
	return ok
}

// loadReal returns the types of packages of real libraries, by path.
func loadReal(paths []string) (map[string]*types.Package, error) {
	var alone, others []string
	for _, path := range paths {
		if isAlone(path) {
			alone = append(alone, path)
		} else {
			others = append(others, path)
		}
	}
	pkgs, err := loadTypes(others)
	if err != nil {
		return nil, err
	}
	more, err := loadAlone(alone)
	if err != nil {
		return nil, err
	}
	maps.Copy(pkgs, more)
	return pkgs, nil
}

// loadAlone returns the types of packages of libraries that are had alone.
func loadAlone(paths []string) (map[string]*types.Package, error) {
	l := &aloneLoader{
		fset:   token.NewFileSet(),
		dirs:   make(map[string]string),
		source: make(map[string]*build.Package),
		pkgs:   make(map[string]*types.Package),
	}
	for _, path := range paths {
		if err := l.find(path); err != nil {
			return nil, err
		}
	}
	var std []string
	for _, source := range l.source {
		for _, imp := range source.Imports {
			if known.IsStd(imp) && imp != "unsafe" && imp != "C" {
				std = append(std, imp)
			}
		}
	}
	slices.Sort(std)
	stdPkgs, err := loadTypes(slices.Compact(std))
	if err != nil {
		return nil, err
	}
	maps.Copy(l.pkgs, stdPkgs)
	l.pkgs["unsafe"] = types.Unsafe
	result := make(map[string]*types.Package)
	for _, path := range paths {
		if result[path], err = l.Import(path); err != nil {
			return nil, err
		}
	}
	return result, nil
}

// An aloneLoader type-checks packages of libraries that are had alone.
type aloneLoader struct {
	fset   *token.FileSet
	dirs   map[string]string         // of the modules, by path
	source map[string]*build.Package // of these libraries
	pkgs   map[string]*types.Package
}

// find finds the source of a package, and of those that it imports, as far as
// they belong to such libraries.
func (l *aloneLoader) find(pkg string) error {
	m, ok := aloneIn(pkg)
	if _, found := l.source[pkg]; found || !ok {
		return nil
	}
	if l.dirs[m.path] == "" {
		dir, err := download(m)
		if err != nil {
			return err
		}
		l.dirs[m.path] = dir
	}
	platform := build.Default
	platform.GOOS, platform.GOARCH, platform.CgoEnabled = "linux", "amd64", false
	source, err := platform.ImportDir(filepath.Join(l.dirs[m.path], filepath.FromSlash(strings.TrimPrefix(pkg, m.path))), 0)
	if err != nil {
		return fmt.Errorf("find %s: %w", pkg, err)
	}
	l.source[pkg] = source
	for _, imp := range source.Imports {
		if err := l.find(imp); err != nil {
			return err
		}
	}
	return nil
}

// download returns the directory of a module, which it fetches if the module
// cache does not have it.
func download(m aloneModule) (string, error) {
	cmd := exec.Command("go", "mod", "download", "-json", m.path+"@"+m.version)
	cmd.Dir = os.TempDir() // no go.mod is to be changed, or asked
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off")
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("download %s: %w: %s", m.path, err, out)
	}
	var got struct{ Dir, Sum string }
	if err := json.Unmarshal(out, &got); err != nil {
		return "", fmt.Errorf("download %s: %w", m.path, err)
	}
	if got.Sum != m.sum {
		return "", fmt.Errorf("%s@%s: has the sum %s, not %s", m.path, m.version, got.Sum, m.sum)
	}
	return got.Dir, nil
}

// Import type-checks a package, or makes an empty one for another library's.
func (l *aloneLoader) Import(pkgPath string) (*types.Package, error) {
	if pkg, ok := l.pkgs[pkgPath]; ok {
		return pkg, nil
	}
	source, ok := l.source[pkgPath]
	if !ok {
		pkg := types.NewPackage(pkgPath, path.Base(pkgPath))
		pkg.MarkComplete()
		l.pkgs[pkgPath] = pkg
		return pkg, nil
	}
	var files []*ast.File
	for _, name := range source.GoFiles {
		file, err := parser.ParseFile(l.fset, filepath.Join(source.Dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, fmt.Errorf("parse %s: %w", pkgPath, err)
		}
		files = append(files, file)
	}
	conf := types.Config{
		Importer:         l,
		IgnoreFuncBodies: true,
		Error:            func(error) {}, // of what the empty packages do not declare
	}
	// The error is the first of those.
	pkg, _ := conf.Check(pkgPath, l.fset, files, nil)
	if pkg == nil {
		return nil, fmt.Errorf("%s: not type-checked", pkgPath)
	}
	l.pkgs[pkgPath] = pkg
	return pkg, nil
}
