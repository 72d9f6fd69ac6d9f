package errfate

import (
	"go/ast"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/directive"
)

// A Result is what the engine found in a package. The reporting passes turn
// it into diagnostics; it is empty for a package of which only facts are
// wanted.
type Result struct {
	// Findings holds what was found, of all categories and confidences, in
	// the order of the source.
	Findings []defect.Finding
	// Courses says what becomes of each error, found or not, in the order of the source.
	Courses []defect.Course
	// Types are the package's types, as far as they have to do with interfaces
	// whose methods return errors.
	Types []defect.Type
	// Package is what the package is in its program.
	Package defect.Package
	// Failures are functions whose analysis had to be given up.
	Failures []defect.Failure
	// Directives are the package's directives; nil if there are none to obey.
	Directives *directive.Index
	// Lines are the calls that write log lines, or may by their shape, for whoever
	// is to write another one; nil if nothing was found.
	Lines []*ast.CallExpr
	// Put and Sure say which loggers can be taken from a context: see [Idiom]. They
	// are nil if nothing was found.
	Put, Sure []string
}
