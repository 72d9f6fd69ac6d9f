package nolog_test

import (
	"testing"

	"github.com/loglint/loglint/passes/internal/corpus"
	"github.com/loglint/loglint/passes/nolog"
)

// The corpora hold what is found; what of it is shown by default, the topics of
// TestDefault hold.
func Test(t *testing.T) { corpus.RunAt(t, nolog.Analyzer, "medium") }

func TestDefault(t *testing.T) {
	corpus.RunWith(t, nolog.Analyzer, "confidence", "high", "boundaries")
}

func TestWithoutDebugLines(t *testing.T) {
	corpus.RunWithoutDebugLines(t, nolog.Analyzer, "answers")
}
