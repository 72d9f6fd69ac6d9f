package check

import (
	"bytes"
	"go/format"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/fix/source"
)

// A Draft is a fix that is to be verified, and what it claims.
type Draft struct {
	Message string
	Edits   []analysis.TextEdit
	Imports []string     // paths of packages that the edits name
	Names   []string     // what the edits call the lost error; none for a fix that is not about one
	Gone    []*types.Var // errors that a line does not tell of any more
}

// Verify turns a draft of a fix for a finding into a fix, if what it makes of the file
// is known to compile, and to name the error that is lost.
func (c *Checker) Verify(src *source.File, f defect.Finding, d Draft) (analysis.SuggestedFix, bool) {
	p := src.Piece(d.Edits)
	if p == nil {
		return analysis.SuggestedFix{}, false
	}
	edits := slices.Clone(d.Edits)
	for i, path := range d.Imports {
		if !slices.Contains(d.Imports[:i], path) {
			edits = append(edits, src.AddImport(path)...)
		}
	}
	// What the edits themselves put there is checked, and what gofmt makes of
	// it is offered: white space means nothing to the type checker, but an edit
	// of the white space of several lines hides which names it keeps.
	made, ok := c.compiles(p, edits)
	if !ok || !c.isApart(made, f.Site) || d.Names != nil && (!made.Holds(f, c.findings, d.Names) || made.Repeats(d.Names) || !made.AreNil(d.Gone, d.Names)) {
		return analysis.SuggestedFix{}, false
	}
	edits, ok = p.Tidy(edits)
	if !ok {
		return analysis.SuggestedFix{}, false
	}
	text, ok := p.Apply(edits)
	if before, _ := p.Apply(nil); !ok || bytes.Equal(text, before) {
		return analysis.SuggestedFix{}, false
	}
	if formatted, err := format.Source(text); err != nil || p.Clean && !bytes.Equal(formatted, text) {
		return analysis.SuggestedFix{}, false
	}
	return analysis.SuggestedFix{Message: d.Message, TextEdits: edits}, true
}
