package source

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

// OwnFiles returns the files of a package that are none of tests.
func OwnFiles(pass *analysis.Pass) []*ast.File {
	var own []*ast.File
	for _, file := range pass.Files {
		if !strings.HasSuffix(pass.Fset.File(file.FileStart).Name(), "_test.go") {
			own = append(own, file)
		}
	}
	return own
}

// Sees reports whether pos lies in one of the files that the fixer knows.
func (p *Package) Sees(pos token.Pos) bool {
	for _, file := range p.Files {
		if file.FileStart <= pos && pos < file.FileEnd {
			return true
		}
	}
	return false
}

// Imports returns the packages that the files import, in the order in which
// they do.
func (p *Package) Imports() []*types.Package {
	if p.imported != nil {
		return p.imported
	}
	p.imported = []*types.Package{}
	seen := make(map[*types.Package]bool)
	for _, file := range p.Files {
		for _, spec := range file.Imports {
			if name := p.Pass.TypesInfo.PkgNameOf(spec); name != nil && !seen[name.Imported()] {
				seen[name.Imported()] = true
				p.imported = append(p.imported, name.Imported())
			}
		}
	}
	return p.imported
}
