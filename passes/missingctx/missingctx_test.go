package missingctx_test

import (
	"testing"

	"github.com/loglint/loglint/passes/internal/corpus"
	"github.com/loglint/loglint/passes/missingctx"
)

// Most lines are of medium confidence; which of them are shown by default, the
// topics of TestDefault hold.
func Test(t *testing.T) {
	corpus.Run(t, missingctx.Analyzer, "missingctx", "confidence=medium")
}

func TestDefault(t *testing.T) { corpus.Run(t, missingctx.Analyzer, "high/missingctx") }

func TestAny(t *testing.T) { corpus.Run(t, missingctx.Analyzer, "any/missingctx", "reach=any") }
