package errfate

import (
	"flag"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/options"
)

// A Reach is a value of the flag that says whose context a log line is to carry.
type Reach = options.Context

// selected are the flags that select what is shown, and how. Like those of package options,
// which the analysis itself looks at, they hold for all passes, so the command lifts them
// to the top level.
var selected = struct {
	confidence   defect.Threshold
	all          bool
	tests        bool
	evidence     bool
	nolint       bool
	fixes        bool
	alternatives bool
}{confidence: defect.AtLeast(defect.High), nolint: true, fixes: true, alternatives: true}

// flags binds the options.
func flags() flag.FlagSet {
	var fs flag.FlagSet
	fs.Var(&selected.confidence, "confidence", "least `confidence` of a finding to be shown: high, medium or low, or a probability from 0 to 1")
	fs.Var(&options.Reach, "reach", "whose `context` a log line must carry: that of a request, or any that is in reach")
	fs.BoolVar(&selected.all, "all", selected.all, "show all findings: every category, and every confidence")
	fs.BoolVar(&selected.tests, "tests", selected.tests, "report in test files too")
	fs.BoolVar(&options.DebugLines, "debuglines", options.DebugLines, "count a log line at level debug or trace as a trace of the error")
	fs.BoolVar(&selected.evidence, "evidence", selected.evidence, "add to each message what speaks for and against the finding")
	// For a driver that obeys these comments itself, and wants to know which
	// of them met a finding. What names a pass, it does not know.
	fs.BoolVar(&selected.nolint, "nolint", selected.nolint, "obey //nolint and //nolint:loglint (//nolint:pass is obeyed in any case)")
	fs.Var(known.NewDeclarations(known.Logs), "logs", "`functions` of other modules that write what they are handed into a log line, divided by commas: example.com/tel.Complain")
	fs.Var(known.NewDeclarations(known.Answers), "responds", "`functions` of other modules that answer a client")
	fs.Var(known.NewDeclarations(known.Classifies), "classifies", "`functions` of other modules that say what kind of error they are handed")
	// Each fix is type-checked, which takes its time in large packages.
	fs.BoolVar(&selected.fixes, "fixes", selected.fixes, "work out fixes for the findings")
	// For a driver that applies all fixes of a finding, one upon the other.
	fs.BoolVar(&selected.alternatives, "alternatives", selected.alternatives, "offer all fixes for a finding, and not only the best")
	return fs
}

// Alternatives reports whether a finding is to have all its fixes, and not
// only the best.
func Alternatives() bool { return selected.alternatives }

// Fixes reports whether fixes are to be worked out.
func Fixes() bool { return selected.fixes }

// Threshold returns the least probability of a finding that is shown.
func Threshold() float64 {
	if selected.all {
		return 0
	}
	return selected.confidence.Least()
}

// Tests reports whether findings in test files are shown.
func Tests() bool { return selected.tests }

// Nolint reports whether those of golangci-lint's comments are obeyed that it obeys
// itself.
func Nolint() bool { return selected.nolint }

// ShowEvidence reports whether messages are to name their evidence.
func ShowEvidence() bool { return selected.evidence }

// All reports whether every category is to be shown, whatever its switch.
func All() bool { return selected.all }
