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

// TestFail holds a fix that was in vain to be tried no more, and another for the same
// finding to be tried.
func TestFail(t *testing.T) {
	ledger := mend.NewLedger()
	one := found("x", instead("a()", "c()"))
	ledger.Open([]finding.Finding{one})
	round := mend.NewRound([]finding.Finding{one})
	ledger.Close([]finding.Finding{one})
	ledger.Fail(round, []finding.Finding{one})
	if got := ledger.Open([]finding.Finding{one}); len(got[0].Fixes) > 0 {
		t.Error("the same fix is tried again")
	}
	other := found("x", instead("a()", "d()"))
	if got := ledger.Open([]finding.Finding{other}); len(got[0].Fixes) == 0 {
		t.Error("another fix is not tried")
	}
	ledger.Close([]finding.Finding{other})
	if got := ledger.Open([]finding.Finding{other}); len(got[0].Fixes) > 0 {
		t.Error("what was mended is mended again")
	}
}
