package ctxvalue

import (
	"testing"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
)

// TestTraceKey holds the key by which a finding is said to lack a trace to that of the tables,
// which know nothing of findings.
func TestTraceKey(t *testing.T) {
	if defect.TraceKey != known.TraceKey {
		t.Errorf("%q is the key of a trace for findings, and %q in the tables", defect.TraceKey, known.TraceKey)
	}
}
