package source

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"
)

// A Package is what fixes may know of the package of a pass: some of its files, with
// what the type checker says of them. What it answers it finds out once.
type Package struct {
	Pass  *analysis.Pass
	Files []*ast.File

	sources  map[*ast.File]*File
	imported []*types.Package          // see Imports
	vars     []*types.Var              // see Variables
	byImport map[string]*types.Package // see Import
}

// New returns what fixes may know that are to know the given files of a pass.
func New(pass *analysis.Pass, files []*ast.File) *Package {
	return &Package{Pass: pass, Files: files, sources: make(map[*ast.File]*File)}
}
