package mend

import (
	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/identity"
	"github.com/loglint/loglint/cmd/loglint/internal/source"
)

// A Ledger goes from one run to the next of those that mend what the last has
// left or brought to light. Its law: what a run found so many times is not
// mended more often than that, so a fix that does not silence its finding is
// tried once.
type Ledger struct {
	open map[identity.Key]int // how often a fix may still be applied
}

// NewLedger returns a ledger without entries.
func NewLedger() *Ledger {
	return &Ledger{make(map[identity.Key]int)}
}

// Open returns the findings of a run, those that have been mended without their
// fixes. The source is as it was when they were found.
func (l *Ledger) Open(findings []finding.Finding) []finding.Finding {
	files := new(source.Files)
	counts := make(map[identity.Key]int)
	for _, f := range findings {
		counts[identity.Of(f, "", files)]++
	}
	for key, n := range counts {
		if _, known := l.open[key]; !known {
			l.open[key] = n
		}
		counts[key] = l.open[key]
	}
	open := make([]finding.Finding, len(findings))
	for i, f := range findings {
		key := identity.Of(f, "", files)
		if counts[key]--; counts[key] < 0 {
			f.Fixes = nil
		}
		open[i] = f
	}
	return open
}

// Close enters that findings have been mended. The source is still as it was.
func (l *Ledger) Close(mended []finding.Finding) {
	files := new(source.Files)
	for _, f := range mended {
		l.open[identity.Of(f, "", files)]--
	}
}
