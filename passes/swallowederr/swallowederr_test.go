package swallowederr_test

import (
	"testing"

	"github.com/loglint/loglint/passes/internal/corpus"
	"github.com/loglint/loglint/passes/swallowederr"
)

// The corpora hold what is found; what of it is shown by default, the topics of
// TestDefault hold.
func Test(t *testing.T) {
	corpus.Run(t, swallowederr.Analyzer, "swallowederr", "confidence=medium")
}

func TestDefault(t *testing.T) { corpus.Run(t, swallowederr.Analyzer, "high/swallowederr") }

// TestLow holds what is found of low confidence, and found by no path.
func TestLow(t *testing.T) {
	corpus.Run(t, swallowederr.Analyzer, "low/swallowederr", "confidence=low")
}

func TestWithoutDebugLines(t *testing.T) {
	corpus.Run(t, swallowederr.Analyzer, "nodebug/swallowederr", "debuglines=false")
}
