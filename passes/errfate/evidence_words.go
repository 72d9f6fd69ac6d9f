package errfate

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

// Words returns what the evidence says, as a clause about the finding.
func (ev Evidence) Words() string { return evidenceWords[ev] }

// Thresholds returns the sums of weights from which a finding is of high and
// of medium confidence.
func Thresholds() (high, medium int) { return highSum, mediumSum }

var evidenceWords = [numEvidence]string{
	EvOutside:       "the call is known to reach the world outside the program: a file, the network, a process; or what is lost is lost whatever the call does: it is overwritten, answered with a 5xx, or ends the program",
	EvInferred:      "the call reaches the world outside, as the body of the function shows",
	EvInterface:     "the call is that of an interface method whose body is not to be seen, but which takes a context or belongs to a store",
	EvShape:         "the call is that of some other interface method or of a function value",
	EvDecoding:      "the call decodes or verifies what came from outside",
	EvLost:          "work is given up: a loop goes on to its next round, or a function without results returns",
	EvBoundary:      "the error could not have travelled further: a handler, a goroutine, main or a callback ends here",
	EvWrong:         "the line that is logged has another error in its place",
	EvPostponed:     "a comment in the branch says TODO, FIXME, XXX or HACK",
	EvAbsent:        "another error is returned in its place",
	EvSuccess:       "the function returns no error in its place: its caller is told that all went well",
	EvSlip:          "the variable that takes the error is assigned again before anything looks at it",
	EvDeviant:       "all other calls of the same function in the package handle the error, or other lines of the package carry the context that this one lacks",
	EvRequest:       "a request is at hand where the line is written",
	EvContext:       "a context is at hand where the line is written",
	EvBeside:        "another line of the same function carries the context",
	EvMostly:        "of the lines in its file that could carry a context, at least as many do as do not",
	EvServed:        "only functions that handle requests, or reconcile, call the function of the line, and hand it their context",
	EvLine:          "a line is written for the error, and lacks only its value",
	EvAsked:         "`-reach=any` asks for every context that is in reach",
	EvUnknownOrigin: "nothing is known of the call",
	EvProbe:         "the call asks whether something is there",
	EvCleanup:       "the call is best-effort clean-up by convention",
	EvComputed:      "the error follows from the arguments alone",
	EvReason:        "a comment gives a reason",
	EvPredicate:     "the name of the function asks a question: isReady, findConfig, tryLock",
	EvGoesOn:        "the path goes on to something else, or the client is told that the mistake is its own",
	EvExplicit:      "the error is discarded with `_ =`",
	EvUntested:      "nothing on the path looks at the error",
	EvInScope:       "the error that is returned instead was there before, or is that of another attempt",
	EvHarness:       "the package is a test harness: it imports testing outside test files",
	EvUndoing:       "the call undoes something on the way out of another error",
	EvTrial:         "the call is one of several ways to read the same thing",
	EvFallback:      "the branch tries another way to the same value",
	EvStartup:       "the name of the function says that it prepares what will handle requests: New, Open, Setup",
	EvKept:          "the error is kept past its test, and another path returns or logs it",
	EvPartial:       "what the call gives beside the error is there, and is used",
	EvRest:          "the function that is called has logged the errors of the world outside; those that it returns unlogged are about what it made of what it got",
	EvPlain:         "the logger takes no context, so that only the arguments of the line could name the request",
	EvUnused:        "nothing seen of the module binds a logger of this kind to a context, so that it may carry nothing",
	EvBlind:         "the logger of the line can be followed to a handler that reads nothing from contexts",
	EvNobodys:       "the function of the line is only ever called with contexts that are of no request: context.Background(), or that of the program",
}
