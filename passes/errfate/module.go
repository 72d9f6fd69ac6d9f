package errfate

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/passes/internal/known"
)

// isDependency reports whether the package comes from a module that is not
// being worked on. Drivers ask for facts alone there, but do not tell the
// analyzers so. Bazel's nogo names no module; the sources of other repositories lie
// below external there, as seen from the directory of the build.
func isDependency(pass *analysis.Pass) bool {
	if pass.Module != nil {
		return pass.Module.Version != ""
	}
	return len(pass.Files) > 0 && strings.HasPrefix(pass.Fset.PositionFor(pass.Files[0].Package, false).Filename, "external/")
}

// sameModule reports whether a package is of the module that is analysed. Where the
// driver names none, as nogo does, or the go command without modules, it is taken to be
// if it is of the same repository by its path.
func (e *engine) sameModule(pkg *types.Package) bool {
	if pkg == nil {
		return false
	}
	if e.pass.Module == nil || e.pass.Module.Path == "" {
		return known.RepositoryRoot(pkg.Path()) == known.RepositoryRoot(e.pass.Pkg.Path())
	}
	rest, ok := strings.CutPrefix(pkg.Path(), e.pass.Module.Path)
	return ok && (rest == "" || rest[0] == '/')
}
