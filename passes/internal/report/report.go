// Package report turns findings of the engine into diagnostics, in the same
// way for each pass.
package report

import (
	"bytes"
	"cmp"
	"flag"
	"go/token"
	"os"
	"slices"

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
	causes := make([]selection.Cause, len(shown))
	for i, s := range shown {
		causes[i] = s.Cause
	}
	first, behind := selection.Together(causes)
	for _, i := range first {
		f := result.Findings[shown[i].Index]
		d := analysis.Diagnostic{
			Pos:      f.Pos,
			End:      f.End,
			Category: string(f.Category),
			URL:      URL(string(f.Category)),
			Message:  shown[i].Message,
		}
		if errfate.Fixes() {
			d.SuggestedFixes = fixer.For(f)
			if len(d.SuggestedFixes) > 1 && !errfate.Alternatives() {
				d.SuggestedFixes = d.SuggestedFixes[:1]
			}
		}
		if others := behind[i]; len(others) > 0 {
			// Their places are not related ones: golangci-lint prints each as an issue.
			d.Message = causes[i].With(len(others))
			for _, j := range others {
				if errfate.Fixes() {
					d.SuggestedFixes = joined(d.SuggestedFixes, fixer.For(result.Findings[shown[j].Index]))
				}
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

// joined adds the first fix of another finding to that of one, if they go together.
func joined(fixes, others []analysis.SuggestedFix) []analysis.SuggestedFix {
	switch {
	case len(others) == 0:
		return fixes
	case len(fixes) == 0:
		return others[:1]
	}
	to := analysis.SuggestedFix{Message: fixes[0].Message, TextEdits: slices.Clone(fixes[0].TextEdits)}
	for _, e := range others[0].TextEdits {
		same := func(o analysis.TextEdit) bool {
			return o.Pos == e.Pos && o.End == e.End && bytes.Equal(o.NewText, e.NewText)
		}
		touches := func(o analysis.TextEdit) bool { return o.Pos <= cmp.Or(e.End, e.Pos) && e.Pos <= cmp.Or(o.End, o.Pos) }
		switch {
		case slices.ContainsFunc(to.TextEdits, same):
		case slices.ContainsFunc(to.TextEdits, touches):
			return fixes
		default:
			to.TextEdits = append(to.TextEdits, e)
		}
	}
	return []analysis.SuggestedFix{to}
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
