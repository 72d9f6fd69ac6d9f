package mend

import (
	"strings"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/identity"
	"github.com/loglint/loglint/cmd/loglint/internal/source"
)

// A Ledger goes from one run to the next of those that mend what the last has
// left or brought to light. Its laws: what a run found so many times is not
// mended more often than that; and a fix that does not silence its finding is tried
// once, another for the same finding, as the fixes around it may make one, as well.
type Ledger struct {
	open map[identity.Key]int             // how often a fix may still be applied
	vain map[identity.Key]map[string]bool // what was tried in vain, by what it writes
}

// NewLedger returns a ledger without entries.
func NewLedger() *Ledger {
	return &Ledger{make(map[identity.Key]int), make(map[identity.Key]map[string]bool)}
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
		if len(f.Fixes) > 0 && l.vain[key][written(f)] {
			f.Fixes = nil
		} else if counts[key]--; counts[key] < 0 {
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

// Fail enters that findings of a round, entered as mended, were mended in vain.
func (l *Ledger) Fail(r *Round, failed []finding.Finding) {
	for _, f := range failed {
		key := r.keys[markOf(f)]
		if l.vain[key] == nil {
			l.vain[key] = make(map[string]bool)
		}
		l.vain[key][written(f)] = true
		l.open[key]++
	}
}

// written is what the first fix of a finding writes.
func written(f finding.Finding) string {
	var b strings.Builder
	for _, e := range f.Fixes[0].Edits {
		b.WriteString(e.New)
		b.WriteByte(0)
	}
	return b.String()
}
