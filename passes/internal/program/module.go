package program

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/passes/internal/known"
)

// IsDependency reports whether the package comes from a module that is not
// being worked on. Drivers ask for facts alone there, but do not tell the
// analyzers so. Bazel's nogo names no module; the sources of other repositories lie
// below external there, as seen from the directory of the build.
func IsDependency(pass *analysis.Pass) bool {
	if pass.Module != nil {
		return pass.Module.Version != ""
	}
	return len(pass.Files) > 0 && strings.HasPrefix(pass.Fset.PositionFor(pass.Files[0].Package, false).Filename, "external/")
}

// SameModule reports whether a package is of the module that is analysed. Where the
// driver names none, as nogo does, or the go command without modules, it is taken to be
// if it is of the same repository by its path.
func (p *Program) SameModule(pkg *types.Package) bool {
	if pkg == nil {
		return false
	}
	if p.Pass.Module == nil || p.Pass.Module.Path == "" {
		return known.RepositoryRoot(pkg.Path()) == known.RepositoryRoot(p.Pass.Pkg.Path())
	}
	rest, ok := strings.CutPrefix(pkg.Path(), p.Pass.Module.Path)
	return ok && (rest == "" || rest[0] == '/')
}
