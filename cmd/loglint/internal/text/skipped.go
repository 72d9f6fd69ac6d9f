package text

import (
	"fmt"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
)

// mostSkipped is how many packages are named that could not be analysed for
// the same reason: everything may import what is broken.
const mostSkipped = 10

// Complaints returns the lines that say what could not be analysed, and why, with file names relative
// to a directory.
func Complaints(report finding.Report, dir string) []string {
	var lines []string
	for _, e := range report.Errors {
		if pos, text := e.Split(); pos.Line > 0 {
			lines = append(lines, fmt.Sprintf("%s: %s", Short(dir, pos), text))
		} else {
			lines = append(lines, e.Line)
		}
	}
	lines = append(lines, skipped(report.Skipped, dir)...)
	for _, f := range report.Failures {
		lines = append(lines, f.Pass+": "+f.Text)
	}
	return lines
}

// skipped returns the lines that say which packages could not be analysed, why,
// and, where it is known, what place has to be mended. A line that names a place
// ends as findings do, in the name that other linters have for this one.
func skipped(all []finding.Skipped, dir string) []string {
	var lines []string
	same := make(map[string]int)
	for _, s := range all {
		same[s.Reason]++
		if same[s.Reason] <= mostSkipped {
			who, kind := "loglint", ""
			if s.Pos.Line > 0 {
				who, kind = Short(dir, s.Pos).String(), " (typecheck)"
			}
			lines = append(lines, fmt.Sprintf("%s: cannot analyse %s: %s%s", who, s.Package, s.Reason, kind))
		}
	}
	said := make(map[string]bool)
	for _, s := range all {
		if more := same[s.Reason] - mostSkipped; more > 0 && !said[s.Reason] {
			said[s.Reason] = true
			lines = append(lines, fmt.Sprintf("loglint: cannot analyse %d more packages: %s", more, s.Reason))
		}
	}
	return lines
}
