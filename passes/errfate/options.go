package errfate

import (
	"flag"
	"fmt"

	"github.com/loglint/loglint/internal/defect"
)

// A Reach says whose context a log line is to carry.
type Reach uint8

const (
	// OfRequest is that of code that handles requests.
	OfRequest Reach = iota
	// OfAny is whatever context can be named where the line is, in commands,
	// start-up and workers as well.
	OfAny
)

var reachNames = [...]string{"request", "any"}

func (r Reach) String() string { return reachNames[r] }

// Set makes a Reach a [flag.Value].
func (r *Reach) Set(text string) error {
	for i, name := range reachNames {
		if name == text {
			*r = Reach(i)
			return nil
		}
	}
	return fmt.Errorf("want request or any")
}

// options are the flags of the engine. They hold for all passes, so the
// command lifts them to the top level.
var options = struct {
	confidence   defect.Confidence
	reach        Reach
	all          bool
	tests        bool
	debugLines   bool
	evidence     bool
	nolint       bool
	fixes        bool
	alternatives bool
}{confidence: defect.High, debugLines: true, nolint: true, fixes: true, alternatives: true}

// flags binds the options.
func flags() flag.FlagSet {
	var fs flag.FlagSet
	fs.Var(&options.confidence, "confidence", "least `confidence` of a finding to be shown: high, medium or low")
	fs.Var(&options.reach, "reach", "whose `context` a log line must carry: that of a request, or any that is in reach")
	fs.BoolVar(&options.all, "all", options.all, "show all findings: every category, and every confidence")
	fs.BoolVar(&options.tests, "tests", options.tests, "report in test files too")
	fs.BoolVar(&options.debugLines, "debuglines", options.debugLines, "count a log line at level debug or trace as a trace of the error")
	fs.BoolVar(&options.evidence, "evidence", options.evidence, "add to each message what speaks for and against the finding")
	// For a driver that obeys these comments itself, and wants to know which
	// of them met a finding. What names a pass, it does not know.
	fs.BoolVar(&options.nolint, "nolint", options.nolint, "obey //nolint and //nolint:loglint (//nolint:pass is obeyed in any case)")
	// Each fix is type-checked, which takes its time in large packages.
	fs.BoolVar(&options.fixes, "fixes", options.fixes, "work out fixes for the findings")
	// For a driver that applies all fixes of a finding, one upon the other.
	fs.BoolVar(&options.alternatives, "alternatives", options.alternatives, "offer all fixes for a finding, and not only the best")
	return fs
}

// Alternatives reports whether a finding is to have all its fixes, and not
// only the best.
func Alternatives() bool { return options.alternatives }

// Fixes reports whether fixes are to be worked out.
func Fixes() bool { return options.fixes }

// Threshold returns the least confidence of a finding that is shown.
func Threshold() defect.Confidence {
	if options.all {
		return defect.Low
	}
	return options.confidence
}

// Tests reports whether findings in test files are shown.
func Tests() bool { return options.tests }

// Nolint reports whether those of golangci-lint's comments are obeyed that it obeys
// itself.
func Nolint() bool { return options.nolint }

// ShowEvidence reports whether messages are to name their evidence.
func ShowEvidence() bool { return options.evidence }

// All reports whether every category is to be shown, whatever its switch.
func All() bool { return options.all }
