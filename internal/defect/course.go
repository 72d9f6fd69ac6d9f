package defect

import "go/token"

// A Course is what becomes of one error: where it is born, and how each path from there ends.
// Coverage counts the paths; a finding is what a pass says of some of them.
type Course struct {
	Span            // of the call, or of what else the error is born in
	Subject Subject // what messages call it
	Class   string  // what kind of fact about the world it is, as known.Class names it
	From    string  // the callee of the callee that it may come from
	Does    string  // what that does in the world outside
	Func    string  // the function that it is born in
	Of      Surroundings
	Paths   []Path
	Found   Found
}

// Surroundings are what kind of function an error is born in.
type Surroundings struct {
	Role     Role     // as its package shows it
	Under    []string // the functions through which other packages may come to it; see [Finding]
	Boundary string   // handler, goroutine, main, callback or deferred; empty if errors can be returned
	Test     bool
}

// Found is where the finding stands that is about an error. The zero Found says that there is none.
type Found struct {
	Category Category
	Pos      token.Pos
}

// MaxLines is how many lines of a path are kept at most: of a longer one, its first and its last.
const MaxLines = 24

// A Path is one way that an error takes.
type Path struct {
	Fate   Fate
	Lines  []int    // that it passes, in its order; at most MaxLines
	Traces []Callee // what writes the error down, and where
	Keeper string   // what keeps an error that escaped
	Held   Held     // the rule by which a path that loses its error is no finding
}

// A Fate is what became of an error on one path, as coverage counts it. A path has one.
type Fate uint8

// The fates.
const (
	FateLogged     Fate = iota // a line has its value
	FateRecorded               // a span, or a service that gathers errors, has it
	FateNoValue                // a line is written, without the error
	FateAnswered               // a client is told, and nobody else
	FateCounted                // a metric counts it
	FateReplaced               // another error is returned, which does not carry it
	FateDropped                // nothing is done with it
	FatePropagated             // it is returned, wrapped or not
	FateEscaped                // it is kept by something known to keep it
	FateRetried                // the next attempt of the same call takes its place
	FateClassified             // a sentinel, a type or a predicate says what it is
	FateUnknown                // it is handed to something of which nothing is known

	EndOfFates // no fate: new ones stand above it
)

// Lost reports whether a path of this fate ends where the error is, without a trace.
func (f Fate) Lost() bool { return f >= FateNoValue && f <= FateDropped }

// Held names the rule by which a path that loses its error is no finding.
type Held uint8

// The rules. NotHeld says that the path is a finding.
const (
	NotHeld Held = iota
	HeldLogged
	HeldNamed
	HeldCompletion
	HeldParse
	HeldRound
	HeldCleanup
	HeldPlain
	HeldNever
	HeldYield
	HeldLineOfAnother
	HeldClientsOwn
	HeldTranslated
	HeldCollected
	HeldPartly
	HeldRetried
	HeldNil
	HeldUnseen
)

var heldNames = [...]string{
	HeldLogged:        "the callee has logged it",
	HeldNamed:         "the name of its variable says that it is let go on purpose",
	HeldCompletion:    "a shell's completion has nowhere to write to",
	HeldParse:         "it follows from the arguments alone, so nothing is lost with it",
	HeldRound:         "each round of the loop has a variable of its own",
	HeldCleanup:       "what is closed here has failed already, and that is returned",
	HeldPlain:         "values like these can always be encoded",
	HeldNever:         "two conditions on it contradict each other",
	HeldYield:         "the function that yields it is where it is born",
	HeldLineOfAnother: "the line is for another error, which says what went wrong",
	HeldClientsOwn:    "it is the client's own mistake, and the client is told of it",
	HeldTranslated:    "what it says of the world outside was logged before it was translated",
	HeldCollected:     "it was collected before, and a later failure is returned",
	HeldPartly:        "other paths of the function that is handed it leave a trace",
	HeldRetried:       "another attempt takes its place",
	HeldNil:           "nothing shows that there is a value",
	HeldUnseen:        "it is not seen in the source what takes it",
}

// String returns the rule in words, "" for none.
func (h Held) String() string {
	if int(h) < len(heldNames) {
		return heldNames[h]
	}
	return ""
}
