package nolog_test

import (
	"testing"

	"github.com/loglint/loglint/passes/internal/corpus"
	"github.com/loglint/loglint/passes/nolog"
)

// The corpora hold what is found; what of it is shown by default, the topics of
// TestDefault hold.
func Test(t *testing.T) {
	corpus.Run(t, nolog.Analyzer, "nolog", "confidence=medium")
}

func TestDefault(t *testing.T) { corpus.Run(t, nolog.Analyzer, "high/nolog") }

func TestWithoutDebugLines(t *testing.T) {
	corpus.Run(t, nolog.Analyzer, "nodebug/nolog", "debuglines=false")
}

// TestLow holds what is found of low confidence.
func TestLow(t *testing.T) {
	corpus.Run(t, nolog.Analyzer, "low/nolog", "confidence=low")
}
