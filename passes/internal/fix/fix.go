package fix

import (
	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/errfate"
	"github.com/loglint/loglint/passes/internal/fix/check"
	"github.com/loglint/loglint/passes/internal/fix/compose"
	"github.com/loglint/loglint/passes/internal/fix/linewriter"
	"github.com/loglint/loglint/passes/internal/fix/place"
	"github.com/loglint/loglint/passes/internal/fix/reach"
	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/fix/style"
)

// A Fixer makes the fixes of one package. What it learns of how the package
// writes its lines, it learns once.
type Fixer struct {
	own   *source.Package
	fixes *compose.Composer
	tests *compose.Composer // for files of tests, nil if the pass has none
}

// New returns a fixer for the package of a pass.
func New(pass *analysis.Pass) *Fixer {
	result := pass.ResultOf[errfate.Analyzer].(*errfate.Result)
	own := source.New(pass, source.OwnFiles(pass))
	fx := &Fixer{own: own, fixes: composer(own, result)}
	if len(own.Files) < len(pass.Files) {
		fx.tests = composer(source.New(pass, pass.Files), result)
	}
	return fx
}

// composer puts the rooms together that make the fixes of a package.
func composer(pkg *source.Package, result *errfate.Result) *compose.Composer {
	// All of them, shown or not, so that a fix is the same whatever else is selected.
	var findings []defect.Finding
	for _, f := range result.Findings {
		if f.Site != nil {
			findings = append(findings, f)
		}
	}
	lines := style.New(pkg, result.Lines)
	loggers := reach.New(pkg, result.Put, result.Sure)
	return compose.New(compose.Rooms{
		Package: pkg,
		Lines:   lines,
		Loggers: loggers,
		Writer:  linewriter.New(pkg, lines, loggers, result.Findings),
		Places:  place.New(pkg, findings),
		Checker: check.New(pkg, findings),
	}, findings)
}

// For returns the fixes for a finding, the best first. Each is known to
// compile. A mistake of this program in making one costs the fix, not the finding, nor the run.
func (fx *Fixer) For(f defect.Finding) (fixes []analysis.SuggestedFix) {
	defer func() {
		//loglint:ignore recovered the finding is shown, without a fix; a pass has nowhere to write lines
		if recover() != nil {
			fixes = nil
		}
	}()
	if fx.tests != nil && !fx.own.Sees(f.Pos) {
		return fx.tests.For(f)
	}
	return fx.fixes.For(f)
}
