package fix

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// A package is often looked at together with its tests, and they are not there
// when it is built. So what tests declare, import and write is known to fixes
// of tests alone. It follows that a file is mended in the same way with the
// tests and without, as the go command demands of what applies fixes.

// ownFiles returns the files of a package that are none of tests.
func ownFiles(pass *analysis.Pass) []*ast.File {
	var own []*ast.File
	for _, file := range pass.Files {
		if !strings.HasSuffix(pass.Fset.File(file.FileStart).Name(), "_test.go") {
			own = append(own, file)
		}
	}
	return own
}

// sees reports whether pos lies in one of the files that the fixer knows.
func (fx *Fixer) sees(pos token.Pos) bool {
	for _, file := range fx.files {
		if file.FileStart <= pos && pos < file.FileEnd {
			return true
		}
	}
	return false
}

// imports returns the packages that the files import, in the order in which
// they do.
func (fx *Fixer) imports() []*types.Package {
	if fx.imported != nil {
		return fx.imported
	}
	fx.imported = []*types.Package{}
	seen := make(map[*types.Package]bool)
	for _, file := range fx.files {
		for _, spec := range file.Imports {
			if name := fx.pass.TypesInfo.PkgNameOf(spec); name != nil && !seen[name.Imported()] {
				seen[name.Imported()] = true
				fx.imported = append(fx.imported, name.Imported())
			}
		}
	}
	return fx.imported
}
