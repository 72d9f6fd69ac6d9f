// Package defect holds what a finding says, as data: which kind of defect it is, of
// what, and which other lines have to do with it. How that is put into words is for
// package message; whoever compares findings, counts them or writes them down needs no
// words.
package defect

// A Statement is what a finding says. Which of its fields are set depends on its kind.
type Statement struct {
	Kind    Kind    `json:"k,omitempty"`
	Subject Subject `json:"s,omitzero"`  // what is lost
	Line    int     `json:"l,omitempty"` // where the path ends, the error is replaced or its variable assigned again
	Leave   Leave   `json:"w,omitempty"` // how a dropping path leaves
	Counted bool    `json:"n,omitempty"` // the path counts the error
	Callee  Callee  `json:"c,omitzero"`  // what was handed the error, or answers for it
	Reply   Reply   `json:"a,omitzero"`  // what a client is answered with
	Another bool    `json:"e,omitempty"` // the line has another error
	Whether bool    `json:"m,omitempty"` // of Unlooked: whether it is nil is returned, and nothing more of it
	Handed  *Handed `json:"h,omitempty"` // what a helper is handed
	Elsewhere
	AboutLine
}

// Elsewhere is what is said of other places than that where the error is lost.
type Elsewhere struct {
	From    string      `json:"f,omitempty"` // the callee of the callee that the error may come from
	Does    string      `json:"i,omitempty"` // what that does in the world outside, as known.Work names it
	Others  int         `json:"o,omitempty"` // so many other calls of the callee handle the error
	Instead Consequence `json:"z,omitzero"`  // what happens instead of what the failed call was to do
	Twin    Place       `json:"t,omitzero"`  // another call of the same function, whose error is handled
	// Switched is a helper that is handed the error, and logs it or not.
	Switched Switched `json:"q,omitzero"`
	// Unknown is called where the error is lost, and may tell of it, by its name.
	Unknown Callee `json:"u,omitzero"`
}

// A Switched is a helper that logs what it is handed only under a setting of the program.
type Switched struct {
	Helper  Callee `json:"h"`
	Setting string `json:"s"` // as the helper writes it
}

// AboutLine is what is said of a log line and its context.
type AboutLine struct {
	Logger  string  `json:"g,omitempty"` // what the line is written with, or the helper that writes it
	Way     string  `json:"y,omitempty"` // from the helper to the line
	Would   Would   `json:"d,omitzero"`  // what would carry the context
	Context string  `json:"x,omitempty"` // how the context in reach is written
	Given   string  `json:"v,omitempty"` // the context that is used in its place
	Blind   bool    `json:"b,omitempty"` // the logger's handler reads nothing from contexts
	Carried Carried `json:"p,omitzero"`  // what the context in reach is known to carry
}

// A Kind is what is wrong.
type Kind uint8

// The kinds, with the category that they are mostly of.
const (
	Dropped         Kind = iota + 1 // dropped: a path neither returns nor logs it
	Unread                          // dropped: nothing reads the variable that takes it
	Unlooked                        // dropped: a path never looks at it
	Captured                        // dropped: it is left in a captured variable
	Discarded                       // discarded
	Overwritten                     // overwritten
	Replaced                        // replaced
	ReplacedByNil                   // replaced: the other error is nil
	NoValue                         // novalue
	Answered                        // answered
	EndsProgram                     // exit
	EndsInit                        // exit: of a package's initialization
	EndsGoroutine                   // goroutine
	EndsCallback                    // callback
	EndsDeferred                    // callback: of a deferred function
	PanicDropped                    // recovered
	PanicWithoutVal                 // recovered: a line lacks the value
	LacksContext                    // nocontext
	GivenBackground                 // background: the line is given it
	BoundBackground                 // background: its logger is bound to it
	HelperWithout                   // helper
	SaysNothing                     // anonymous
	WrapsNil                        // replaced: what wraps an error that is nil is nil as well
	SentUnread                      // dropped, or at a boundary: it is sent to where nothing receives it
	UnreadChannel                   // discarded: of a channel, of the errors that are sent to it
	Unasked                         // discarded: it is kept, and nothing asks for it
	UnaskedResult                   // discarded: the result keeps it, and nothing asks for it
	NeverWritten                    // discarded: of a line that is begun
	Shadowed                        // dropped: a variable of the same name is read in its place
	WrapsNoCause                    // replaced: what wraps an error that is nil has no cause

	EndOfKinds // no kind: new ones stand above it
)

// A Subject is the error that is lost.
type Subject struct {
	Kind SubjectKind `json:"k,omitempty"`
	Name string      `json:"n,omitempty"` // of the callee, or of the variable
	Of   string      `json:"o,omitempty"` // the function that it is handed to
}

// A SubjectKind is where an error was born.
type SubjectKind uint8

const (
	FromCall     SubjectKind = iota // of what Name names
	FromPanic                       // recovered
	FromIterator                    // yielded, as Name
	FromChannel                     // received
	FromCaller                      // handed to Of, as Name
	FromVariable                    // held by Name
)

// A Leave is how a path leaves the error branch.
type Leave uint8

const (
	GoingOn Leave = iota
	Returning
	Continuing
	LeavingLoop
)

// A Callee is something that is called at a line.
type Callee struct {
	Name string `json:"n,omitempty"`
	Line int    `json:"l,omitempty"`
}

// A Reply is what a client is answered with.
type Reply struct {
	Form   ReplyForm `json:"f,omitempty"`
	Number int       `json:"n,omitempty"`
}

// A ReplyForm says what the number of a reply is.
type ReplyForm uint8

const (
	SomeStatus ReplyForm = iota // it is not known
	Status                      // of HTTP
	Code                        // of gRPC or connect
	ErrorText                   // there is none: the error's text was sent
)

// A Handed is where a helper is handed an error.
type Handed struct {
	File    string  `json:"f,omitempty"` // its name alone; empty if it is the helper's
	Line    int     `json:"l"`
	Subject Subject `json:"s"`
}

// A Would is what would carry the context.
type Would struct {
	Form WouldForm `json:"f,omitempty"`
	Name string    `json:"n,omitempty"`
}

// A WouldForm says how the context comes into a line.
type WouldForm uint8

const (
	ByVariant  WouldForm = iota // Name, given the context
	ByArgument                  // the same call, with the context as its first argument
	ByBinder                    // the logger that Name makes of the context
)
