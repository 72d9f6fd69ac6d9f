package fix

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/passes/errfate"
	"github.com/loglint/loglint/passes/internal/fix/logline"
	"github.com/loglint/loglint/passes/internal/fix/reach"
	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/fix/style"
)

// A Fixer makes the fixes of one package. What it learns of how the package
// writes its lines, it learns once.
type Fixer struct {
	*source.Package
	*style.Lines
	*reach.Loggers
	*logline.Writer
	tests    *Fixer // for tests
	result   *errfate.Result
	resets   map[types.Object]bool  // see setAgain
	mendable []errfate.Finding      // see open
	given    map[*errfate.Site]bool // see hasFix
	checks   *checker
}

// New returns a fixer for the package of a pass.
func New(pass *analysis.Pass) *Fixer {
	result := pass.ResultOf[errfate.Analyzer].(*errfate.Result)
	fx := newFixer(source.New(pass, source.OwnFiles(pass)), result)
	if len(fx.Files) < len(pass.Files) {
		fx.tests = newFixer(source.New(pass, pass.Files), result)
	}
	return fx
}

func newFixer(pkg *source.Package, result *errfate.Result) *Fixer {
	lines, loggers := style.New(pkg, result.Lines), reach.New(pkg, result.Put, result.Sure)
	return &Fixer{Package: pkg, Lines: lines, Loggers: loggers, Writer: logline.New(pkg, lines, loggers, result.Findings), result: result, given: make(map[*errfate.Site]bool)}
}

// checker returns what type-checks fixes.
func (fx *Fixer) checker() *checker {
	if fx.checks == nil {
		fx.checks = newChecker(fx.Package)
	}
	return fx.checks
}

// For returns the fixes for a finding, the best first. Each is known to
// compile.
func (fx *Fixer) For(f errfate.Finding) []analysis.SuggestedFix {
	if f.Site == nil {
		return nil
	}
	if fx.tests != nil && !fx.Sees(f.Pos) {
		return fx.tests.For(f)
	}
	src := fx.File(f.Pos)
	if src == nil {
		return nil
	}
	w := &work{fx: fx, f: f, site: f.Site, src: src}
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
	fx.given[f.Site] = len(fixes) > 0
	return fixes
}

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
	fx   *Fixer
	f    errfate.Finding
	site *errfate.Site
	src  *source.File
}

// drafts returns what might mend the finding, the best first.
func (w *work) drafts() []draft {
	switch w.site.Kind {
	case errfate.LineWithoutContext:
		return w.contextDrafts()
	case errfate.LineWithoutError:
		return w.valueDrafts()
	case errfate.PanicRecovered:
		return w.recoverDrafts()
	case errfate.Unlooked:
		return w.untakenDrafts()
	default:
		return w.leavingDrafts()
	}
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
