package mend_test

import (
	"testing"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/mend"
)

// TestLedger holds a finding to be mended once, however often it is found, and
// those that say the same to be mended once each.
func TestLedger(t *testing.T) {
	a, b := instead("a()", "c()"), instead("b()", "d()")
	ledger := mend.NewLedger()
	open := func(found ...finding.Finding) int {
		t.Helper()
		n := 0
		for _, f := range ledger.Open(found) {
			n += len(f.Fixes) / 2 // each has two alternatives
		}
		return n
	}
	if got := open(found("x", a), found("x", b), found("y", a), found("z")); got != 3 {
		t.Errorf("%d are open at first, want 3", got)
	}
	// Of two alike, the second did not go together with the rest.
	ledger.Close([]finding.Finding{found("x", a), found("y", a)})
	if got := open(found("x", b)); got != 1 {
		t.Errorf("%d are open of what was left, want 1", got)
	}
	// The fixes of x and y have not silenced them.
	if got := open(found("x", a), found("x", b), found("y", a), found("new", a)); got != 2 {
		t.Errorf("%d are open of those left, mended and new, want 2", got)
	}
	ledger.Close([]finding.Finding{found("x", b), found("new", a)})
	if got := open(found("x", a), found("x", b), found("y", a), found("new", a)); got != 0 {
		t.Errorf("%d are open at last, want none", got)
	}
}
