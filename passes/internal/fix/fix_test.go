package fix_test

import (
	"flag"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/go/packages"
	"golang.org/x/tools/txtar"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/corpus"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestMain puts the declared points in force, so that what is shown does not change with each fit
// of the model to labels.
func TestMain(m *testing.M) {
	defect.Use(defect.Priors())
	os.Exit(m.Run())
}

// TestGolden holds the text of all fixes of the corpora of this package, each
// alternative by itself.
func TestGolden(t *testing.T) {
	corpus.SetFlag(t, "confidence", "medium")
	testdata, err := filepath.Abs(filepath.Join("..", "..", "..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		writeGolden(t, testdata)
	}
	for _, pass := range passes {
		dirs := corpus.Packages(t, filepath.Join(testdata, "src"), "fix/"+pass.Name)
		analysistest.RunWithSuggestedFixes(t, testdata, plain(pass), dirs...)
	}
}

// asAt is what the message of a fix says of the line that its line was made like.
var asAt = regexp.MustCompile(`, as at (line \d+|[\w.]+:\d+)$`)

// plain returns a pass whose fixes do not say what they were made like, so that a file has one
// section for all that do the same.
func plain(pass *analysis.Analyzer) *analysis.Analyzer {
	stripped := *pass
	stripped.Run = func(p *analysis.Pass) (any, error) {
		inner := *p
		inner.Report = func(d analysis.Diagnostic) {
			d.SuggestedFixes = slices.Clone(d.SuggestedFixes)
			for i := range d.SuggestedFixes {
				d.SuggestedFixes[i].Message = asAt.ReplaceAllString(d.SuggestedFixes[i].Message, "")
			}
			p.Report(d)
		}
		return pass.Run(&inner)
	}
	return &stripped
}

// writeGolden writes what the fixes make of the corpora now.
func writeGolden(t *testing.T, testdata string) {
	t.Helper()
	r := look(t, testdata, "./src/fix/...")
	sections := make(map[string]map[string][]edit) // by file, then by message
	for _, d := range r.diagnostics {
		for _, f := range d.SuggestedFixes {
			f.Message = asAt.ReplaceAllString(f.Message, "")
			for file, edits := range r.edits(f) {
				if sections[file] == nil {
					sections[file] = make(map[string][]edit)
				}
				all, ok := merge(sections[file][f.Message], edits)
				if !ok {
					t.Errorf("%s: fixes conflict: %s", file, f.Message)
				}
				sections[file][f.Message] = all
			}
		}
	}
	for file, byMessage := range sections {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var ar txtar.Archive
		for _, message := range slices.Sorted(maps.Keys(byMessage)) {
			ar.Files = append(ar.Files, txtar.File{Name: message, Data: apply(t, text, byMessage[message])})
		}
		if err := os.WriteFile(file+".golden", txtar.Format(&ar), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestFixed applies the first fix of every finding in the corpora of this
// package: what comes of them compiles, has no finding that had a fix before,
// and a second run has nothing to change.
func TestFixed(t *testing.T) {
	corpus.SetFlag(t, "confidence", "medium")
	gopath := copyTree(t)
	r := look(t, gopath, "./src/fix/...")
	for _, d := range r.diagnostics {
		if len(d.SuggestedFixes) == 0 && !strings.Contains(r.fset.Position(d.Pos).Filename, "/nofix/") {
			t.Errorf("%s: no fix for %s", r.fset.Position(d.Pos), d.Message)
		}
	}
	byFile, taken := r.fixes(0)
	if taken == 0 {
		t.Fatal("no fixes")
	}
	rewrite(t, byFile)
	again := look(t, gopath, "./src/fix/...")
	again.diagnostics = slices.DeleteFunc(again.diagnostics, func(d analysis.Diagnostic) bool {
		return strings.Contains(again.fset.Position(d.Pos).Filename, "/nofix/") && len(d.SuggestedFixes) == 0
	})
	if len(again.diagnostics) > 0 {
		t.Errorf("findings after the fixes:\n%s", again.describe())
	}
}

// TestAllCorporaCompile applies the fixes of all findings of all corpora, of
// every confidence: the first of each, and then, to the corpora as they were,
// the second.
func TestAllCorporaCompile(t *testing.T) {
	corpus.SetFlag(t, "all", "true")
	testdata, err := filepath.Abs(filepath.Join("..", "..", "..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	var patterns []string
	for _, dir := range []string{"swallowederr", "nolog", "missingctx", "high", "low", "any", "nodebug", "catalogue", "fix"} {
		patterns = append(patterns, "./src/"+dir+"/...")
	}
	r := look(t, testdata, patterns...)
	for alternative := range 2 {
		byFile, taken := r.fixes(alternative)
		withFix := 0
		for _, d := range r.diagnostics {
			if len(d.SuggestedFixes) > alternative {
				withFix++
			}
		}
		t.Logf("alternative %d: %d findings, %d with a fix, %d applied", alternative, len(r.diagnostics), withFix, taken)
		if taken == 0 {
			t.Fatal("no fixes")
		}
		gopath := copyTree(t)
		copied := make(map[string][]edit)
		for file, edits := range byFile {
			rel, err := filepath.Rel(testdata, file)
			if err != nil {
				t.Fatal(err)
			}
			copied[filepath.Join(gopath, rel)] = edits
		}
		rewrite(t, copied)
		load(t, token.NewFileSet(), packages.LoadTypes|packages.NeedTypesInfo|packages.NeedSyntax, gopath, patterns...)
	}
}
