package record

import (
	"cmp"
	"go/token"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/internal/selection"
	"github.com/loglint/loglint/passes/errfate"
	"github.com/loglint/loglint/passes/internal/fix"
)

// Analyzer writes down what the engine has found in a package, in one diagnostic
// where the package begins: drivers hand on nothing else. A package in which nothing
// was found has one as well, so that it is known to have been looked at.
var Analyzer = &analysis.Analyzer{
	Name:       "loglint",
	Doc:        "write down what is found\n\nThe command runs this for itself; see its passes for what is found.",
	URL:        "https://github.com/loglint/loglint",
	Run:        run,
	Requires:   []*analysis.Analyzer{errfate.Analyzer},
	ResultType: reflect.TypeFor[Unit](),
}

func run(pass *analysis.Pass) (any, error) {
	u := unitOf(pass, pass.ResultOf[errfate.Analyzer].(*errfate.Result))
	if len(pass.Files) == 0 {
		return u, nil
	}
	text, err := u.Encode()
	if err != nil {
		return nil, err
	}
	pass.Report(analysis.Diagnostic{Pos: pass.Files[0].Package, Message: text})
	return u, nil
}

// unitOf returns what the engine has found, with the fixes if they are wanted.
func unitOf(pass *analysis.Pass, result *errfate.Result) Unit {
	rangeOf := func(pos, end token.Pos) Range {
		p, e := pass.Fset.Position(pos), pass.Fset.Position(cmp.Or(end, pos))
		p.Offset, e.Offset = 0, 0 // edits alone count bytes
		return Range{p, e}
	}
	findings, ignores := selection.Of(pass, result)
	u := Unit{Types: result.Types, Package: result.Package}
	fixer := fix.New(pass)
	for i, f := range result.Findings {
		span := rangeOf(f.Span.Pos, f.Span.End)
		found := Finding{Finding: findings[i], Range: rangeOf(f.Pos, f.End), First: span.Pos.Line, Last: span.End.Line}
		if errfate.Fixes() {
			found.Fixes = fixes(pass.Fset, fixer.For(f))
		}
		u.Findings = append(u.Findings, found)
	}
	for _, c := range result.Courses {
		to := Course{Range: rangeOf(c.Pos, c.End), Subject: c.Subject, Class: c.Class, From: c.From, Does: c.Does, Func: c.Func, Of: c.Of, Paths: c.Paths}
		if c.Found.Category != "" {
			to.Found = 1 + slices.IndexFunc(result.Findings, func(f defect.Finding) bool { return f.Pos == c.Found.Pos && f.Category == c.Found.Category })
		}
		u.Courses = append(u.Courses, to)
	}
	if result.Directives != nil {
		for i, ig := range result.Directives.Ignores {
			u.Ignores = append(u.Ignores, Ignore{ignores[i], rangeOf(ig.Pos, ig.End)})
		}
		for _, p := range result.Directives.Problems {
			u.Problems = append(u.Problems, Note{rangeOf(p.Pos, p.End), p.Text})
		}
	}
	for _, f := range result.Failures {
		u.Failures = append(u.Failures, Note{rangeOf(f.Pos, f.Pos), selection.FailureMessage(f)})
	}
	return u
}

// fixes returns suggested fixes as what they do to files.
func fixes(fset *token.FileSet, suggested []analysis.SuggestedFix) []Fix {
	var all []Fix
	for _, s := range suggested {
		to := Fix{Message: s.Message}
		for _, e := range s.TextEdits {
			start, end := fset.PositionFor(e.Pos, false), fset.PositionFor(cmp.Or(e.End, e.Pos), false)
			to.Edits = append(to.Edits, Edit{start.Filename, start.Offset, end.Offset, string(e.NewText)})
		}
		// As drivers that check fixes put them.
		slices.SortStableFunc(to.Edits, func(a, b Edit) int {
			return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
		})
		all = append(all, to)
	}
	return all
}
