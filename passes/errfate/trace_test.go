package errfate_test

import (
	"testing"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
)

// TestTraceKey holds the tables and the findings to one key for the trace of a request.
func TestTraceKey(t *testing.T) {
	if known.TraceKey != defect.TraceKey {
		t.Errorf("the tables have %q, and findings %q", known.TraceKey, defect.TraceKey)
	}
}
