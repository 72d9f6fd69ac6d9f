// Package inmemory analyses packages in this process, with all that they
// import loaded from source, and keeps nothing for the next run.
//
// Its law: what it reports of a package is what the go command's run of the
// same passes reports. Like that it looks at a package once, together with its
// tests, unless these do not type-check: then it looks at it without them.
package inmemory

import (
	"cmp"
	"fmt"
	"go/token"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
)

// Run analyses the packages that the patterns name. Its error means that none
// could be.
func Run(passes []*analysis.Analyzer, patterns []string) (finding.Report, error) {
	var report finding.Report
	loaded, err := packages.Load(&packages.Config{
		Mode:  packages.LoadAllSyntax | packages.NeedModule | packages.NeedForTest,
		Tests: true,
	}, patterns...)
	if err != nil {
		return report, err
	}
	if len(loaded) == 0 {
		return report, fmt.Errorf("%s matched no packages", strings.Join(patterns, " "))
	}
	packages.Visit(loaded, nil, func(p *packages.Package) {
		for _, e := range p.Errors {
			report.Errors = append(report.Errors, finding.Error{Package: finding.PackagePath(p.ID), Line: e.Error()})
		}
	})
	roots := chosen(loaded)
	for _, p := range roots {
		if p.IllTyped {
			report.Skipped = append(report.Skipped, finding.Skipped{Package: finding.PackagePath(p.ID), Reason: reason(p)})
		}
	}
	graph, err := checker.Analyze(passes, roots, nil)
	if err != nil {
		return report, err
	}
	for _, act := range graph.Roots {
		path := finding.PackagePath(act.Package.ID)
		switch {
		case act.Package.IllTyped: // said above
		case act.Err != nil:
			report.Failures = append(report.Failures, finding.Failure{Package: path, Pass: act.Analyzer.Name, Text: act.Err.Error()})
		default:
			for _, d := range act.Diagnostics {
				report.Findings = append(report.Findings, convert(act.Package.Fset, path, act.Analyzer.Name, d))
			}
		}
	}
	return report, nil
}

// chosen returns the packages to be looked at: of each that was named the
// variant with its tests, if there is one that type-checks, and the package of
// its external tests.
func chosen(loaded []*packages.Package) []*packages.Package {
	withTests := make(map[string]bool)
	for _, p := range loaded {
		if p.ForTest == p.PkgPath && p.ForTest != "" && !p.IllTyped {
			withTests[p.PkgPath] = true
		}
	}
	plain := make(map[string]bool)
	for _, p := range loaded {
		if p.ForTest == "" {
			plain[p.PkgPath] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(loaded), func(p *packages.Package) bool {
		if path, ok := strings.CutSuffix(p.ID, ".test"); ok && plain[path] {
			return true // the program made of the tests
		}
		if p.ForTest == "" {
			return withTests[p.PkgPath]
		}
		return p.ForTest == p.PkgPath && !withTests[p.PkgPath] && plain[p.PkgPath]
	})
}

// reason says in short why a package cannot be analysed; its errors are said in
// full elsewhere.
func reason(p *packages.Package) string {
	imports := slices.SortedFunc(maps.Values(p.Imports), func(a, b *packages.Package) int {
		return strings.Compare(a.ID, b.ID)
	})
	for _, q := range slices.Concat([]*packages.Package{p}, imports) {
		for _, e := range q.Errors {
			if e.Kind == packages.ListError || e.Kind == packages.UnknownError {
				return e.Msg
			}
		}
	}
	if len(p.Errors) > 0 {
		return finding.DoesNotCompile
	}
	var broken []string
	packages.Visit(imports, nil, func(p *packages.Package) {
		if len(p.Errors) > 0 {
			broken = append(broken, p.PkgPath)
		}
	})
	if len(broken) == 0 {
		return finding.DoesNotCompile
	}
	return "it imports " + slices.Min(broken)
}

func convert(fset *token.FileSet, path, pass string, d analysis.Diagnostic) finding.Finding {
	f := finding.Finding{
		Package: path, Pass: pass, Category: d.Category, Message: d.Message,
		Pos: position(fset, d.Pos), End: position(fset, cmp.Or(d.End, d.Pos)),
	}
	for _, fix := range d.SuggestedFixes {
		to := finding.Fix{Message: fix.Message}
		for _, e := range fix.TextEdits {
			start, end := fset.Position(e.Pos), fset.Position(cmp.Or(e.End, e.Pos))
			to.Edits = append(to.Edits, finding.Edit{File: start.Filename, Start: start.Offset, End: end.Offset, New: string(e.NewText)})
		}
		f.Fixes = append(f.Fixes, to)
	}
	for _, rel := range d.Related {
		f.Related = append(f.Related, finding.Related{
			Pos: position(fset, rel.Pos), End: position(fset, cmp.Or(rel.End, rel.Pos)), Message: rel.Message,
		})
	}
	return f
}

func position(fset *token.FileSet, pos token.Pos) finding.Position {
	return finding.ParsePosition(fset.Position(pos).String())
}
