package errfate

import (
	"go/ast"
	"go/token"

	"github.com/loglint/loglint/internal/defect"
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

// A Finding is one defect.
type Finding struct {
	Category   defect.Category
	Pos, End   token.Pos
	Span       Span             // around Pos and End
	Says       defect.Statement // what is wrong, without its category
	Confidence defect.Confidence
	Evidence   []defect.Evidence
	// Test says that it stands in a test file.
	Test bool
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

// A Failure is a function that could not be analysed: it is too large, or loglint
// itself has a mistake.
type Failure struct {
	Pos      token.Pos
	Text     string
	TooLarge bool
	Stack    string // where the mistake showed
}
