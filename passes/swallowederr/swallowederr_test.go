package swallowederr_test

import (
	"testing"

	"github.com/loglint/loglint/passes/internal/corpus"
	"github.com/loglint/loglint/passes/swallowederr"
)

// The corpora hold what is found; what of it is shown by default, the topics of
// TestDefault hold.
func Test(t *testing.T) { corpus.RunAt(t, swallowederr.Analyzer, "medium") }

func TestDefault(t *testing.T) {
	corpus.RunWith(t, swallowederr.Analyzer, "confidence", "high",
		"alone", "doubt", "fallback", "harness", "later", "lease", "output", "partial")
}

func TestMedium(t *testing.T) { corpus.RunMedium(t, swallowederr.Analyzer, "deviant", "received") }

func TestWithoutDebugLines(t *testing.T) {
	corpus.RunWithoutDebugLines(t, swallowederr.Analyzer, "levels")
}
