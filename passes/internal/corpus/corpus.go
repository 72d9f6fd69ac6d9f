// Package corpus runs the want corpora of the passes: one directory a topic,
// each bad function beside its nearest legitimate neighbour.
package corpus

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
)

// Run runs a pass over each topic below testdata/src/<name of the pass>. It
// is called from the directory of the pass.
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
			analysistest.Run(t, testdata, pass, pass.Name+"/"+topic.Name())
		})
	}
}
