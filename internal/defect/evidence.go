package defect

import "slices"

// Evidence is a reason to believe, or to doubt, that a maintainer would act
// on a finding.
type Evidence uint8

const (
	// For a finding.
	EvOutside   Evidence = iota // the origin reaches the world outside
	EvInferred                  // ... as its body shows
	EvInterface                 // the body is not to be seen, but takes a context or belongs to a store
	EvShape                     // the origin is some other interface method or a function value
	EvDecoding                  // the origin decodes what came from outside
	EvLost                      // an item of work is given up: a loop goes on, a void function ends
	EvBoundary                  // the error could not have travelled further
	EvWrong                     // the line logs another error in its place
	EvPostponed                 // a comment says that something is to be done here
	EvAbsent                    // a failure becomes "nothing there": nil, a zero value, another error
	EvSuccess                   // the function says that all went well
	EvSlip                      // its variable is assigned again at once, or nothing reads it
	EvDeviant                   // other calls of the same callee, or other lines, do it right
	EvRequest                   // a line is written with the request at hand
	EvContext                   // a line is written with a context at hand
	EvBeside                    // another line of the function carries it
	EvMostly                    // the lines of its file carry it at least as often as not
	EvServed                    // only what handles requests calls the function, and with their context
	EvLine                      // a line is written, and lacks only the error
	EvAsked                     // whatever context is in reach is asked for

	// Against it.
	EvUnknownOrigin // nothing is known of the origin
	EvProbe         // the origin asks whether something is there
	EvCleanup       // best effort by convention
	EvComputed      // the error follows from the arguments
	EvReason        // a comment gives a reason
	EvPredicate     // the function asks a question: is, has, match, find
	EvGoesOn        // the function goes on to something else
	EvExplicit      // the error is discarded with _ =
	EvUntested      // the path does not look at the error
	EvInScope       // another error is returned that was there before
	EvHarness       // the package is a test harness
	EvUndoing       // best effort on the way out of another error
	EvTrial         // one of several ways to read the same thing
	EvFallback      // the error branch tries another way to the same value
	EvStartup       // the function prepares what will handle requests
	EvKept          // another path returns or logs the error later
	EvPartial       // another result of the call is there beside the error, and is used
	EvRest          // the callee has logged what came from outside, and this is about what it made of that
	EvPlain         // the logger takes no context: only the line's arguments could name the request
	EvUnused        // nothing seen of the module binds a logger of this kind to a context
	EvBlind         // the handler of the line's logger reads nothing from contexts
	EvNobodys       // the function is only called with contexts of no request

	numEvidence
)

var evidenceNames = [numEvidence]string{
	EvOutside:       "outside",
	EvInferred:      "inferred",
	EvInterface:     "interface",
	EvShape:         "shape",
	EvDecoding:      "decoding",
	EvLost:          "lost",
	EvBoundary:      "boundary",
	EvWrong:         "wrong",
	EvPostponed:     "postponed",
	EvAbsent:        "absent",
	EvSuccess:       "success",
	EvSlip:          "slip",
	EvDeviant:       "deviant",
	EvRequest:       "request",
	EvContext:       "context",
	EvBeside:        "beside",
	EvMostly:        "mostly",
	EvServed:        "served",
	EvLine:          "line",
	EvAsked:         "asked",
	EvUnknownOrigin: "unknownorigin",
	EvProbe:         "probe",
	EvCleanup:       "cleanup",
	EvComputed:      "computed",
	EvReason:        "reason",
	EvPredicate:     "predicate",
	EvGoesOn:        "goeson",
	EvExplicit:      "explicit",
	EvUntested:      "untested",
	EvInScope:       "inscope",
	EvHarness:       "harness",
	EvUndoing:       "undoing",
	EvTrial:         "trial",
	EvFallback:      "fallback",
	EvStartup:       "startup",
	EvKept:          "kept",
	EvPartial:       "partial",
	EvRest:          "rest",
	EvPlain:         "plain",
	EvUnused:        "unused",
	EvBlind:         "blind",
	EvNobodys:       "nobodys",
}

func (ev Evidence) String() string { return evidenceNames[ev] }

// weights are what each kind of evidence counts. A finding's confidence
// follows from the sum: see [ConfidenceOf].
var weights = [numEvidence]int{
	EvOutside: 2, EvInferred: 3, EvInterface: 3, EvShape: 1, EvDecoding: 2,
	EvLost: 1, EvBoundary: 1, EvWrong: 3, EvPostponed: 3, EvAbsent: 1, EvSuccess: 1, EvSlip: 1, EvDeviant: 1,
	EvRequest: 3, EvContext: 1, EvBeside: 1, EvServed: 1, EvMostly: 1, EvLine: 1, EvAsked: 2,
	EvUnknownOrigin: 0, EvProbe: 0, EvCleanup: 0, EvComputed: 0,
	EvReason: -4, EvPredicate: -2, EvGoesOn: 0, EvExplicit: -3, EvUntested: -2, EvInScope: -2, EvHarness: -3, EvUndoing: -2, EvTrial: -2, EvFallback: -2, EvStartup: -2, EvKept: -2, EvPartial: -2, EvRest: -2,
	EvPlain: -1, EvUnused: -2, EvBlind: -4, EvNobodys: -4,
}

// The sums from which a finding is of high and of medium confidence.
const (
	highSum   = 3
	mediumSum = 1
)

// ConfidenceOf returns the confidence that evidence adds up to.
func ConfidenceOf(evidence []Evidence) Confidence {
	sum := 0
	for _, ev := range evidence {
		sum += weights[ev]
	}
	switch {
	case sum >= highSum:
		return High
	case sum >= mediumSum:
		return Medium
	}
	return Low
}

// Evidences returns every kind of evidence, those that speak for a finding
// first. It is for those who describe them; the engine itself has no list.
func Evidences() []Evidence {
	all := make([]Evidence, numEvidence)
	for i := range all {
		all[i] = Evidence(i)
	}
	return all
}

// Weight returns what the evidence counts: for a finding if it is positive,
// against it if it is negative.
func (ev Evidence) Weight() int { return weights[ev] }

// Thresholds returns the sums of weights from which a finding is of high and
// of medium confidence.
func Thresholds() (high, medium int) { return highSum, mediumSum }

// Raised returns the evidence as it is if what implements the methods that
// the error comes through reaches the world outside, and whether that makes
// a difference: the interface alone tells too little.
func Raised(evidence []Evidence) ([]Evidence, bool) {
	i := slices.Index(evidence, EvShape)
	if i < 0 {
		return evidence, false
	}
	raised := slices.Clone(evidence)
	raised[i] = EvInferred
	return raised, true
}
