package inmemory_test

import (
	"errors"
	"fmt"
	"go/ast"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/txtar"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/inmemory"
)

// names reports every function by its name, and gives up on a package that is
// called unlucky.
var names = &analysis.Analyzer{
	Name: "names",
	Doc:  "report every function",
	Run: func(pass *analysis.Pass) (any, error) {
		if pass.Pkg.Name() == "unlucky" {
			return nil, errors.New("no luck")
		}
		for _, file := range pass.Files {
			for _, decl := range file.Decls {
				if f, ok := decl.(*ast.FuncDecl); ok {
					pass.Report(analysis.Diagnostic{Pos: f.Name.Pos(), End: f.Name.End(), Category: "name", Message: f.Name.Name,
						Related: []analysis.RelatedInformation{{Pos: file.Package, Message: "in this file"}},
						SuggestedFixes: []analysis.SuggestedFix{{Message: "call it F", TextEdits: []analysis.TextEdit{
							{Pos: f.Name.Pos(), End: f.Name.End(), NewText: []byte("F")}}}},
					})
				}
			}
		}
		return nil, nil
	},
}

// run analyses packages of a module that is made of files.
func run(t *testing.T, archive string, patterns ...string) (finding.Report, error) {
	t.Helper()
	return drive(t, &inmemory.Driver{Passes: []*analysis.Analyzer{names}}, archive, patterns...)
}

// drive does the same with any driver.
func drive(t *testing.T, driver *inmemory.Driver, archive string, patterns ...string) (finding.Report, error) {
	t.Helper()
	t.Setenv("GOFLAGS", "-mod=mod")
	t.Setenv("GOPROXY", "off")
	t.Setenv("GOWORK", "off")
	t.Setenv("GOPACKAGESDRIVER", "")
	// The go command names directories without symbolic links.
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	files, err := txtar.FS(txtar.Parse([]byte("-- go.mod --\nmodule example.com/m\n\ngo 1.26\n" + archive)))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(dir, files); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	report, err := driver.Run(patterns...)
	var order []string
	for _, a := range driver.Passes {
		order = append(order, a.Name)
	}
	report.Sort(order)
	return report, err
}

// summary writes a report down, a line for each thing said, with the names of
// files relative to the module.
func summary(t *testing.T, r finding.Report) []string {
	t.Helper()
	var lines []string
	for _, e := range r.Errors {
		lines = append(lines, "error of "+e.Package+": "+e.Line)
	}
	for _, s := range r.Skipped {
		lines = append(lines, strings.TrimPrefix(s.Pos.String()+": ", ": ")+"skipped "+s.Package+": "+s.Reason)
	}
	for _, f := range r.Failures {
		lines = append(lines, fmt.Sprintf("failure of %s in %s: %s", f.Pass, f.Package, f.Text))
	}
	for _, f := range r.Findings {
		lines = append(lines, fmt.Sprintf("%s in %s: %s", f.Message, f.Package, f.Pos))
	}
	dir, err := filepath.Abs(".")
	if err != nil {
		t.Fatal(err)
	}
	for i := range lines {
		lines[i] = strings.ReplaceAll(lines[i], dir+string(filepath.Separator), "")
	}
	return lines
}

