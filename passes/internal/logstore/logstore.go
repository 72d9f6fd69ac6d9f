// Package logstore says which loggers can be taken from a context. A logger is there only
// if something has put it there: the others write nothing, or panic. So it sees what is
// put, and what a function gives that finds none.
package logstore

import (
	"reflect"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/passes/internal/fates"
	"github.com/loglint/loglint/passes/internal/logctx"
	"github.com/loglint/loglint/passes/internal/program"
)

// Analyzer finds the loggers that a package, or one that it imports, puts into contexts. Its
// result is a [*Store], empty where there are no functions to look at.
var Analyzer = &analysis.Analyzer{
	Name:       "errlogstore",
	Doc:        "find which loggers can be taken from a context, for errfate",
	Run:        run,
	Requires:   []*analysis.Analyzer{fates.Analyzer, logctx.Analyzer},
	FactTypes:  []analysis.Fact{(*Store)(nil)},
	ResultType: reflect.TypeFor[*Store](),
}

// A Store is the fact that is exported for a package: which loggers can be taken from a
// context, as far as the package, and those that it imports, show.
type Store struct {
	// Put are the paths of packages whose functions find a logger in a context, for
	// one is put there, and Sure the binders, by path and name, that need none to be
	// there, in order.
	Put, Sure []string
}

// AFact marks a Store as a fact.
func (*Store) AFact() {}

// String renders the store for tests.
func (s *Store) String() string {
	var parts []string
	for _, name := range s.Put {
		parts = append(parts, "a logger for "+name+" is put into contexts")
	}
	for _, name := range s.Sure {
		parts = append(parts, name+" gives a logger always")
	}
	return strings.Join(parts, "; ")
}

// A finder looks through a package.
type finder struct {
	*fates.Package
	log      *logctx.Index
	imported *Store // of the packages that this one imports
}

func run(pass *analysis.Pass) (any, error) {
	pkg, log := pass.ResultOf[fates.Analyzer].(*fates.Package), pass.ResultOf[logctx.Analyzer].(*logctx.Index)
	if log == nil || program.IsDependency(pass) {
		return new(Store), nil
	}
	x := &finder{Package: pkg, log: log, imported: new(Store)}
	for _, imp := range pass.Pkg.Imports() {
		if s := new(Store); pass.ImportPackageFact(imp, s) {
			x.imported.Put = append(x.imported.Put, s.Put...)
			x.imported.Sure = append(x.imported.Sure, s.Sure...)
		}
	}
	s := &Store{Put: x.putLoggers(), Sure: x.sureBinders()}
	if len(s.Put)+len(s.Sure) > 0 {
		pass.ExportPackageFact(s)
	}
	return s, nil
}
