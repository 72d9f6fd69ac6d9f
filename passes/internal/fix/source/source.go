package source

import (
	"bytes"
	"go/ast"
	"go/token"
	"regexp"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"
)

// A File is a file of the package with its text.
type File struct {
	Syntax *ast.File // its tree

	pkg  *Package
	tok  *token.File
	text []byte
	last *Piece // the one that was cut last: findings come in their order
}

// File returns the file that pos lies in, nil if it must not be edited: it
// is generated, or a part of it is C.
func (p *Package) File(pos token.Pos) *File {
	for _, file := range p.Files {
		if pos < file.FileStart || pos >= file.FileEnd {
			continue
		}
		if src, ok := p.sources[file]; ok {
			return src
		}
		src := p.read(file)
		p.sources[file] = src
		return src
	}
	return nil
}

func (p *Package) read(file *ast.File) *File {
	if ast.IsGenerated(file) {
		return nil
	}
	for _, imp := range file.Imports {
		if imp.Path.Value == `"C"` {
			return nil
		}
	}
	tok := p.Pass.Fset.File(file.FileStart)
	text, err := p.Pass.ReadFile(tok.Name())
	if err != nil || len(text) != tok.Size() {
		return nil // the tree is not that of this text: cgo, or changed meanwhile
	}
	return &File{pkg: p, Syntax: file, tok: tok, text: text}
}

// Unread returns a file as one that must not be edited, and of which no text is known.
func (p *Package) Unread(file *ast.File) *File { return &File{pkg: p, Syntax: file} }

// IsRead reports whether the text of a file is known.
func (s *File) IsRead() bool { return s.tok != nil }

// Between returns the text between two positions.
func (s *File) Between(from, to token.Pos) string {
	return string(s.text[s.offset(from):s.offset(to)])
}

func (s *File) offset(pos token.Pos) int { return s.tok.Offset(pos) }

// Text returns the text of a node.
func (s *File) Text(n ast.Node) string {
	if n.Pos() < s.Syntax.FileStart || n.End() > s.Syntax.FileEnd {
		return ""
	}
	return s.Between(n.Pos(), n.End())
}

// Line returns the number of the line of pos.
func (s *File) Line(pos token.Pos) int { return s.tok.PositionFor(pos, false).Line }

// Indent returns the white space that the line of pos begins with.
func (s *File) Indent(pos token.Pos) string {
	start := s.offset(s.tok.LineStart(s.Line(pos)))
	rest := s.text[start:]
	return string(rest[:len(rest)-len(bytes.TrimLeft(rest, " \t"))])
}

// Path returns the nodes around pos, the innermost first.
func (s *File) Path(pos, end token.Pos) []ast.Node {
	path, _ := astutil.PathEnclosingInterval(s.Syntax, pos, end)
	return path
}

// Statement returns the innermost statement around pos that stands in a list
// of statements, and that list.
func (s *File) Statement(pos, end token.Pos) (ast.Stmt, []ast.Stmt) {
	path := s.Path(pos, end)
	for i, n := range path {
		stmt, ok := n.(ast.Stmt)
		if !ok || i+1 == len(path) {
			continue
		}
		if list := Statements(path[i+1]); list != nil && contains(list, stmt) {
			return stmt, list
		}
	}
	return nil, nil
}

func contains(list []ast.Stmt, stmt ast.Stmt) bool {
	for _, s := range list {
		if s == stmt {
			return true
		}
	}
	return false
}

// Function returns the innermost function around pos: its type, its body, and
// the node.
func (s *File) Function(pos, end token.Pos) (*ast.FuncType, ast.Node) {
	for _, n := range s.Path(pos, end) {
		switch n := n.(type) {
		case *ast.FuncDecl:
			return n.Type, n
		case *ast.FuncLit:
			return n.Type, n
		}
	}
	return nil, nil
}

