package defect

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// A Site is the place of a finding, in syntax and types: what whoever mends it
// has to know. The engine writes no text and no edits; how a repair reads is
// for package fix to say.
type Site struct {
	// Kind says what is wrong there.
	Kind SiteKind
	// Origin is the call whose error it is, and Result which of its results;
	// nil for an error that was not born by a call.
	Origin *ast.CallExpr
	Result int
	// Error is the variable that takes the error, nil if none does.
	Error *types.Var
	// Exits are the ends of the paths on which the error is lost.
	Exits []Exit
	// Line is the call that writes the line that lacks something.
	Line *ast.CallExpr
	// Context is the request's context in reach of the first exit, the line or
	// the origin; nil if there is none.
	Context *Context
	// Binders make loggers of contexts, in the package or in those of its module
	// that it imports: what a line can be written with that is lacking, or should
	// be written with that is there.
	Binders []Binder
}

// A SiteKind says what is wrong at a site.
type SiteKind uint8

const (
	Leaves             SiteKind = iota // a path leaves without a trace
	Untaken                            // nothing looks at the result of a call
	LineWithoutError                   // a line lacks the error
	LineWithoutContext                 // a line lacks the request's context
	PanicRecovered                     // a recovered panic is dropped
)

// An Exit is the end of a path on which an error is lost.
type Exit struct {
	// Test is the comparison that found the error, nil if none did.
	Test ast.Node
	// Branch is the if statement or the case clause of the test, and Body what
	// it runs for the error, between From and To. There may be no body: an
	// if err == nil without else.
	Branch   ast.Node
	Body     []ast.Stmt
	From, To token.Pos
	// Leave is the statement that leaves: return, continue, break; nil if the
	// path just goes on.
	Leave ast.Stmt
	// At is where the finding is: the answer to the client, os.Exit, the
	// return of another error.
	At token.Pos
	// Context is the request's context in reach, nil if there is none.
	Context *Context
}

// A Binder binds loggers to contexts.
type Binder struct {
	Logger string // the path of the package that declares the logger's type
	Pkg    string // the path of the package that declares the binder
	Call   string // how to name it elsewhere: log.G
	Method bool
	Reads  []string // the keys of the values that it looks for in a context: see [Carrier]
}

// Offered reports whether other packages can call the binder by its name.
func (b Binder) Offered() bool {
	name := b.Call[strings.LastIndexByte(b.Call, '.')+1:]
	return !b.Method && token.IsExported(name)
}

// Merge adds the exits of another finding of the same error.
func (s *Site) Merge(other *Site) {
	for _, exit := range other.Exits {
		same := func(x Exit) bool { return x.At == exit.At && x.From == exit.From && x.Leave == exit.Leave }
		if !slices.ContainsFunc(s.Exits, same) {
			s.Exits = append(s.Exits, exit)
		}
	}
}
