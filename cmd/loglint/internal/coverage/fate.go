package coverage

import (
	"slices"

	"github.com/loglint/loglint/internal/defect"
)

// A Fate is what became of an error on one path.
type Fate string

// The fates. Those of a path that ends in the function decide its coverage.
const (
	Propagated Fate = "propagated" // it is returned, wrapped or not
	Escaped    Fate = "escaped"    // it is kept by something known to keep it, which is named
	Retried    Fate = "retried"    // the next attempt of the same call takes its place
	Classified Fate = "classified" // a sentinel or a predicate says what it is
	Unknown    Fate = "unknown"    // it is handed to something of which nothing is known

	Logged   Fate = "logged"   // a line has its value
	Recorded Fate = "recorded" // a span, or a service that gathers errors, has it

	NoValue  Fate = "novalue"  // a line is written, without the error
	Answered Fate = "answered" // a client is told, and nobody else
	Counted  Fate = "counted"  // a metric counts it, and that is all
	Replaced Fate = "replaced" // another error is returned in its place, which does not carry it
	Dropped  Fate = "dropped"  // nothing is done with it
)

// Fates are all fates, in the order in which they are reported.
var Fates = []Fate{
	Logged, Recorded, NoValue, Answered, Counted, Replaced, Dropped,
	Propagated, Escaped, Retried, Classified, Unknown,
}

// Says returns what the fate means, as a sentence; "" for one that there is not.
func (f Fate) Says() string { return says[f] }

var says = map[Fate]string{
	Logged:     "A log line is written, and the error is in it.",
	Recorded:   "A tracing span, or a service that gathers errors, is given the error.",
	NoValue:    "A log line is written, but the error is not in it.",
	Answered:   "A client is told that something failed, and nobody else.",
	Counted:    "A metric counts it, and that is all.",
	Replaced:   "Another error is returned in its place, and does not carry it.",
	Dropped:    "Nothing is done with it.",
	Propagated: "It is returned to the caller, wrapped or not.",
	Escaped:    "It is kept by something known to keep errors, such as a channel; the path names it.",
	Retried:    "The same call is tried again, and the error of the next attempt takes its place.",
	Classified: "The code asks which error it is, and knows it: io.EOF, or \"not found\".",
	Unknown:    "It is handed to something of which nothing is known.",
}

// ClassSays returns what the class of an error means, as a clause; "" for one that there is not.
func ClassSays(class string) string { return classes[class] }

var classes = map[string]string{
	"environment": "it tells of the world outside the program",
	"likely":      "it comes from an interface or a function value, which by its shape reaches the world outside",
	"decoding":    "it tells of bytes that mostly come from outside",
	"probe":       "the call asks whether something is there",
	"cleanup":     "the call is best-effort clean-up by convention",
	"computed":    "it follows from the arguments alone",
	"unknown":     "nothing is known of the call",
}

// FateOf returns the fate that the engine knows by a number.
func FateOf(f defect.Fate) Fate { return fates[f] }

var fates = [defect.EndOfFates]Fate{
	defect.FateLogged: Logged, defect.FateRecorded: Recorded, defect.FateNoValue: NoValue, defect.FateAnswered: Answered,
	defect.FateCounted: Counted, defect.FateReplaced: Replaced, defect.FateDropped: Dropped, defect.FatePropagated: Propagated,
	defect.FateEscaped: Escaped, defect.FateRetried: Retried, defect.FateClassified: Classified, defect.FateUnknown: Unknown,
}

// Traced reports whether a path of this fate ends with a trace.
func (f Fate) Traced() bool { return f == Logged || f == Recorded }

// Lost reports whether a path of this fate ends without one.
func (f Fate) Lost() bool { return f.Ends() && !f.Traced() }

// Ends reports whether a path of this fate ends where the error is: it counts for coverage.
func (f Fate) Ends() bool {
	i := slices.Index(Fates, f)
	return i >= 0 && i <= slices.Index(Fates, Dropped)
}
