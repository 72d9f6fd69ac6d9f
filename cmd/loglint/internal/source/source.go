// Package source reads the files that findings point to, each once, for what
// is shown of them and for the names of the functions around.
//
// Its law: a file that cannot be read, or a line that it does not have, is
// empty. The findings may come from a cache and the files be gone; they are
// still reported.
package source

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
)

// Files are files as they are read. The zero Files is ready for use.
type Files struct {
	known map[string]*file
}

type file struct {
	text      []byte
	lines     []string
	functions []function // parsed on demand
	parsed    bool
}

// A function is the lines of a function declaration.
type function struct {
	name       string
	start, end int
}

func (fs *Files) file(name string) *file {
	if f, ok := fs.known[name]; ok {
		return f
	}
	if fs.known == nil {
		fs.known = make(map[string]*file)
	}
	f := new(file)
	fs.known[name] = f
	text, err := os.ReadFile(name)
	if err != nil {
		// It is empty, as the law says.
		return f
	}
	f.text, f.lines = text, strings.Split(string(text), "\n")
	return f
}

// Line returns a line, from 1, without its end.
func (fs *Files) Line(name string, line int) string {
	f := fs.file(name)
	if line < 1 || line > len(f.lines) {
		return ""
	}
	return strings.TrimSuffix(f.lines[line-1], "\r")
}

// Lines returns how many lines a file has.
func (fs *Files) Lines(name string) int { return len(fs.file(name).lines) }

// Runes returns a position with its column counted in characters instead of
// bytes.
func (fs *Files) Runes(p finding.Position) finding.Position {
	line := fs.Line(p.File, p.Line)
	if n := p.Column - 1; n > 0 && n <= len(line) {
		p.Column = utf8.RuneCountInString(line[:n]) + 1
	}
	return p
}

// Position returns the position of a byte of a file.
func (fs *Files) Position(name string, offset int) finding.Position {
	text := fs.file(name).text
	before := string(text[:max(0, min(offset, len(text)))])
	return finding.Position{
		File: name, Line: strings.Count(before, "\n") + 1,
		Column: len(before) - strings.LastIndexByte(before, '\n'),
	}
}

// Function returns the name of the function declaration around a position,
// with its receiver: "(*Store).Notes". It is empty outside of functions.
func (fs *Files) Function(p finding.Position) string {
	f := fs.file(p.File)
	if !f.parsed {
		f.parsed = true
		f.functions = functions(p.File, f.text)
	}
	for _, fn := range f.functions {
		if fn.start <= p.Line && p.Line <= fn.end {
			return fn.name
		}
	}
	return ""
}

func functions(name string, text []byte) []function {
	fset := token.NewFileSet()
	tree, _ := parser.ParseFile(fset, name, text, parser.SkipObjectResolution) // what can be parsed is enough
	if tree == nil {
		return nil
	}
	var all []function
	for _, decl := range tree.Decls {
		if fn, ok := decl.(*ast.FuncDecl); ok {
			// The lines of the file, whatever //line comments say.
			start, end := fset.PositionFor(fn.Pos(), false), fset.PositionFor(fn.End(), false)
			all = append(all, function{declared(fn), start.Line, end.Line})
		}
	}
	return all
}

// declared writes the name of a function as the messages do.
func declared(fn *ast.FuncDecl) string {
	if fn.Recv == nil || len(fn.Recv.List) == 0 {
		return fn.Name.Name
	}
	star := false
	for t := fn.Recv.List[0].Type; ; {
		switch x := t.(type) {
		case *ast.ParenExpr:
			t = x.X
		case *ast.StarExpr:
			star, t = true, x.X
		case *ast.IndexExpr: // of a generic type
			t = x.X
		case *ast.IndexListExpr:
			t = x.X
		case *ast.Ident:
			if star {
				return "(*" + x.Name + ")." + fn.Name.Name
			}
			return x.Name + "." + fn.Name.Name
		default:
			return fn.Name.Name
		}
	}
}
