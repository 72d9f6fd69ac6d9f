// Package corpus runs the want corpora of the passes: one directory a topic,
// each bad function beside its nearest legitimate neighbour.
package corpus

import (
	"flag"
	"io/fs"
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/loglint/loglint/passes/errfate"
)

var topic = flag.String("topic", "", "run only this `topic` of the corpus")

// Run runs a pass over all packages below testdata/src/<name of the pass>:
// the topics, and the packages below a topic that has any. It is called from
// the directory of the pass. All topics are loaded at once, for most of the
// time goes into the packages that they import.
func Run(t *testing.T, pass *analysis.Analyzer) {
	t.Helper()
	RunAt(t, pass, "high")
}

// RunAt is [Run] with the findings of a lower confidence shown as well.
func RunAt(t *testing.T, pass *analysis.Analyzer, confidence string) {
	t.Helper()
	set(t, "confidence", confidence)
	testdata, err := filepath.Abs(filepath.Join("..", "..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	dirs := packages(t, filepath.Join(testdata, "src"), filepath.Join(pass.Name, *topic))
	if len(dirs) == 0 {
		t.Fatal("no topics")
	}
	run(t, testdata, pass, dirs)
}

// RunMedium runs a pass, with what is of medium confidence shown, over the
// given topics below testdata/src/medium.
func RunMedium(t *testing.T, pass *analysis.Analyzer, topics ...string) {
	t.Helper()
	RunWith(t, pass, "confidence", "medium", topics...)
}

// RunWithoutDebugLines runs a pass, with no line at level debug counted, over
// the given topics below testdata/src/nodebug.
func RunWithoutDebugLines(t *testing.T, pass *analysis.Analyzer, topics ...string) {
	t.Helper()
	runWith(t, pass, "debuglines", "false", "nodebug", topics)
}

// RunWith runs a pass with a flag of the engine set, over the given topics
// below testdata/src/<value of the flag>.
func RunWith(t *testing.T, pass *analysis.Analyzer, name, value string, topics ...string) {
	t.Helper()
	runWith(t, pass, name, value, value, topics)
}

// runWith runs a pass, with a flag of the engine set, over topics below a
// directory of their own.
func runWith(t *testing.T, pass *analysis.Analyzer, name, value, dir string, topics []string) {
	t.Helper()
	set(t, name, value)
	testdata, err := filepath.Abs(filepath.Join("..", "..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	var dirs []string
	for _, topic := range topics {
		dirs = append(dirs, dir+"/"+topic)
	}
	run(t, testdata, pass, dirs)
}

// run runs a pass over directories below testdata/src. What the engine had to
// give up is a diagnostic that no comment wants, whichever pass it is that
// would report it.
func run(t *testing.T, testdata string, pass *analysis.Analyzer, dirs []string) {
	t.Helper()
	loud := *pass
	loud.Run = func(p *analysis.Pass) (any, error) {
		for _, f := range p.ResultOf[errfate.Analyzer].(*errfate.Result).Failures {
			p.Reportf(f.Pos, "%s\n%s", f.Text, f.Stack)
		}
		return pass.Run(p)
	}
	analysistest.Run(t, testdata, &loud, dirs...)
}

// set sets a flag of the engine until the test ends.
func set(t *testing.T, name, value string) {
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

// packages returns the directories with Go files at or below dir, which is
// relative to root.
func packages(t *testing.T, root, dir string) []string {
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
	return dirs
}
