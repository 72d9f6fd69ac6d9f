// Package sourcetest makes packages of text, for the tests of the rooms that look at
// them.
package sourcetest

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/passes/internal/fix/source"
)

// A Package is a package of one file.
type Package struct {
	*source.Package
	File *source.File
	t    *testing.T
	text string
}

// New returns the package of a file, which has to compile.
func New(t *testing.T, text string) *Package {
	t.Helper()
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{
		Types: make(map[ast.Expr]types.TypeAndValue), Uses: make(map[*ast.Ident]types.Object), Defs: make(map[*ast.Ident]types.Object),
		Scopes: make(map[ast.Node]*types.Scope), Selections: make(map[*ast.SelectorExpr]*types.Selection), Implicits: make(map[ast.Node]types.Object),
	}
	conf := types.Config{Importer: importer.Default()}
	pkg, err := conf.Check("example.org/p", fset, []*ast.File{file}, info)
	if err != nil {
		t.Fatal(err)
	}
	pass := &analysis.Pass{
		Fset: fset, Files: []*ast.File{file}, Pkg: pkg, TypesInfo: info, TypesSizes: types.SizesFor("gc", "amd64"),
		ReadFile: func(string) ([]byte, error) { return []byte(text), nil },
	}
	p := &Package{Package: source.New(pass, pass.Files), t: t, text: text}
	p.File = p.Package.File(file.Package)
	return p
}

// At returns the position of the first mark in the text.
func (p *Package) At(mark string) token.Pos {
	p.t.Helper()
	i := strings.Index(p.text, mark)
	if i < 0 {
		p.t.Fatalf("no %q", mark)
	}
	return p.File.Syntax.FileStart + token.Pos(i)
}

// Call returns the first call that the text has as it is written here.
func (p *Package) Call(text string) *ast.CallExpr {
	p.t.Helper()
	for n := range ast.Preorder(p.File.Syntax) {
		if call, ok := n.(*ast.CallExpr); ok && p.File.Text(call) == text {
			return call
		}
	}
	p.t.Fatalf("no call %q", text)
	return nil
}
