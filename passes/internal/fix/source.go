package fix

import (
	"bytes"
	"go/ast"
	"go/token"
	"regexp"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"
)

// A source is a file of the package with its text.
type source struct {
	file *ast.File
	tok  *token.File
	text []byte
	last *piece // the one that was cut last: findings come in their order
}

// source returns the file that pos lies in, nil if it must not be edited: it
// is generated, or a part of it is C.
func (fx *Fixer) source(pos token.Pos) *source {
	for _, file := range fx.files {
		if pos < file.FileStart || pos >= file.FileEnd {
			continue
		}
		if src, ok := fx.sources[file]; ok {
			return src
		}
		src := fx.read(file)
		fx.sources[file] = src
		return src
	}
	return nil
}

func (fx *Fixer) read(file *ast.File) *source {
	if ast.IsGenerated(file) {
		return nil
	}
	for _, imp := range file.Imports {
		if imp.Path.Value == `"C"` {
			return nil
		}
	}
	tok := fx.pass.Fset.File(file.FileStart)
	text, err := fx.pass.ReadFile(tok.Name())
	if err != nil || len(text) != tok.Size() {
		return nil // the tree is not that of this text: cgo, or changed meanwhile
	}
	return &source{file: file, tok: tok, text: text}
}

func (s *source) offset(pos token.Pos) int { return s.tok.Offset(pos) }

// of returns the text of a node.
func (s *source) of(n ast.Node) string {
	if n.Pos() < s.file.FileStart || n.End() > s.file.FileEnd {
		return ""
	}
	return string(s.text[s.offset(n.Pos()):s.offset(n.End())])
}

// line returns the number of the line of pos.
func (s *source) line(pos token.Pos) int { return s.tok.PositionFor(pos, false).Line }

// indent returns the white space that the line of pos begins with.
func (s *source) indent(pos token.Pos) string {
	start := s.offset(s.tok.LineStart(s.line(pos)))
	rest := s.text[start:]
	return string(rest[:len(rest)-len(bytes.TrimLeft(rest, " \t"))])
}

// path returns the nodes around pos, the innermost first.
func (s *source) path(pos, end token.Pos) []ast.Node {
	path, _ := astutil.PathEnclosingInterval(s.file, pos, end)
	return path
}

// statement returns the innermost statement around pos that stands in a list
// of statements, and that list.
func (s *source) statement(pos, end token.Pos) (ast.Stmt, []ast.Stmt) {
	path := s.path(pos, end)
	for i, n := range path {
		stmt, ok := n.(ast.Stmt)
		if !ok || i+1 == len(path) {
			continue
		}
		if list := listOf(path[i+1]); list != nil && contains(list, stmt) {
			return stmt, list
		}
	}
	return nil, nil
}

// listOf returns the statements that a node holds as a list.
func listOf(n ast.Node) []ast.Stmt {
	switch n := n.(type) {
	case *ast.BlockStmt:
		return n.List
	case *ast.CaseClause:
		return n.Body
	case *ast.CommClause:
		return n.Body
	}
	return nil
}

func contains(list []ast.Stmt, stmt ast.Stmt) bool {
	for _, s := range list {
		if s == stmt {
			return true
		}
	}
	return false
}

// function returns the innermost function around pos: its type, its body, and
// the node.
func (s *source) function(pos, end token.Pos) (*ast.FuncType, ast.Node) {
	for _, n := range s.path(pos, end) {
		switch n := n.(type) {
		case *ast.FuncDecl:
			return n.Type, n
		case *ast.FuncLit:
			return n.Type, n
		}
	}
	return nil, nil
}

// declaration returns the declared function around pos, or nil.
func (s *source) declaration(pos token.Pos) *ast.FuncDecl {
	for _, d := range s.file.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && fn.Pos() <= pos && pos < fn.End() {
			return fn
		}
	}
	return nil
}

// before returns the edit that puts lines before a statement, and before the
// comment that belongs to it.
func (s *source) before(stmt ast.Stmt, lines ...string) analysis.TextEdit {
	pos := stmt.Pos()
	for i := len(s.file.Comments) - 1; i >= 0; i-- {
		c := s.file.Comments[i]
		if c.End() <= pos && s.line(c.End())+1 == s.line(pos) && s.alone(c.Pos()) {
			pos = c.Pos()
		}
	}
	indent := s.indent(pos)
	text := shift(indent, lines...)
	if !s.alone(pos) {
		// On one line with what it stands in: func() { stmt }.
		return insertion(pos, "\n"+text+"\n")
	}
	return insertion(pos, strings.TrimPrefix(text, indent)+"\n"+indent)
}

// after returns the edit that puts lines after a statement.
func (s *source) after(stmt ast.Stmt, lines ...string) analysis.TextEdit {
	return insertion(s.pastComment(stmt.End()), "\n"+shift(s.indent(stmt.Pos()), lines...))
}

// pastComment returns the end of the comments that follow on the line of end, or
// end.
func (s *source) pastComment(end token.Pos) token.Pos {
	for _, c := range s.file.Comments {
		if c.Pos() >= end && s.line(c.Pos()) == s.line(end) {
			end = c.End()
		}
	}
	return end
}

// nolintErrcheck matches the comment that has errcheck pass over an error that
// nothing looks at, and says nothing else.
var nolintErrcheck = regexp.MustCompile(`^//\s?nolint:\s?errcheck\s*$`)

// needless reports whether all that stands between two positions is a comment that
// is of no use once the error is looked at.
func (s *source) needless(from, to token.Pos) bool {
	return nolintErrcheck.Match(bytes.TrimSpace(s.text[s.offset(from):s.offset(to)]))
}

// alone reports whether nothing stands before pos on its line.
func (s *source) alone(pos token.Pos) bool {
	start := s.offset(s.tok.LineStart(s.line(pos)))
	return len(bytes.TrimSpace(s.text[start:s.offset(pos)])) == 0
}

// commented reports whether a comment lies in a range.
func (s *source) commented(pos, end token.Pos) bool {
	for _, c := range s.file.Comments {
		if c.End() > pos && c.Pos() < end {
			return true
		}
	}
	return false
}

// nested returns a statement, of one line or several, as it stands in a block.
func nested(text string) string { return "\t" + strings.ReplaceAll(text, "\n", "\n\t") }

// shift joins lines, each with an indentation before it.
func shift(indent string, lines ...string) string {
	var b strings.Builder
	for i, line := range lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(indent + strings.ReplaceAll(line, "\n", "\n"+indent))
	}
	return b.String()
}

func insertion(pos token.Pos, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: pos, End: pos, NewText: []byte(text)}
}

func replacement(n ast.Node, text string) analysis.TextEdit {
	return analysis.TextEdit{Pos: n.Pos(), End: n.End(), NewText: []byte(text)}
}
