package source

import (
	"bytes"
	"cmp"
	"go/ast"
	"go/format"
	"go/token"
	"slices"
	"sort"

	"golang.org/x/tools/go/analysis"
)

// A Piece is all of a file that the edits of one fix can change: its head,
// which ends with the last import, and one declaration.
//
// Everything that is done to verify a fix is done to its piece, so that it
// costs what the function is long, not what the file is, or the package.
type Piece struct {
	File       *File
	Decl       ast.Decl
	head       int  // the offset in the file at which the head ends
	start, end int  // those of the declaration, with its doc comment, and to the end of its last line
	Clean      bool // as gofmt would have it
}

// Between the head and the declaration, as between any two declarations.
const gap = "\n\n"

// pieceAt returns the piece around pos, nil if pos lies in no declaration that a
// fix can be in.
func (s *File) pieceAt(pos token.Pos) *Piece {
	for _, decl := range s.Syntax.Decls {
		if decl.Pos() <= pos && pos <= decl.End() {
			if s.last == nil || s.last.Decl != decl {
				s.last = s.cut(decl)
			}
			return s.last
		}
	}
	return nil
}

// cut returns the piece of a declaration, or nil.
func (s *File) cut(decl ast.Decl) *Piece {
	p := &Piece{File: s, Decl: decl, head: s.lineEnd(s.Syntax.Name.End()), start: s.offset(decl.Pos()), end: s.lineEnd(decl.End())}
	var doc *ast.CommentGroup
	switch d := decl.(type) {
	case *ast.FuncDecl:
		doc = d.Doc
	case *ast.GenDecl:
		doc = d.Doc
		if d.Tok != token.VAR {
			return nil
		}
	}
	if doc != nil {
		p.start = s.offset(doc.Pos())
	}
	for _, d := range s.Syntax.Decls {
		if gen, ok := d.(*ast.GenDecl); ok && gen.Tok == token.IMPORT {
			p.head = s.lineEnd(gen.End())
		}
	}
	if p.start <= p.head {
		return nil // they share a line
	}
	text, ok := p.Apply(nil)
	formatted, err := format.Source(text)
	p.Clean = err == nil && bytes.Equal(formatted, text)
	if !ok {
		return nil
	}
	return p
}

// lineEnd returns the offset at which the line of pos ends.
func (s *File) lineEnd(pos token.Pos) int {
	from := s.offset(pos)
	if i := bytes.IndexByte(s.text[from:], '\n'); i >= 0 {
		return from + i
	}
	return len(s.text)
}

// Apply returns the text of the piece with edits applied, and whether they can
// be: they lie in the piece, do not overlap, and touch no comment.
func (p *Piece) Apply(edits []analysis.TextEdit) ([]byte, bool) {
	var inHead, inDecl []analysis.TextEdit
	for _, e := range edits {
		if p.File.offset(e.Pos) <= p.head {
			inHead = append(inHead, e)
		} else {
			inDecl = append(inDecl, e)
		}
	}
	head, ok := p.File.rewrite(0, p.head, inHead)
	if !ok {
		return nil, false
	}
	decl, ok := p.File.rewrite(p.start, p.end, inDecl)
	if !ok {
		return nil, false
	}
	return slices.Concat(head, []byte(gap), decl, []byte("\n")), true
}

// rewrite returns the text between two offsets with edits applied.
func (s *File) rewrite(from, to int, edits []analysis.TextEdit) ([]byte, bool) {
	edits = slices.Clone(edits)
	sort.SliceStable(edits, func(i, j int) bool { return edits[i].Pos < edits[j].Pos })
	var b bytes.Buffer
	for _, e := range edits {
		if e.Pos < s.Syntax.FileStart || e.End < e.Pos || e.End > s.Syntax.FileEnd {
			return nil, false
		}
		start, end := s.offset(e.Pos), s.offset(e.End)
		if start < from || end > to || end > start && !s.keepsComments(e) {
			return nil, false
		}
		b.Write(s.text[from:start])
		b.Write(e.NewText)
		from = end
	}
	b.Write(s.text[from:to])
	return b.Bytes(), true
}

