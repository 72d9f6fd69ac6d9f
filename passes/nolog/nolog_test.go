package nolog_test

import (
	"testing"

	"github.com/loglint/loglint/passes/internal/corpus"
	"github.com/loglint/loglint/passes/nolog"
)

func Test(t *testing.T) { corpus.Run(t, nolog.Analyzer) }

func TestWithoutDebugLines(t *testing.T) {
	corpus.RunWithoutDebugLines(t, nolog.Analyzer, "answers")
}
