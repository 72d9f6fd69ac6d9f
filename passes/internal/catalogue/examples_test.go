package catalogue_test

import (
	"bytes"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/errfate"
	"github.com/loglint/loglint/passes/internal/catalogue"
	"github.com/loglint/loglint/passes/internal/report"
)

// TestExamples runs all passes over the example of each rule, with everything
// switched on: the bad code is reported once, with the rule's category, and the good
// code is silent. Then it runs them again with a comment behind each line that was
// reported: this silences where the catalogue says so, and only there.
func TestExamples(t *testing.T) {
	t.Cleanup(defect.Use(defect.Priors()))
	set(t, "all", "true", "false")
	set(t, "evidence", "true", "false")
	found := examine(t, nil)
	overlay := make(map[string][]byte)
	for _, r := range catalogue.Rules() {
		name := string(r.Category)
		for _, d := range found[name] {
			if filepath.Base(d.at.Filename) != "bad.go" {
				t.Errorf("%s: reported in %s: %s", name, filepath.Base(d.at.Filename), d.Message)
				continue
			}
			if want := " %] (" + name + ")"; !strings.HasSuffix(d.Message, want) || strings.Count(d.Message, " [") != 1 {
				t.Errorf("%s: message %q does not end in its evidence and %q", name, d.Message, want)
			}
			if d.URL != report.URL(name) {
				t.Errorf("%s: URL %q, want %q", name, d.URL, report.URL(name))
			}
			overlay[d.at.Filename] = commented(t, d.at)
		}
		if got := categories(found[name]); !slices.Equal(got, []string{name}) {
			t.Errorf("%s: reported as %q, want that category once", name, got)
		}
		delete(found, name)
	}
	for name := range found {
		t.Errorf("%s is the name of no rule", name)
	}
	if t.Failed() {
		return
	}

	set(t, "all", "false", "false")
	set(t, "confidence", "medium", "high")
	found = examine(t, overlay)
	for _, r := range catalogue.Rules() {
		if got, silent := categories(found[string(r.Category)]), r.Comment != ""; (len(got) == 0) != silent {
			t.Errorf("%s: with a comment, reported as %q; in the catalogue a comment silences: %t", r.Category, got, silent)
		}
	}
}

// set sets a flag of the engine until the end of the test.
func set(t *testing.T, name, value, usual string) {
	t.Helper()
	if err := errfate.Analyzer.Flags.Set(name, value); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := errfate.Analyzer.Flags.Set(name, usual); err != nil {
			t.Error(err)
		}
	})
}

// commented returns a file with a comment behind a line.
func commented(t *testing.T, at token.Position) []byte {
	t.Helper()
	data, err := os.ReadFile(at.Filename)
	if err != nil {
		t.Fatal(err)
	}
	lines := bytes.Split(data, []byte("\n"))
	lines[at.Line-1] = append(bytes.Clone(lines[at.Line-1]), " // Nobody misses it."...)
	return bytes.Join(lines, []byte("\n"))
}

// A diagnostic is what a pass reports in an example.
type diagnostic struct {
	analysis.Diagnostic
	at token.Position
}

func categories(ds []diagnostic) []string {
	var all []string
	for _, d := range ds {
		all = append(all, d.Category)
	}
	return all
}

// examine runs the passes over all examples and returns what they report, by
// the name of the example. It loads the standard library once, where
// analysistest would load it for each example.
func examine(t *testing.T, overlay map[string][]byte) map[string][]diagnostic {
	t.Helper()
	gopath, err := filepath.Abs(filepath.Join(root, "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	pkgs, err := packages.Load(&packages.Config{
		Mode:    packages.LoadAllSyntax,
		Dir:     filepath.Join(root, catalogue.Examples),
		Env:     append(os.Environ(), "GO111MODULE=off", "GOWORK=off", "GOPROXY=off", "GOPATH="+gopath),
		Overlay: overlay,
	}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	if packages.PrintErrors(pkgs) > 0 {
		t.Fatal("the examples do not type-check")
	}
	graph, err := checker.Analyze(passes, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	found := make(map[string][]diagnostic)
	for _, pkg := range pkgs {
		found[filepath.Base(pkg.PkgPath)] = nil
	}
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Fatal(act.Err)
		}
		name := filepath.Base(act.Package.PkgPath)
		for _, d := range act.Diagnostics {
			found[name] = append(found[name], diagnostic{d, act.Package.Fset.Position(d.Pos)})
		}
	}
	return found
}
