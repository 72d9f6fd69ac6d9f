// Package corpus runs the want corpora of the passes: one directory a topic,
// each bad function beside its nearest legitimate neighbour.
package corpus

import (
	"flag"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/errfate"
)

var topic = flag.String("topic", "", "run only this `topic` of the corpora")

// Run runs a pass, with flags of the engine set ("confidence=medium"), over all
// packages at or below testdata/src/<dir>: the topics, and the packages below a
// topic that has any. It is called from the directory of the pass. All topics
// are loaded at once, for most of the time goes into the packages that they
// import.
//
// Confidence is that of the declared points, so that what the corpora hold does not change
// with each fit of the model to labels.
//
// What the engine had to give up is a diagnostic that no comment wants,
// whichever pass it is that would report it.
func Run(t *testing.T, pass *analysis.Analyzer, dir string, flags ...string) {
	t.Helper()
	t.Cleanup(defect.Use(defect.Priors()))
	for _, f := range flags {
		name, value, _ := strings.Cut(f, "=")
		SetFlag(t, name, value)
	}
	testdata, err := filepath.Abs(filepath.Join("..", "..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	dirs := Packages(t, filepath.Join(testdata, "src"), dir)
	if *topic != "" {
		of := dir + "/" + *topic
		dirs = slices.DeleteFunc(dirs, func(d string) bool { return d != of && !strings.HasPrefix(d, of+"/") })
		if len(dirs) == 0 {
			t.Skipf("no topic %s below %s", *topic, dir)
		}
	}
	loud := *pass
	loud.Run = func(p *analysis.Pass) (any, error) {
		for _, f := range p.ResultOf[errfate.Analyzer].(*errfate.Result).Failures {
			p.Reportf(f.Pos, "%s\n%s", f.Text, f.Stack)
		}
		return pass.Run(p)
	}
	analysistest.Run(t, testdata, &loud, dirs...)
}

// SetFlag sets a flag of the engine until the test ends.
func SetFlag(t *testing.T, name, value string) {
	t.Helper()
	f := errfate.Analyzer.Flags.Lookup(name)
	if f == nil {
		t.Fatalf("no flag -%s", name)
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

// Packages returns the directories with Go files at or below root/dir, relative
// to root. There is at least one.
func Packages(t *testing.T, root, dir string) []string {
	t.Helper()
	var dirs []string
	err := filepath.WalkDir(filepath.Join(root, dir), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".go" {
			return err
		}
		rel, err := filepath.Rel(root, filepath.Dir(path))
		if err == nil && !slices.Contains(dirs, filepath.ToSlash(rel)) {
			dirs = append(dirs, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(dirs) == 0 {
		t.Fatalf("no packages below %s", dir)
	}
	return dirs
}
