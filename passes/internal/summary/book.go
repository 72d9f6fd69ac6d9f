package summary

import (
	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/passes/internal/directive"
	"github.com/loglint/loglint/passes/internal/funcfact"
	"github.com/loglint/loglint/passes/internal/program"
)

// A Book holds the summaries that are known in a package.
type Book = funcfact.Book[Summary, *Summary]

// NewBook returns a book with the summaries that directives declare.
func NewBook(pass *analysis.Pass, prog *program.Program, dirs *directive.Index) *Book {
	b := funcfact.New(pass, prog, funcfact.Kind[Summary]{Join: join, FromTable: ofEffect})
	for obj, kind := range dirs.InterfaceMethods(pass.TypesInfo) {
		b.Declare(obj, Declared(obj, kind, new(Summary)))
	}
	return b
}
