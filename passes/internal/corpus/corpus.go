// Package corpus runs the want corpora of the passes: one directory a topic,
// each bad function beside its nearest legitimate neighbour.
package corpus

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
)

// Run runs a pass over each topic below testdata/src/<name of the pass>, with
// the packages below the topic, if it has any. It is called from the
// directory of the pass.
func Run(t *testing.T, pass *analysis.Analyzer) {
	t.Helper()
	testdata, err := filepath.Abs(filepath.Join("..", "..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	topics, err := os.ReadDir(filepath.Join(testdata, "src", pass.Name))
	if err != nil {
		t.Fatal(err)
	}
	if len(topics) == 0 {
		t.Fatal("no topics")
	}
	for _, topic := range topics {
		t.Run(topic.Name(), func(t *testing.T) {
			analysistest.Run(t, testdata, pass, packages(t, filepath.Join(testdata, "src"), pass.Name+"/"+topic.Name())...)
		})
	}
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
