package defect

import (
	"go/token"
)

// A Finding is one defect.
type Finding struct {
	Category Category
	Pos, End token.Pos
	Span     Span      // around Pos and End
	Says     Statement // what is wrong, without its category
	Evidence []Evidence
	// Test says that it stands in a test file.
	Test bool
	Linked
	// Site is the place in syntax and types, nil where it is not known: what
	// is wrong there can be mended from that.
	Site *Site
}

// Linked is what of a finding other packages have to do with, for whoever knows them all.
type Linked struct {
	// Through names the methods of interfaces through which the error comes, if
	// it comes through no other door. If all that implements them has logged what
	// it returns, the finding is none; nor is it if nothing is lost with what they
	// return, unless it is about a line or a forgotten assignment, which is a
	// mistake whatever the error is. The package cannot tell: the implementations
	// are elsewhere.
	Through []string
	// Callee is the full name of the function whose error is lost, if it is of the module: other
	// packages may call it as well.
	Callee string
	// Under names the functions through which other packages may come to it, as [Reach] does, where
	// nothing in its own package shows what it is for.
	Under []string
	// Reads are the keys under which the line would find in the context what it lacks: see
	// [Carrier]. They are set where the context may be that of a request.
	Reads []string
	// By is what the request of that context comes by, if the line stands in what handles
	// it; else, or where that hands it on to other handlers, Within is the function whose
	// context it is: see [Reached].
	By     Protocol
	Within string
}

// A Failure is a function that could not be analysed: it is too large, or loglint
// itself has a mistake.
type Failure struct {
	Pos      token.Pos
	Text     string
	TooLarge bool
	Stack    string // where the mistake showed
}

// A Span is the part of a function that a finding is about, whatever of it the
// finding points to: for a lost error from the call that it comes from to where its
// path ends, with the branch in between. What was added, changed or deleted there may
// have made the finding.
type Span struct{ Pos, End token.Pos }
