package story

import (
	"fmt"
	"math"
	"path/filepath"
	"strconv"

	"github.com/loglint/loglint/cmd/loglint/internal/coverage"
	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/internal/message"
	"github.com/loglint/loglint/internal/selection"
	"github.com/loglint/loglint/passes/record"
)

// Tell makes of a finding what is told of it: judged is the finding as it is with what other packages
// say, and dir is where files are named from.
func Tell(f record.Finding, judged selection.Finding, verdict selection.Verdict, least float64, dir string) Finding {
	p := defect.Probability(f.Category, judged.Evidence)
	s := Finding{
		Place: Short(f.Pos.Filename, dir) + ":" + strconv.Itoa(f.Pos.Line) + ":" + strconv.Itoa(f.Pos.Column),
		Pass:  f.Category.Pass(), Category: string(f.Category), Message: message.Of(judged.Says),
		Probability: hundredths(p), Threshold: hundredths(least), Shown: verdict == selection.IsShown,
		Base: round(defect.Intercept() + f.Category.Weight()),
	}
	for _, ev := range selection.Heaviest(judged.Evidence) {
		s.Evidence = append(s.Evidence, coverage.Evidence{Name: ev.String(), Weight: round(ev.Weight()), Says: message.Evidence(ev)})
	}
	for _, fix := range f.Fixes {
		s.Fixes = append(s.Fixes, fix.Message)
	}
	percent := func(p float64) string { return fmt.Sprintf("%.0f %%", 100*p) }
	switch verdict {
	case selection.IsShown:
		s.Why = "It is shown: it is " + percent(s.Probability) + " likely, and what is " + percent(s.Threshold) + " likely is shown"
	case selection.IsUnlikely:
		s.Why = fmt.Sprintf("It is not shown: it is %s likely, and what is %s likely is shown; -confidence=%v would show it",
			percent(s.Probability), percent(s.Threshold), s.Probability)
	case selection.IsOff:
		s.Why = "It is not shown: its category is switched off"
	case selection.IsIgnored:
		s.Why = "It is not shown: a comment silences it"
	case selection.IsInTest:
		s.Why = "It is not shown: it stands in a test file; -tests would show it"
	case selection.IsSettled:
		s.Why = "It is not shown: what other packages of the module do leaves nothing of it: all that implements the method has logged the error, or the context carries nothing for the line"
	}
	return s
}

// round keeps two digits, so that what is told does not depend on the last bits.
func round(x float64) float64 { return math.Round(x*100) / 100 }

// hundredths rounds a probability down: what falls just short of what is shown is not told to reach
// it, and what is told of it as a threshold would show it.
func hundredths(p float64) float64 { return math.Floor(100*p+1e-9) / 100 }

// Short names a file as seen from a directory.
func Short(file, dir string) string {
	if rel, err := filepath.Rel(dir, file); err == nil && filepath.IsLocal(rel) {
		return rel
	}
	return file
}

// Within reports whether a finding is about a line: what it points at, or the part of the function that it
// is about, has the line.
func Within(f record.Finding, line int) bool {
	return f.Pos.Line <= line && line <= f.End.Line || f.First <= line && line <= f.Last
}

// A Nearest is the line that is nearest to another, of those seen.
type Nearest struct {
	Line int // 0 if there was none
	to   int
}

// NewNearest returns one for a line.
func NewNearest(to int) *Nearest { return &Nearest{to: to} }

// See notes that there is something on a line.
func (n *Nearest) See(line int) {
	distance := func(a int) int { return max(a-n.to, n.to-a) }
	if n.Line == 0 || distance(line) < distance(n.Line) {
		n.Line = line
	}
}
