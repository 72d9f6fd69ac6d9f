// Package report turns findings of the engine into diagnostics, in the same
// way for each pass.
package report

import (
	"flag"
	"go/token"
	"os"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/internal/selection"
	"github.com/loglint/loglint/passes/errfate"
	"github.com/loglint/loglint/passes/internal/fix"
)

// URL returns where users read about a category: each diagnostic's URL. It is
// the catalogue of rules and not the page of the pass, which has no section
// for a category.
func URL(category string) string {
	return "https://github.com/loglint/loglint/blob/main/docs/rules.md#" + category
}

// A Switch is a category of a pass.
type Switch struct {
	Category defect.Category
	Doc      string // one line, for the flag's usage
}

// Switches are the categories of a pass. Each is a flag of the pass: on by
// default, since a finding's confidence decides whether it is shown.
type Switches []Switch

// Flags returns the switches as flags.
func (s Switches) Flags() flag.FlagSet {
	var fs flag.FlagSet
	for _, sw := range s {
		fs.Bool(string(sw.Category), true, "report "+sw.Doc)
	}
	return fs
}

// Run reports the findings of the pass's categories that are shown, and the ignores
// of those categories that silence nothing.
func Run(pass *analysis.Pass) (any, error) {
	result := pass.ResultOf[errfate.Analyzer].(*errfate.Result)
	fixer := fix.New(readable(pass))
	findings, ignores := selection.Of(pass, result)
	shown, unused := selection.SettingsOf(pass.Analyzer).Select(findings, ignores, nil)
	for _, s := range shown {
		f := result.Findings[s.Index]
		d := analysis.Diagnostic{
			Pos:      f.Pos,
			End:      f.End,
			Category: string(f.Category),
			URL:      URL(string(f.Category)),
			Message:  s.Message,
		}
		if errfate.Fixes() {
			d.SuggestedFixes = fixer.For(f)
			if len(d.SuggestedFixes) > 1 && !errfate.Alternatives() {
				d.SuggestedFixes = d.SuggestedFixes[:1]
			}
		}
		pass.Report(d)
	}
	for _, i := range unused {
		ig := result.Directives.Ignores[i]
		directive(pass, ig.Pos, ig.End, selection.UnusedMessage(ignores[i]))
	}
	return nil, nil
}

// directive reports a comment that speaks to loglint.
func directive(pass *analysis.Pass, pos, end token.Pos, message string) {
	pass.Report(analysis.Diagnostic{
		Pos: pos, End: end, Category: selection.Directive, URL: URL(selection.Directive), Message: message,
	})
}

// readable returns a pass that can read its files. That of nogo, Bazel's driver,
// cannot, though the files are at hand.
func readable(pass *analysis.Pass) *analysis.Pass {
	if pass.ReadFile != nil {
		return pass
	}
	with := *pass
	with.ReadFile = os.ReadFile
	return &with
}

// Broken reports the directives that cannot be obeyed and the functions whose
// analysis was given up. One pass does it for all.
func Broken(pass *analysis.Pass) {
	result := pass.ResultOf[errfate.Analyzer].(*errfate.Result)
	if result.Directives != nil {
		for _, p := range result.Directives.Problems {
			directive(pass, p.Pos, p.End, p.Text)
		}
	}
	for _, f := range result.Failures {
		pass.Report(analysis.Diagnostic{
			Pos: f.Pos, Category: selection.Internal, URL: URL(selection.Internal), Message: selection.FailureMessage(f),
		})
	}
}
