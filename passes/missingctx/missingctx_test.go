package missingctx_test

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/loglint/loglint/passes/missingctx"
)

// Test runs the want corpus: one directory a topic, each bad function beside
// its nearest legitimate neighbour.
func Test(t *testing.T) {
	testdata, err := filepath.Abs(filepath.Join("..", "..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	topics, err := os.ReadDir(filepath.Join(testdata, "src", "missingctx"))
	if err != nil {
		t.Fatal(err)
	}
	if len(topics) == 0 {
		t.Fatal("no corpus")
	}
	for _, topic := range topics {
		t.Run(topic.Name(), func(t *testing.T) {
			analysistest.Run(t, testdata, missingctx.Analyzer, "missingctx/"+topic.Name())
		})
	}
}
