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
	EvBlind         // the handler of the line's logger reads nothing from contexts
	EvNobodys       // the function is only called with contexts of no request
	EvQuoted        // the client is given the error, or its text
	EvSwitched      // a helper logs it if the program is set to say more

	// What the call that failed does: see known.Work. For or against, as measured.
	EvReads    // it reads a file or a device of this machine
	EvRuns     // it starts, or waits for, a process
	EvConnects // it opens a connection, or looks a name up
	EvReceives // it reads what a peer sends
	EvCalls    // it sends a request over the network
	EvQueries  // it asks a database
	EvListens  // it opens a port for clients
	EvSends    // it writes to a peer or a queue
	EvRemoves  // it removes a file of this machine
	EvWrites   // it changes a file of this machine
	EvStores   // it changes what a database holds
	EvChanges  // its name says that it changes something for others
	EvAsks     // its name says that it gets something

	// What happens instead: see Consequence.
	EvNoError // a nil error is returned
	EvTold    // a client is told that all went well
	EvDrives  // what stands in for the result is handed to what changes something
	EvNilNext // what stands in is nil, and is used
	EvStandIn // what stands in is returned, by a function that returns no error
	EvSkips   // what changes something, or answers a client, is not called because of it
	EvLeads   // what stands in leads to a call that changes something, or answers a client
	EvSpare   // nothing uses what the call gives beside the error

	// Who is affected, and what is done around.
	EvHandler    // a request is handled
	EvWorker     // a goroutine or a loop of the program's own does its work
	EvStarting   // the program starts up
	EvCommand    // a person runs a command
	EvSiblings   // the other failures of the function are returned or logged
	EvCompanions // most other failures of the function are lost as well
	EvTwin       // all other calls of the callee handle the error
	EvHabit      // no other call of the callee handles it
	EvTool       // no program that serves anything uses the package
	EvUnreached  // no program of those that are looked at uses the package
	EvUncalled   // nothing in the module is seen to lead to it
	EvWordless   // the package writes no log lines

	EvProven // the context that a line lacks is known to carry something for it
	EvTraced // ... which is the request's trace, and nothing else

	EvWaits  // it is received only to wait for an end
	EvNext   // a later step of the function needs what it prepares, and its error is looked at
	EvInside // nothing that implements the method is seen to reach the world outside

	EvBlamed  // the client is told that the mistake is its own
	EvFailing // the line that lacks something tells of a failure
	EvDebug   // it is for whoever looks for mistakes in the program, and mostly not written
	EvEmits   // the call writes to a writer of which nothing is known
	EvServes  // the call serves clients until it fails
	EvNames   // the line says which thing it is about
	EvCarries // the context carries something, for a line that says enough without it, or is for developers

	EvPulls   // the call reads from a reader of which nothing is known
	EvPuts    // its name says that it hands something on, or sets it
	EvChecks  // its name says that it looks whether something is there, or right
	EvGuards  // it, or the function, has to do with who may do what
	EvFormats // the function gives nothing but texts and numbers
	EvMakes   // the name of the function says that it makes something for its caller
	EvUnasked // it is kept by an object, that is not asked for it

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
	EvBlind:         "blind",
	EvNobodys:       "nobodys",
	EvQuoted:        "quoted",
	EvSwitched:      "switched",
	EvReads:         "reads",
	EvRuns:          "runs",
	EvConnects:      "connects",
	EvReceives:      "receives",
	EvCalls:         "calls",
	EvQueries:       "queries",
	EvListens:       "listens",
	EvSends:         "sends",
	EvRemoves:       "removes",
	EvWrites:        "writes",
	EvStores:        "stores",
	EvChanges:       "changes",
	EvAsks:          "asks",
	EvNoError:       "noerror",
	EvTold:          "told",
	EvDrives:        "drives",
	EvNilNext:       "nilnext",
	EvStandIn:       "standin",
	EvSkips:         "skips",
	EvLeads:         "leads",
	EvSpare:         "spare",
	EvHandler:       "handler",
	EvWorker:        "worker",
	EvStarting:      "starting",
	EvCommand:       "command",
	EvSiblings:      "siblings",
	EvCompanions:    "companions",
	EvTwin:          "twin",
	EvHabit:         "habit",
	EvTool:          "tool",
	EvUnreached:     "unreached",
	EvUncalled:      "uncalled",
	EvWordless:      "wordless",
	EvProven:        "proven",
	EvTraced:        "traced",
	EvWaits:         "waits",
	EvNext:          "next",
	EvInside:        "inside",
	EvBlamed:        "blamed",
	EvFailing:       "failing",
	EvDebug:         "debug",
	EvEmits:         "emits",
	EvServes:        "serves",
	EvNames:         "names",
	EvCarries:       "carries",
	EvPulls:         "pulls",
	EvPuts:          "puts",
	EvChecks:        "checks",
	EvGuards:        "guards",
	EvFormats:       "formats",
	EvMakes:         "makes",
	EvUnasked:       "unasked",
}

func (ev Evidence) String() string { return evidenceNames[ev] }

// Evidences returns every kind of evidence, those that speak for a finding
// first. It is for those who describe them; the engine itself has no list.
func Evidences() []Evidence {
	all := make([]Evidence, numEvidence)
	for i := range all {
		all[i] = Evidence(i)
	}
	return all
}

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