// InLoop reports whether pos stands in a loop of the function, or literal, around it.
func (s *File) InLoop(pos token.Pos) bool {
	for _, n := range s.Path(pos, pos) {
		switch n.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			return true
		case *ast.FuncDecl, *ast.FuncLit:
			return false
		}
	}
	return false
}

// Declaration returns the declared function around pos, or nil.
func (s *File) Declaration(pos token.Pos) *ast.FuncDecl {
	for _, d := range s.Syntax.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && fn.Pos() <= pos && pos < fn.End() {
			return fn
		}
	}
	return nil
}

// Before returns the edit that puts lines before a statement, and before the
// comment that belongs to it.
func (s *File) Before(stmt ast.Stmt, lines ...string) analysis.TextEdit {
	pos := stmt.Pos()
	for i := len(s.Syntax.Comments) - 1; i >= 0; i-- {
		c := s.Syntax.Comments[i]
		if c.End() <= pos && s.Line(c.End())+1 == s.Line(pos) && s.alone(c.Pos()) {
			pos = c.Pos()
		}
	}
	indent := s.Indent(pos)
	text := Shift(indent, lines...)
	if !s.alone(pos) {
		// On one line with what it stands in: func() { stmt }.
		return Insertion(pos, "\n"+text+"\n")
	}
	return Insertion(pos, strings.TrimPrefix(text, indent)+"\n"+indent)
}

// After returns the edit that puts lines after a statement.
func (s *File) After(stmt ast.Stmt, lines ...string) analysis.TextEdit {
	return Insertion(s.PastComment(stmt.End()), "\n"+Shift(s.Indent(stmt.Pos()), lines...))
}

// PastComment returns the end of the comments that follow on the line of end, or
// end.
func (s *File) PastComment(end token.Pos) token.Pos {
	for _, c := range s.Syntax.Comments {
		if c.Pos() >= end && s.Line(c.Pos()) == s.Line(end) {
			end = c.End()
		}
	}
	return end
}

// nolintErrcheck matches the comment that has errcheck pass over an error that
// nothing looks at, and says nothing else.
var nolintErrcheck = regexp.MustCompile(`^//\s?nolint:\s?errcheck\s*$`)

// Needless reports whether all that stands between two positions is a comment that
// is of no use once the error is looked at.
func (s *File) Needless(from, to token.Pos) bool {
	return nolintErrcheck.Match(bytes.TrimSpace(s.text[s.offset(from):s.offset(to)]))
}

// alone reports whether nothing stands before pos on its line.
func (s *File) alone(pos token.Pos) bool {
	start := s.offset(s.tok.LineStart(s.Line(pos)))
	return len(bytes.TrimSpace(s.text[start:s.offset(pos)])) == 0
}

// Commented reports whether a comment lies in a range.
func (s *File) Commented(pos, end token.Pos) bool {
	for _, c := range s.Syntax.Comments {
		if c.End() > pos && c.Pos() < end {
			return true
		}
	}
	return false
}

// Nested returns a statement, of one line or several, as it stands in a block.
func Nested(text string) string { return "\t" + strings.ReplaceAll(text, "\n", "\n\t") }

// Shift joins lines, each with an indentation before it.
func Shift(indent string, lines ...string) string {
	var b strings.Builder
	for i, line := range lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(indent + strings.ReplaceAll(line, "\n", "\n"+indent))
	}
	return b.String()
}

// Insertion returns the edit that puts a text at a position.
func Insertion(pos token.Pos, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: pos, End: pos, NewText: []byte(text)}
}

// Replacement returns the edit that puts a text in the place of a node.
func Replacement(n ast.Node, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: n.Pos(), End: n.End(), NewText: []byte(text)}
}

// Qualified returns a name as it is written of a package, or of a value: alone where
// there is no qualifier.
func Qualified(qualifier, name string) string {
	if qualifier == "" {
		return name
	}
	return qualifier + "." + name
}
