package main

import (
	"cmp"
	"flag"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/loglint/loglint/cmd/loglint/internal/chosen"
	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/link"
	"github.com/loglint/loglint/cmd/loglint/internal/written"
	"github.com/loglint/loglint/internal/selection"
	"github.com/loglint/loglint/passes/errfate"
	"github.com/loglint/loglint/passes/record"
	"github.com/loglint/loglint/passes/swallowederr"
)

// TestSelected holds the command, which selects from what was written down, and the
// passes, which select as they report, to the same selection and the same words, under
// every flag that selects. What is written down is the same under all of them.
func TestSelected(t *testing.T) {
	pkgs := corpora(t)
	set(t, errfate.Analyzer, "fixes", "false") // they are the same for both, and take their time
	var before map[string]string
	for _, flags := range []string{
		"",
		"confidence=low",
		"confidence=medium evidence=true tests=true",
		"all=true evidence=true",
		"nolint=false confidence=low",
		"confidence=low swallowederr.dropped=false nolog.answered=false missingctx.nocontext=false tests=true",
		"all=true swallowederr.dropped=false",
	} {
		t.Run(flags, func(t *testing.T) {
			for assignment := range strings.FieldsSeq(flags) {
				name, value, _ := strings.Cut(assignment, "=")
				a := errfate.Analyzer
				for _, pass := range analyzers {
					if rest, ok := strings.CutPrefix(name, pass.Name+"."); ok {
						a, name = pass, rest
					}
				}
				set(t, a, name, value)
			}
			graph, err := checker.Analyze(append([]*analysis.Analyzer{record.Analyzer}, analyzers...), pkgs, nil)
			if err != nil {
				t.Fatal(err)
			}
			want, got := make(map[string][]string), make(map[string][]string)
			texts := make(map[string]string)
			for _, act := range graph.Roots {
				id := act.Package.ID
				if act.Err != nil {
					t.Fatalf("%v: %v", act, act.Err)
				}
				for _, d := range act.Diagnostics {
					if act.Analyzer == record.Analyzer {
						texts[id] = d.Message
						if lines := choose(t, id, d.Message); lines != nil {
							got[id] = lines
						}
						continue
					}
					pos, end := act.Package.Fset.Position(d.Pos), act.Package.Fset.Position(cmp.Or(d.End, d.Pos))
					want[id] = append(want[id], line(finding.Finding{
						Pass: act.Analyzer.Name, Category: d.Category, Pos: position(pos), End: position(end), Message: d.Message,
					}))
				}
			}
			for _, lines := range want {
				slices.Sort(lines)
			}
			if diff := gocmp.Diff(want, got); diff != "" {
				t.Errorf("what the passes report and what the command selects (-want +got):\n%s", diff)
			}
			if before != nil {
				if diff := gocmp.Diff(before, texts); diff != "" {
					t.Errorf("what is written down depends on flags that select (-before +now):\n%s", diff)
				}
			}
			before = texts
		})
	}
}

// choose returns what the command selects of what a package has written down, and
// knows of no other package.
func choose(t *testing.T, id, text string) []string {
	t.Helper()
	u, err := record.Decode(text)
	if err != nil {
		t.Fatal(err)
	}
	w := chosen.Unit{Unit: written.Unit{Path: id, Unit: u}}
	var lines []string
	for _, pass := range analyzers {
		all := w.Selected(pass.Name, selection.SettingsOf(pass), link.New(nil, nil))
		if pass == swallowederr.Analyzer {
			all = append(all, w.Broken(pass.Name)...)
		}
		for _, f := range chosen.Together(all) {
			lines = append(lines, line(f))
		}
	}
	slices.Sort(lines)
	return lines
}

// line is all there is of a finding.
func line(f finding.Finding) string {
	return strings.Join([]string{f.Pos.String(), f.End.String(), f.Pass, f.Category, f.Message}, " | ")
}

// corpora loads the corpora of the passes, with tests.
func corpora(t *testing.T) []*packages.Package {
	t.Helper()
	gopath, err := filepath.Abs(filepath.Join("..", "..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	pkgs, err := packages.Load(&packages.Config{
		Mode:  packages.LoadAllSyntax,
		Tests: true,
		Dir:   gopath,
		Env:   append(os.Environ(), "GOPATH="+gopath, "GO111MODULE=off", "GOFLAGS=", "GOWORK=off"),
	}, "./src/swallowederr/...", "./src/nolog/...", "./src/missingctx/...", "./src/high/...")
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(pkgs, func(p *packages.Package) bool { return strings.HasSuffix(p.ID, ".test") })
}

// set sets a flag of an analyzer until the test ends.
func set(t *testing.T, a *analysis.Analyzer, name, value string) {
	t.Helper()
	f := a.Flags.Lookup(name)
	if f == nil {
		t.Fatalf("%s has no flag -%s", a.Name, name)
	}
	old := f.Value.String()
	if err := f.Value.Set(value); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Value.Set(old); err != nil {
			t.Error(err)
		}
	})
}

// TestToolFlags holds every flag to being a part of the go command's key, or to
// leaving it alone: those that only select leave it.
func TestToolFlags(t *testing.T) {
	var o options
	errfate.Analyzer.Flags.VisitAll(func(f *flag.Flag) { o.passFlags = append(o.passFlags, "-"+f.Name+"="+f.Value.String()) })
	for _, pass := range analyzers {
		o.passFlags = append(o.passFlags, "-"+pass.Name+"=true")
		pass.Flags.VisitAll(func(f *flag.Flag) { o.passFlags = append(o.passFlags, "-"+pass.Name+"."+f.Name+"=true") })
	}
	want := []string{"-classifies=", "-debuglines=true", "-fixes=true", "-logs=", "-reach=request", "-responds=", noFixes}
	if diff := gocmp.Diff(want, o.toolFlags()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func position(p token.Position) finding.Position {
	return finding.Position{File: p.Filename, Line: p.Line, Column: p.Column}
}
