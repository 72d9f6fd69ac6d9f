package missingctx_test

import (
	"testing"

	"github.com/loglint/loglint/passes/internal/corpus"
	"github.com/loglint/loglint/passes/missingctx"
)

// Most lines are of medium confidence; which of them are shown by default, the
// topics of TestDefault hold.
func Test(t *testing.T) { corpus.RunAt(t, missingctx.Analyzer, "medium") }

func TestDefault(t *testing.T) {
	corpus.RunWith(t, missingctx.Analyzer, "confidence", "high", "beside", "callers", "mostly")
}

func TestMedium(t *testing.T) {
	corpus.RunMedium(t, missingctx.Analyzer, "anonymous", "chi", "gin", "grpc", "helper", "mux", "otelzap", "phuslu", "zap")
}

func TestAny(t *testing.T) { corpus.RunWith(t, missingctx.Analyzer, "reach", "any", "command") }
