package fix

import (
	"bytes"
	"go/format"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// finish turns a draft into a fix, if what it makes of the file is known to
// compile, and to name the error that is lost.
func (w *work) finish(d draft) (analysis.SuggestedFix, bool) {
	fx, src := w.fx, w.src
	p := src.Piece(d.edits)
	if p == nil {
		return analysis.SuggestedFix{}, false
	}
	edits := slices.Clone(d.edits)
	for i, path := range d.imports {
		if !slices.Contains(d.imports[:i], path) {
			edits = append(edits, src.AddImport(path)...)
		}
	}
	// What the edits themselves put there is checked, and what gofmt makes of
	// it is offered: white space means nothing to the type checker, but an edit
	// of the white space of several lines hides which names it keeps.
	made, ok := fx.checker().compiles(p, edits)
	if !ok || !w.isApart(made) || d.names != nil && (!w.holds(made, d.names) || made.repeats(d.names) || !made.areNil(d.gone, d.names)) {
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
	return analysis.SuggestedFix{Message: d.message, TextEdits: edits}, true
}
