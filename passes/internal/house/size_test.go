package house_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// How large a room, and what is in it, may be: so that it can be read as a whole.
const (
	maxRoomLines    = 2000 // of a package, without its tests
	maxFileLines    = 400
	maxFields       = 12
	maxMethods      = 30
	linesPerPackage = "passes/internal/known" // tables of libraries: any number of lines
)

// TestSizes holds packages, files and types to their bounds. Tables of libraries may be
// as long as there are libraries.
func TestSizes(t *testing.T) {
	root := filepath.Join("..", "..", "..")
	lines := make(map[string]int)
	fields, methods := make(map[string]int), make(map[string]int)
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || name != root && strings.HasPrefix(d.Name(), ".")) {
			return fs.SkipDir
		}
		if filepath.Ext(name) != ".go" {
			return nil
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, filepath.Dir(name))
		if err != nil {
			return err
		}
		room := filepath.ToSlash(rel)
		n := strings.Count(string(text), "\n")
		if n > maxFileLines && room != linesPerPackage {
			t.Errorf("%s has %d lines, more than %d", name, n, maxFileLines)
		}
		if strings.HasSuffix(name, "_test.go") {
			return nil
		}
		lines[room] += n
		file, err := parser.ParseFile(token.NewFileSet(), name, text, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		count(file, room, fields, methods)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for room, n := range lines {
		if n > maxRoomLines && room != linesPerPackage {
			t.Errorf("%s has %d lines without its tests, more than %d", room, n, maxRoomLines)
		}
	}
	for name, n := range fields {
		if n > maxFields {
			t.Errorf("%s has %d fields, more than %d", name, n, maxFields)
		}
	}
	for name, n := range methods {
		if n > maxMethods {
			t.Errorf("%s has %d methods, more than %d", name, n, maxMethods)
		}
	}
	if len(lines) < 30 || len(methods) < 50 {
		t.Errorf("%d packages and %d types with methods were seen: the walk has lost its way", len(lines), len(methods))
	}
}

// count adds the fields and methods that a file declares, by the name of the type.
func count(file *ast.File, room string, fields, methods map[string]int) {
	for _, decl := range file.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			if decl.Recv == nil {
				continue
			}
			of := decl.Recv.List[0].Type
			if star, ok := of.(*ast.StarExpr); ok {
				of = star.X
			}
			switch x := of.(type) {
			case *ast.IndexExpr:
				of = x.X
			case *ast.IndexListExpr:
				of = x.X
			}
			methods[room+"."+of.(*ast.Ident).Name]++
		case *ast.GenDecl:
			for _, spec := range decl.Specs {
				ts, ok := spec.(*ast.TypeSpec)
				if !ok {
					continue
				}
				if s, ok := ts.Type.(*ast.StructType); ok {
					fields[room+"."+ts.Name.Name] = s.Fields.NumFields()
				}
			}
		}
	}
}
