// Package inmemory analyses packages in this process, with all that they
// import loaded from source, and keeps nothing for the next run.
//
// Its law: what it reports of a package is what the go command's run of the
// same passes reports. Like that it looks at a package once, together with its
// tests, unless these do not type-check: then it looks at it without them.
//
// It takes the packages in the order of their imports. Of one that was looked at there
// stays what it declares, what analyzers have said of that, and what is to be printed:
// not its syntax, nor what was made of that, which for all packages together would be
// gigabytes. So this is a driver of its own, and not that of x/tools, which keeps them.
package inmemory

import (
	"cmp"
	"go/token"
	"maps"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
)

// A Driver runs passes on packages.
type Driver struct {
	Passes []*analysis.Analyzer
	// Tabled, if it is not nil, reports of a path whether the passes know its package
	// without looking at it. Where it is only imported, what it declares is loaded, and
	// no pass runs on it.
	Tabled func(path string) bool
}

// Run analyses the packages that the patterns name. Its error means that none
// could be.
func (d *Driver) Run(patterns ...string) (finding.Report, error) {
	var report finding.Report
	g, err := load(patterns)
	if err != nil {
		return report, err
	}
	if err := analysis.Validate(d.Passes); err != nil {
		return report, err
	}
	d.look(g)
	for _, n := range g.nodes {
		for _, e := range n.Errors {
			report.Errors = append(report.Errors, finding.Error{Package: finding.PackagePath(n.ID), Line: e.Error()})
		}
	}
	roots := chosen(g.loaded)
	for _, p := range roots {
		if p.IllTyped {
			report.Skipped = append(report.Skipped, finding.Skipped{Package: finding.PackagePath(p.ID), Reason: reason(p)})
		}
		report.Failures = append(report.Failures, g.byID[p.ID].failures...)
		report.Findings = append(report.Findings, g.byID[p.ID].found...)
	}
	return report, nil
}

// look loads and analyses each package after those that it imports.
func (d *Driver) look(g *graph) {
	defer pace()()
	s := &source{graph: g, fset: token.NewFileSet()}
	imported := &facts{all: make(map[factKey]analysis.Fact)}
	g.each(runtime.GOMAXPROCS(0), func(n *node) {
		if !n.root && d.Tabled != nil && d.Tabled(n.PkgPath) {
			s.declare(n)
		} else {
			s.analyse(s.open(n), d.Passes, imported, n.root && !n.tested)
		}
	})
	// Those whose tests do not type-check are few: they are opened again.
	for _, p := range chosen(g.loaded) {
		if n := g.byID[p.ID]; n.tested && !n.IllTyped {
			s.analyse(s.open(n), d.Passes, imported, true)
		}
	}
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
		if isTestProgram(p, plain) {
			return true
		}
		if p.ForTest == "" {
			return withTests[p.PkgPath]
		}
		return p.ForTest == p.PkgPath && !withTests[p.PkgPath] && plain[p.PkgPath]
	})
}

// isTestProgram reports whether a package is the program made of the tests of one that
// was named.
func isTestProgram(p *packages.Package, named map[string]bool) bool {
	path, ok := strings.CutSuffix(p.ID, ".test")
	return ok && named[path]
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