// TestBroken analyses good packages beside one that does not type-check and
// one that imports that.
func TestBroken(t *testing.T) {
	r, err := run(t, `
-- bad/bad.go --
package bad

func Bad() int { return "x" }
-- good/good.go --
package good

func Good() {}
-- user/user.go --
package user

import "example.com/m/bad"

func User() int { return bad.Bad() }
`, "./...")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		`bad/bad.go:3:25: skipped example.com/m/bad: cannot use "x" (untyped string constant) as int value in return statement`,
		"skipped example.com/m/user: it imports example.com/m/bad",
		"Good in example.com/m/good: good/good.go:3:6",
	}
	if diff := cmp.Diff(want, summary(t, r)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestMissing holds an import that cannot be had to be said once, where it
// stands, and the rest to be analysed.
func TestMissing(t *testing.T) {
	r, err := run(t, `
-- lost/lost.go --
package lost

import "example.com/nosuch/x"

var X = x.X
-- good/good.go --
package good

func Good() {}
`, "./...")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"lost/lost.go:3:8: skipped example.com/m/lost: cannot find module providing package example.com/nosuch/x: module lookup disabled by GOPROXY=off",
		"Good in example.com/m/good: good/good.go:3:6",
	}
	if diff := cmp.Diff(want, summary(t, r)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if r.Complete() {
		t.Error("the report counts as complete")
	}
}

// TestVariants looks at each function once, though the go command compiles its
// package for three programs: by itself, for its tests, and for those of a
// package that it imports.
func TestVariants(t *testing.T) {
	r, err := run(t, variants, "./...")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"Base in example.com/m/base: base/base.go:3:6",
		"inBase in example.com/m/base: base/in_test.go:3:6",
		"besideBase in example.com/m/base_test: base/beside_test.go:5:6",
		"Middle in example.com/m/middle: middle/middle.go:5:6",
	}
	if diff := cmp.Diff(want, summary(t, r)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestBrokenTests analyses a package without its tests if these do not
// type-check.
func TestBrokenTests(t *testing.T) {
	r, err := run(t, strings.Replace(variants, "func inBase() {}", "func inBase() int { return nil }", 1), "./base", "./middle")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"error of example.com/m/base: base/in_test.go:3:28: cannot use nil as int value in return statement",
		"skipped example.com/m/base_test: it imports example.com/m/base",
		"Base in example.com/m/base: base/base.go:3:6",
		"Middle in example.com/m/middle: middle/middle.go:5:6",
	}
	if diff := cmp.Diff(want, summary(t, r)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

const variants = `
-- base/base.go --
package base

func Base() {}
-- base/in_test.go --
package base

func inBase() {}
-- base/beside_test.go --
package base_test

import "example.com/m/middle"

func besideBase() { middle.Middle() }
-- middle/middle.go --
package middle

import "example.com/m/base"

func Middle() { base.Base() }
`

// TestNothing holds patterns that name no package, or one that is not there,
// to be named.
func TestNothing(t *testing.T) {
	const archive = "-- empty/readme.txt --\n-- good/good.go --\npackage good\n"
	if _, err := run(t, archive, "./empty/..."); err == nil || err.Error() != "./empty/... matched no packages" {
		t.Errorf("./empty/...: %v, want that it matched no packages", err)
	}
	r, err := run(t, archive, "./nosuch", "./good")
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(summary(t, r), "\n"); r.Complete() || !strings.Contains(got, "nosuch") {
		t.Errorf("./nosuch is not named:\n%s", got)
	}
}

// TestFailure names a pass that gives up and the package, and goes on with the
// others.
func TestFailure(t *testing.T) {
	r, err := run(t, `
-- good/good.go --
package good

func Good() {}
-- unlucky/unlucky.go --
package unlucky

func Unlucky() {}
`, "./...")
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"failure of names in example.com/m/unlucky: no luck",
		"Good in example.com/m/good: good/good.go:3:6",
	}
	if diff := cmp.Diff(want, summary(t, r)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestFinding holds all parts of a diagnostic to arrive.
func TestFinding(t *testing.T) {
	r, err := run(t, "-- good/good.go --\npackage good\n\nfunc Good() {}\n", "./good")
	if err != nil {
		t.Fatal(err)
	}
	file, err := filepath.Abs(filepath.Join("good", "good.go"))
	if err != nil {
		t.Fatal(err)
	}
	at := func(line, column int) finding.Position {
		return finding.Position{File: file, Line: line, Column: column}
	}
	want := []finding.Finding{{
		Package: "example.com/m/good", Pass: "names", Category: "name", Message: "Good", Pos: at(3, 6), End: at(3, 10),
		Fixes:   []finding.Fix{{Message: "call it F", Edits: []finding.Edit{{File: file, Start: 19, End: 23, New: "F"}}}},
		Related: []finding.Related{{Pos: at(1, 1), End: at(1, 1), Message: "in this file"}},
	}}
	if diff := cmp.Diff(want, r.Findings); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
