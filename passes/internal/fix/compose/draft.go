package compose

import (
	"fmt"
	"go/types"
	"path/filepath"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/fix/check"
	"github.com/loglint/loglint/passes/internal/fix/linewriter"
	"github.com/loglint/loglint/passes/internal/fix/place"
	"github.com/loglint/loglint/passes/internal/fix/source"
)

// A draft is a fix that is not verified yet.
type draft struct {
	message string
	edits   []analysis.TextEdit
	imports []string     // paths of packages that the edits name
	second  bool         // it changes more than the trace, and is no fix where there is no other
	instead []draft      // what to try where it fails
	gone    []*types.Var // errors that a line does not tell of any more
	names   []string     // what the edits call the lost error; none for a fix that is not about one
}

// work is the making of the fixes for one finding.
type work struct {
	at   *place.Spot
	c    *Composer
	f    defect.Finding
	site *defect.Site
	src  *source.File
}

// drafts returns what might mend the finding, the best first.
func (w *work) drafts() []draft {
	switch w.site.Kind {
	case defect.LineWithoutContext:
		return contextFix{w}.drafts()
	case defect.LineWithoutError:
		return w.valueDrafts()
	case defect.PanicRecovered:
		return w.recoverDrafts()
	case defect.Untaken:
		return untakenFix{w}.drafts()
	default:
		return w.leavingDrafts()
	}
}

// like says which line of the package a line was made like, for the message of a fix: a reviewer
// can compare the two.
func (w *work) like(m linewriter.Line) string {
	if m.Like == nil {
		return ""
	}
	from := w.c.rooms.Package.Pass.Fset.Position(m.Like.Pos())
	if w.c.rooms.Package.File(m.Like.Pos()) == w.src {
		return fmt.Sprintf(", as at line %d", from.Line)
	}
	return fmt.Sprintf(", as at %s:%d", filepath.Base(from.Filename), from.Line)
}

// finish turns a draft into a fix, if it can be shown to be one.
func (w *work) finish(d draft) (analysis.SuggestedFix, bool) {
	return w.c.rooms.Checker.Verify(w.src, w.f, check.Draft{Message: d.message, Edits: d.edits, Imports: d.imports, Names: d.names, Gone: d.gone})
}

// some returns the drafts that could be made.
func some(drafts ...*draft) []draft {
	var made []draft
	for _, d := range drafts {
		if d != nil && len(d.edits) > 0 {
			made = append(made, *d)
		}
	}
	return made
}
