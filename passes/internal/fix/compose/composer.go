package compose

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/fix/check"
	"github.com/loglint/loglint/passes/internal/fix/linewriter"
	"github.com/loglint/loglint/passes/internal/fix/place"
	"github.com/loglint/loglint/passes/internal/fix/reach"
	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/fix/style"
	"github.com/loglint/loglint/passes/internal/fix/trace"
)

// Rooms are what the fixes of one package are made with.
type Rooms struct {
	Package *source.Package
	Lines   *style.Lines
	Loggers *reach.Loggers
	Writer  *linewriter.Writer
	Places  *place.Places
	Checker *check.Checker
}

// A Composer makes the fixes of one package.
type Composer struct {
	rooms    Rooms
	findings []defect.Finding                // of the package, those that may be given a fix
	given    map[*defect.Site]bool           // see hasFix
	apart    map[*types.Func][]*ast.CallExpr // see toldApart
}

// New returns a composer for a package, which has some findings that may be
// given a fix.
func New(rooms Rooms, findings []defect.Finding) *Composer {
	return &Composer{rooms: rooms, findings: findings, given: make(map[*defect.Site]bool)}
}

// For returns the fixes for a finding, the best first. Each is known to
// compile.
func (c *Composer) For(f defect.Finding) []analysis.SuggestedFix {
	if f.Site == nil {
		return nil
	}
	src := c.rooms.Package.File(f.Pos)
	if src == nil {
		return nil
	}
	w := &work{c: c, f: f, site: f.Site, src: src}
	w.at = c.rooms.Places.Of(src, f, w.doing())
	var fixes []analysis.SuggestedFix
	for _, d := range w.drafts() {
		if d.second && len(fixes) == 0 {
			break
		}
		fix, ok := w.finish(d)
		for i := 0; !ok && i < len(d.instead); i++ {
			fix, ok = w.finish(d.instead[i])
		}
		if ok && !slices.ContainsFunc(fixes, func(o analysis.SuggestedFix) bool { return o.Message == fix.Message }) {
			fixes = append(fixes, fix)
		}
	}
	c.given[f.Site] = len(fixes) > 0
	return fixes
}

// isFirstOf reports whether no finding of more confidence, and of the same none before
// this one, is given a line for the same branch: one line is enough for all the errors
// that come there, and where any of the findings is shown, the surest is.
func (w *work) isFirstOf() bool {
	before := true
	for _, f := range w.c.findings {
		if f.Site == w.site {
			before = false
			continue
		}
		sure, than := defect.ByPoints(f.Category, f.Evidence), defect.ByPoints(w.f.Category, w.f.Evidence)
		surer := sure > than || before && sure == than
		if surer && trace.SharesExit(f.Site, w.site) && w.c.hasFix(f) {
			return false
		}
	}
	return true
}

// hasFix reports whether a finding has a fix.
func (c *Composer) hasFix(f defect.Finding) bool {
	if has, known := c.given[f.Site]; known {
		return has
	}
	return len(c.For(f)) > 0
}
