package missingctx_test

import (
	"testing"

	"github.com/loglint/loglint/passes/internal/corpus"
	"github.com/loglint/loglint/passes/missingctx"
)

func Test(t *testing.T) { corpus.Run(t, missingctx.Analyzer) }

func TestMedium(t *testing.T) {
	corpus.RunMedium(t, missingctx.Analyzer, "anonymous", "gin", "grpc", "helper", "mux", "zap")
}

func TestAny(t *testing.T) { corpus.RunWith(t, missingctx.Analyzer, "reach", "any", "command") }
