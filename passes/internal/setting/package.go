package setting

import (
	"slices"
	"strconv"
	"strings"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/fates"
	"github.com/loglint/loglint/passes/internal/known"
)

// PackageOf returns what a package is in its program. Tests do not count.
func PackageOf(pkg *fates.Package) defect.Package {
	p := defect.Package{Main: pkg.Pass.Pkg.Name() == "main", Serves: serves(pkg)}
	imports := make(map[string]bool)
	for _, file := range pkg.Pass.Files {
		if pkg.IsTest(file) {
			continue
		}
		for _, spec := range file.Imports {
			if path, err := strconv.Unquote(spec.Path.Value); err == nil {
				imports[path] = true
			}
		}
	}
	for _, imp := range pkg.Pass.Pkg.Imports() {
		// What is compiled for a test has another path than it is imported by.
		path, _, _ := strings.Cut(imp.Path(), " ")
		if imports[path] && pkg.SameModule(imp) {
			p.Imports = append(p.Imports, path)
		}
	}
	slices.Sort(p.Imports)
	p.Imports = slices.Compact(p.Imports)
	return p
}

// serves reports whether the package calls what listens for clients, or serves them, or what runs until
// it is told to stop, as controllers do.
func serves(pkg *fates.Package) bool {
	for call := range calls(pkg) {
		if obj := pkg.Called(call); obj != nil && listens(known.WorkOf(obj)) {
			return true
		}
	}
	return false
}

// listens reports whether a work is that of a program which others can ask for something.
func listens(w known.Work) bool { return w == known.Listens || w == known.Serves }
