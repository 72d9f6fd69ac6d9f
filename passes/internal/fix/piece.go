package fix

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/token"
	"slices"
	"sort"

	"golang.org/x/tools/go/analysis"
)

// A piece is all of a file that the edits of one fix can change: its head,
// which ends with the last import, and one declaration.
//
// Everything that is done to verify a fix is done to its piece, so that it
// costs what the function is long, not what the file is, or the package.
type piece struct {
	src        *source
	decl       ast.Decl
	head       int // the offset in the file at which the head ends
	start, end int // those of the declaration, with its doc comment, and to the end of its last line
	clean      bool

	unedited *checked // what the type checker says of it as it is, once it is asked
}

// Between the head and the declaration, as between any two declarations.
const gap = "\n\n"

// piece returns the piece around pos, nil if pos lies in no declaration that a
// fix can be in.
func (s *source) piece(pos token.Pos) *piece {
	for _, decl := range s.file.Decls {
		if decl.Pos() <= pos && pos <= decl.End() {
			if s.last == nil || s.last.decl != decl {
				s.last = s.cut(decl)
			}
			return s.last
		}
	}
	return nil
}

// cut returns the piece of a declaration, or nil.
func (s *source) cut(decl ast.Decl) *piece {
	p := &piece{src: s, decl: decl, head: s.lineEnd(s.file.Name.End()), start: s.offset(decl.Pos()), end: s.lineEnd(decl.End())}
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
	for _, d := range s.file.Decls {
		if gen, ok := d.(*ast.GenDecl); ok && gen.Tok == token.IMPORT {
			p.head = s.lineEnd(gen.End())
		}
	}
	if p.start <= p.head {
		return nil // they share a line
	}
	text, ok := p.apply(nil)
	formatted, err := format.Source(text)
	p.clean = err == nil && bytes.Equal(formatted, text)
	if !ok {
		return nil
	}
	return p
}

// lineEnd returns the offset at which the line of pos ends.
func (s *source) lineEnd(pos token.Pos) int {
	from := s.offset(pos)
	if i := bytes.IndexByte(s.text[from:], '\n'); i >= 0 {
		return from + i
	}
	return len(s.text)
}

// apply returns the text of the piece with edits applied, and whether they can
// be: they lie in the piece, do not overlap, and touch no comment.
func (p *piece) apply(edits []analysis.TextEdit) ([]byte, bool) {
	var inHead, inDecl []analysis.TextEdit
	for _, e := range edits {
		if p.src.offset(e.Pos) <= p.head {
			inHead = append(inHead, e)
		} else {
			inDecl = append(inDecl, e)
		}
	}
	head, ok := p.src.rewrite(0, p.head, inHead)
	if !ok {
		return nil, false
	}
	decl, ok := p.src.rewrite(p.start, p.end, inDecl)
	if !ok {
		return nil, false
	}
	return slices.Concat(head, []byte(gap), decl, []byte("\n")), true
}

// rewrite returns the text between two offsets with edits applied.
func (s *source) rewrite(from, to int, edits []analysis.TextEdit) ([]byte, bool) {
	edits = slices.Clone(edits)
	sort.SliceStable(edits, func(i, j int) bool { return edits[i].Pos < edits[j].Pos })
	var b bytes.Buffer
	for _, e := range edits {
		if e.Pos < s.file.FileStart || e.End < e.Pos || e.End > s.file.FileEnd {
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
func (s *source) keepsComments(e analysis.TextEdit) bool {
	for _, group := range s.file.Comments {
		for _, c := range group.List {
			if c.End() > e.Pos && c.Pos() < e.End && !bytes.Contains(e.NewText, []byte(c.Text)) && !nolintErrcheck.MatchString(c.Text) {
				return false
			}
		}
	}
	return true
}

// moved returns the offset in the edited piece of what stands at pos in the
// file, and whether it is still there.
func (p *piece) moved(pos token.Pos, edits []analysis.TextEdit) (int, bool) {
	at := p.src.offset(pos)
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

// tidy returns edits after which the declaration is as gofmt would have it, if
// it was before. Where the edits themselves do not see to that, because
// comments beside them are aligned anew, or a literal of one line becomes one
// of several, one edit from the first difference to the last takes their place.
func (p *piece) tidy(edits []analysis.TextEdit) ([]analysis.TextEdit, bool) {
	text, ok := p.apply(edits)
	if !ok {
		return nil, false
	}
	formatted, err := format.Source(text)
	if err != nil {
		return nil, false
	}
	if !p.clean || bytes.Equal(formatted, text) {
		return edits, true
	}
	var kept, inDecl []analysis.TextEdit
	for _, e := range edits {
		if p.src.offset(e.Pos) <= p.head {
			kept = append(kept, e)
		} else {
			inDecl = append(inDecl, e)
		}
	}
	decl, _ := p.src.rewrite(p.start, p.end, inDecl)
	const head = "package p" + gap
	formatted, err = format.Source(slices.Concat([]byte(head), decl, []byte("\n")))
	if err != nil {
		return nil, false
	}
	after, before := bytes.TrimSuffix(formatted[len(head):], []byte("\n")), p.src.text[p.start:p.end]
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
	return append(kept, analysis.TextEdit{Pos: p.src.tok.Pos(p.start + from), End: p.src.tok.Pos(p.start + oldEnd), NewText: after[from:newEnd]}), true
}
