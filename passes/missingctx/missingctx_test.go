package missingctx_test

import (
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/loglint/loglint/passes/errfate"
	"github.com/loglint/loglint/passes/internal/corpus"
	"github.com/loglint/loglint/passes/missingctx"
)

func Test(t *testing.T) { corpus.Run(t, missingctx.Analyzer) }

// TestMedium runs what is reported with -confidence=medium only.
func TestMedium(t *testing.T) {
	set := func(level string) {
		if err := errfate.Analyzer.Flags.Set("confidence", level); err != nil {
			t.Fatal(err)
		}
	}
	set("medium")
	defer set("high")
	testdata, err := filepath.Abs(filepath.Join("..", "..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	analysistest.Run(t, testdata, missingctx.Analyzer, "medium/helper")
}
