package fix_test

import (
	"bytes"
	"go/format"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/loglint/loglint/passes/missingctx"
	"github.com/loglint/loglint/passes/nolog"
	"github.com/loglint/loglint/passes/swallowederr"
)

var passes = []*analysis.Analyzer{missingctx.Analyzer, nolog.Analyzer, swallowederr.Analyzer}

// An edit is a change of a file, by offsets.
type edit struct {
	start, end int
	text       string
}

// A report is what the passes say of some packages of a GOPATH.
type report struct {
	fset        *token.FileSet
	pkgs        []*packages.Package
	diagnostics []analysis.Diagnostic
}

// look runs the passes over packages of a GOPATH, which must compile.
func look(t *testing.T, gopath string, patterns ...string) *report {
	t.Helper()
	r := &report{fset: token.NewFileSet()}
	r.pkgs = load(t, r.fset, packages.LoadAllSyntax|packages.NeedModule, gopath, patterns...)
	if t.Failed() {
		return r
	}
	graph, err := checker.Analyze(passes, r.pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, root := range graph.Roots {
		if root.Err != nil {
			t.Errorf("%v: %v", root, root.Err)
		}
		r.diagnostics = append(r.diagnostics, root.Diagnostics...)
	}
	return r
}

// load loads packages of a GOPATH, which must compile.
func load(t *testing.T, fset *token.FileSet, mode packages.LoadMode, gopath string, patterns ...string) []*packages.Package {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{
		Mode: mode,
		Fset: fset,
		Dir:  gopath,
		Env:  append(os.Environ(), "GOPATH="+gopath, "GO111MODULE=off", "GOFLAGS=", "GOWORK=off"),
	}, patterns...)
	if err != nil {
		t.Fatal(err)
	}
	for _, pkg := range pkgs {
		for _, err := range pkg.Errors {
			t.Errorf("%s does not compile: %v", pkg.PkgPath, err)
		}
	}
	return pkgs
}

// fixes returns, by file, the edits of the alternative of that number of each
// diagnostic that has it, as far as they can be merged; taken is how many were.
func (r *report) fixes(alternative int) (byFile map[string][]edit, taken int) {
	byFile = make(map[string][]edit)
	for _, d := range r.diagnostics {
		if len(d.SuggestedFixes) <= alternative {
			continue
		}
		next := make(map[string][]edit)
		merged := true
		for file, edits := range r.edits(d.SuggestedFixes[alternative]) {
			all, ok := merge(byFile[file], edits)
			next[file], merged = all, merged && ok
		}
		if merged {
			taken++
			for file, edits := range next {
				byFile[file] = edits
			}
		}
	}
	return byFile, taken
}

// edits returns the edits of a fix by file.
func (r *report) edits(fix analysis.SuggestedFix) map[string][]edit {
	byFile := make(map[string][]edit)
	for _, e := range fix.TextEdits {
		file := r.fset.File(e.Pos)
		byFile[file.Name()] = append(byFile[file.Name()], edit{file.Offset(e.Pos), file.Offset(e.End), string(e.NewText)})
	}
	return byFile
}

// merge adds edits to others, as drivers do: those that are there already are
// one, and those that overlap others cannot be added.
func merge(all, more []edit) ([]edit, bool) {
	merged := slices.Clone(all)
	for _, e := range more {
		if slices.Contains(merged, e) {
			continue
		}
		for _, o := range merged {
			if e.start < o.end && o.start < e.end || e.start < o.end && e.start > o.start || o.start < e.end && o.start > e.start {
				return all, false
			}
		}
		merged = append(merged, e)
	}
	sort.SliceStable(merged, func(i, j int) bool { return merged[i].start < merged[j].start })
	return merged, true
}

// apply returns text with edits applied.
func apply(t *testing.T, text []byte, edits []edit) []byte {
	t.Helper()
	var b bytes.Buffer
	last := 0
	for _, e := range edits {
		b.Write(text[last:e.start])
		b.WriteString(e.text)
		last = e.end
	}
	b.Write(text[last:])
	formatted, err := format.Source(b.Bytes())
	if err != nil {
		t.Errorf("a fixed file does not parse: %v\n%s", err, b.Bytes())
		return b.Bytes()
	}
	return formatted
}

// copyTree copies the corpora, so that fixes can be applied to them.
func copyTree(t *testing.T) string {
	t.Helper()
	to := t.TempDir()
	if err := os.CopyFS(filepath.Join(to, "src"), os.DirFS(filepath.Join("..", "..", "..", "testdata", "src"))); err != nil {
		t.Fatal(err)
	}
	return to
}

// rewrite applies edits to files.
func rewrite(t *testing.T, byFile map[string][]edit) {
	t.Helper()
	for file, edits := range byFile {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, apply(t, text, edits), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// describe lists diagnostics.
func (r *report) describe() string {
	var b strings.Builder
	for _, d := range r.diagnostics {
		b.WriteString(r.fset.Position(d.Pos).String() + ": " + d.Message + "\n")
	}
	return b.String()
}
