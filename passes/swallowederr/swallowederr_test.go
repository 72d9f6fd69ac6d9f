package swallowederr_test

import (
	"testing"

	"github.com/loglint/loglint/passes/internal/corpus"
	"github.com/loglint/loglint/passes/swallowederr"
)

func Test(t *testing.T) { corpus.Run(t, swallowederr.Analyzer) }

func TestMedium(t *testing.T) { corpus.RunMedium(t, swallowederr.Analyzer, "deviant", "received") }

func TestWithoutDebugLines(t *testing.T) {
	corpus.RunWithoutDebugLines(t, swallowederr.Analyzer, "levels")
}