// keepsComments reports whether the comments that an edit replaces are in what
// it puts there, but for those that an error looked at makes needless.
func (s *File) keepsComments(e analysis.TextEdit) bool {
	for _, group := range s.Syntax.Comments {
		for _, c := range group.List {
			if c.End() > e.Pos && c.Pos() < e.End && !bytes.Contains(e.NewText, []byte(c.Text)) && !nolintErrcheck.MatchString(c.Text) {
				return false
			}
		}
	}
	return true
}

// Moved returns the offset in the edited piece of what stands at pos in the
// file, and whether it is still there.
func (p *Piece) Moved(pos token.Pos, edits []analysis.TextEdit) (int, bool) {
	at := p.File.offset(pos)
	switch {
	case at <= p.head:
	case p.start <= at && at <= p.end:
		at += p.head + len(gap) - p.start
	default:
		return 0, false
	}
	for _, e := range edits {
		switch {
		case e.End <= pos:
			at += len(e.NewText) - int(e.End-e.Pos)
		case e.Pos <= pos:
			return 0, false // replaced
		}
	}
	return at, true
}

// A Span is a range of offsets in the text of a piece.
type Span struct{ From, To int }

// Written returns what edits put into the declaration, as they leave the piece.
func (p *Piece) Written(edits []analysis.TextEdit) []Span {
	var all []Span
	sorted := slices.Clone(edits)
	slices.SortStableFunc(sorted, func(a, b analysis.TextEdit) int { return cmp.Compare(a.Pos, b.Pos) })
	grown := 0
	for _, edit := range sorted {
		at := p.File.offset(edit.Pos)
		if at > p.head {
			at += p.head + len(gap) - p.start
			all = append(all, Span{at + grown, at + grown + len(edit.NewText)})
		}
		grown += len(edit.NewText) - int(edit.End-edit.Pos)
	}
	return all
}

// Tidy returns edits after which the declaration is as gofmt would have it, if
// it was before. Where the edits themselves do not see to that, because
// comments beside them are aligned anew, or a literal of one line becomes one
// of several, one edit from the first difference to the last takes their place.
func (p *Piece) Tidy(edits []analysis.TextEdit) ([]analysis.TextEdit, bool) {
	text, ok := p.Apply(edits)
	if !ok {
		return nil, false
	}
	formatted, err := format.Source(text)
	if err != nil {
		return nil, false
	}
	if !p.Clean || bytes.Equal(formatted, text) {
		return edits, true
	}
	var kept, inDecl []analysis.TextEdit
	for _, e := range edits {
		if p.File.offset(e.Pos) <= p.head {
			kept = append(kept, e)
		} else {
			inDecl = append(inDecl, e)
		}
	}
	decl, _ := p.File.rewrite(p.start, p.end, inDecl)
	const head = "package p" + gap
	formatted, err = format.Source(slices.Concat([]byte(head), decl, []byte("\n")))
	if err != nil {
		return nil, false
	}
	after, before := bytes.TrimSuffix(formatted[len(head):], []byte("\n")), p.File.text[p.start:p.end]
	from := 0
	for from < len(before) && from < len(after) && before[from] == after[from] {
		from++
	}
	from = bytes.LastIndexByte(before[:from], '\n') + 1
	oldEnd, newEnd := len(before), len(after)
	for oldEnd > from && newEnd > from && before[oldEnd-1] == after[newEnd-1] {
		oldEnd--
		newEnd--
	}
	return append(kept, analysis.TextEdit{Pos: p.File.tok.Pos(p.start + from), End: p.File.tok.Pos(p.start + oldEnd), NewText: after[from:newEnd]}), true
}

// Piece returns the piece that edits lie in, nil if they lie in none, or in
// several.
func (s *File) Piece(edits []analysis.TextEdit) *Piece {
	for _, e := range edits {
		if p := s.pieceAt(e.Pos); p != nil {
			return p
		}
	}
	return nil
}
