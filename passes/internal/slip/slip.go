// Package slip finds defects that need no path: objects that nobody asks for the error they
// keep, channels that nobody receives from, errors that are nil where they are wrapped or
// returned, and lines that are begun and never written. Whatever the error is about, nobody
// meant it so.
package slip

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/intent"
	"github.com/loglint/loglint/passes/internal/locate"
)

// A Finder finds the slips of a package.
type Finder struct{ *locate.Locator }

// New returns a finder, which looks at the source through loc.
func New(loc *locate.Locator) *Finder { return &Finder{loc} }

// Findings returns the slips of a function, of which others have found already what is
// found: where an error is lost by the same statement, or with the same line, that says more.
func (g *Finder) Findings(fn *ssa.Function, found []defect.Finding) []defect.Finding {
	findings := slices.Concat(g.unasked(fn), g.channels(fn), g.neverWritten(fn, found))
	for _, f := range g.wrong(fn) {
		if !slices.ContainsFunc(found, func(other defect.Finding) bool { return other.Pos == f.Pos }) {
			findings = append(findings, f)
		}
	}
	return findings
}

// weighed completes a finding: by where it stands, and what comments say there.
func (g *Finder) weighed(fn *ssa.Function, f defect.Finding) defect.Finding {
	if g.InHarness(fn.Pos()) {
		f.Evidence = append(f.Evidence, defect.EvHarness)
	}
	if stmt := g.Source.Statement(f.Pos); g.Source.Comments(f.Pos, f.End, stmt) == intent.Reasoned || g.Source.Above(stmt) == intent.Reasoned {
		f.Evidence = append(f.Evidence, defect.EvReason)
	}
	g.Include(&f.Span, f.Pos, f.End)
	return f
}
