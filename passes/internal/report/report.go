// Package report turns findings of the engine into diagnostics, in the same
// way for each pass.
package report

import (
	"flag"
	"fmt"
	"os"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/passes/errfate"
	"github.com/loglint/loglint/passes/internal/fix"
)

// URL returns where users read about a category: each diagnostic's URL. It is
// the catalogue of rules and not the page of the pass, which has no section
// for a category.
func URL(category string) string {
	return "https://github.com/loglint/loglint/blob/main/docs/rules.md#" + category
}

// A Switch is a category of a pass with its switch.
type Switch struct {
	Category errfate.Category
	Doc      string // one line, for the flag's usage
	on       bool
}

// Switches are the categories of a pass. Each is a flag of the pass: on by
// default, since a finding's confidence decides whether it is shown.
type Switches []*Switch

// Flags binds the switches.
func (s Switches) Flags() flag.FlagSet {
	var fs flag.FlagSet
	for _, sw := range s {
		fs.BoolVar(&sw.on, string(sw.Category), true, "report "+sw.Doc)
	}
	return fs
}

// has reports whether the category belongs to the pass, and whether it is
// switched on.
func (s Switches) has(c errfate.Category) (mine, on bool) {
	for _, sw := range s {
		if sw.Category == c {
			return true, sw.on || errfate.All()
		}
	}
	return false, false
}

// Run reports the findings of the pass's categories that are shown and not
// silenced, and the ignores of those categories that silence nothing.
func (s Switches) Run(pass *analysis.Pass) (any, error) {
	result := pass.ResultOf[errfate.Analyzer].(*errfate.Result)
	fixer := fix.New(readable(pass))
	for _, f := range result.Findings {
		mine, on := s.has(f.Category)
		if !mine {
			continue
		}
		// An ignore is in use also where the finding is not shown.
		if result.Directives.Ignored(pass.Fset, f.Pos, pass.Analyzer.Name, string(f.Category)) {
			continue
		}
		if !on {
			continue
		}
		if !f.Shown() {
			raised, would := f.Raised()
			if !would || !errfate.Linked() {
				continue
			}
			f = raised
		}
		d := analysis.Diagnostic{
			Pos:      f.Pos,
			End:      f.End,
			Category: string(f.Category),
			URL:      URL(string(f.Category)),
			Message:  message(f),
		}
		if errfate.Fixes() {
			d.SuggestedFixes = fixer.For(f)
			if len(d.SuggestedFixes) > 1 && !errfate.Alternatives() {
				d.SuggestedFixes = d.SuggestedFixes[:1]
			}
		}
		pass.Report(d)
	}
	if result.Directives != nil {
		unused := result.Directives.Unused(func(category string) bool {
			mine, on := s.has(errfate.Category(category))
			return mine && on
		})
		for _, ig := range unused {
			pass.Report(analysis.Diagnostic{
				Pos: ig.Pos, End: ig.End, Category: "directive", URL: URL("directive"),
				Message: fmt.Sprintf("//loglint:ignore %s silences nothing here", joined(ig.Categories)),
			})
		}
	}
	return nil, nil
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

// message is what a diagnostic says: it stands alone, since drivers print
// neither the category nor the URL.
func message(f errfate.Finding) string {
	text := f.Text
	if errfate.ShowEvidence() {
		text += " ["
		for i, ev := range f.Evidence {
			if i > 0 {
				text += ", "
			}
			text += ev.String()
		}
		if len(f.Evidence) > 0 {
			text += ": "
		}
		text += f.Confidence.String() + "]"
	}
	return fmt.Sprintf("%s (%s)", text, f.Category)
}

// Broken reports the directives that cannot be obeyed and the functions whose
// analysis was given up. One pass does it for all.
func Broken(pass *analysis.Pass) {
	result := pass.ResultOf[errfate.Analyzer].(*errfate.Result)
	if result.Directives != nil {
		for _, p := range result.Directives.Problems {
			pass.Report(analysis.Diagnostic{
				Pos: p.Pos, End: p.End, Category: "directive", URL: URL("directive"),
				Message: p.Text,
			})
		}
	}
	for _, f := range result.Failures {
		pass.Report(analysis.Diagnostic{
			Pos: f.Pos, Category: "internal", URL: URL("internal"),
			Message: "internal error in loglint, please report it: " + f.Text,
		})
	}
}

func joined(categories []string) string {
	text := ""
	for i, c := range slices.Sorted(slices.Values(categories)) {
		if i > 0 {
			text += ","
		}
		text += c
	}
	return text
}
