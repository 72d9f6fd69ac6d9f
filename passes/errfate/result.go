package errfate

import (
	"go/ast"
	"go/token"
	"slices"

	"github.com/loglint/loglint/passes/internal/directive"
)

// A Result is what the engine found in a package. The reporting passes turn
// it into diagnostics; it is empty for a package of which only facts are
// wanted.
type Result struct {
	// Findings holds what was found, of all categories and confidences, in
	// the order of the source.
	Findings []Finding
	// Types are the package's types, as far as they have to do with interfaces
	// whose methods return errors.
	Types []Type
	// Failures are functions whose analysis had to be given up.
	Failures []Failure
	// Directives are the package's directives; nil if there are none to obey.
	Directives *directive.Index
	// Lines are the calls that write log lines, or may by their shape, for whoever
	// is to write another one; nil if nothing was found.
	Lines []*ast.CallExpr
	// Put and Sure say which loggers can be taken from a context: see [Idiom]. They
	// are nil if nothing was found.
	Put, Sure []string
}

// A Category names a kind of defect. It is the Category of the diagnostic.
type Category string

// The categories of swallowederr, nolog and missingctx.
const (
	CatDropped     Category = "dropped"
	CatDiscarded   Category = "discarded"
	CatOverwritten Category = "overwritten"
	CatReplaced    Category = "replaced"
	CatNoValue     Category = "novalue"

	CatAnswered  Category = "answered"
	CatExit      Category = "exit"
	CatGoroutine Category = "goroutine"
	CatRecovered Category = "recovered"
	CatCallback  Category = "callback"

	CatNoContext  Category = "nocontext"
	CatBackground Category = "background"
	CatHelper     Category = "helper"
	CatAnonymous  Category = "anonymous"
)

// A Finding is one defect.
type Finding struct {
	Category   Category
	Pos, End   token.Pos
	Text       string // the message, without its category
	Confidence Confidence
	Evidence   []Evidence
	// Through names the methods of interfaces through which the error comes, if
	// it comes through no other door. If all that implements them has logged what
	// it returns, the finding is none; nor is it if nothing is lost with what they
	// return, unless it is about a line or a forgotten assignment, which is a
	// mistake whatever the error is. The package cannot tell: the implementations
	// are elsewhere.
	Through []string
	// Site is the place in syntax and types, nil where it is not known: what
	// is wrong there can be mended from that.
	Site *Site
}

// Shown reports whether the finding is confident enough to be shown.
func (f Finding) Shown() bool { return f.Confidence >= threshold() }

// Raised returns the finding as it is if what implements the methods that its error
// comes [Finding.Through] reaches the world outside, and whether it is then shown
// and was not before.
func (f Finding) Raised() (Finding, bool) {
	i := slices.Index(f.Evidence, EvShape)
	if i < 0 || len(f.Through) == 0 || f.Shown() {
		return f, false
	}
	f.Evidence = slices.Clone(f.Evidence)
	f.Evidence[i] = EvInferred
	f.Confidence = confidenceOf(f.Evidence)
	return f, f.Shown()
}

// A Failure is a function that could not be analysed because of a mistake in
// loglint itself.
type Failure struct {
	Pos   token.Pos
	Text  string
	Stack string
}
