package page

import (
	"fmt"

	"github.com/loglint/loglint/cmd/loglint/internal/coverage"
)

// A summary is what the page says of the whole program before any script has run.
type summary struct {
	Module  string
	Paths   int // all of them
	Ends    int // that end in their function, and count
	Traced  int // that end with a trace
	Unknown int
}

func summarise(report coverage.Report) summary {
	sum := summary{Module: report.Module}
	for _, p := range report.Packages {
		for _, e := range p.Errors {
			for _, path := range e.Paths {
				sum.add(path.Fate)
			}
		}
	}
	return sum
}

func (s *summary) add(fate coverage.Fate) {
	s.Paths++
	if fate.Ends() {
		s.Ends++
	}
	if fate.Traced() {
		s.Traced++
	}
	if fate == coverage.Unknown {
		s.Unknown++
	}
}

// Lost is how many paths end without a trace.
func (s summary) Lost() int { return s.Ends - s.Traced }

// Coverage is the share of the paths that end here whose end leaves a trace.
func (s summary) Coverage() string { return percent(s.Traced, s.Ends) }

// percent writes a share. It rounds down: what is called 100 % lacks nothing. The script has
// the same rule.
func percent(part, whole int) string {
	if whole == 0 {
		return "–"
	}
	tenths := 1000 * part / whole
	if tenths == 0 && part > 0 {
		return "<0.1\u00a0%"
	}
	return fmt.Sprintf("%d.%d\u00a0%%", tenths/10, tenths%10)
}
