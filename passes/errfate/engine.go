package errfate

import (
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/directive"
	"github.com/loglint/loglint/passes/internal/errflow"
	"github.com/loglint/loglint/passes/internal/logline"
	"github.com/loglint/loglint/passes/internal/origin"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/reqctx"
	"github.com/loglint/loglint/passes/internal/srcindex"
	"github.com/loglint/loglint/passes/internal/summary"
)

// An engine is the analysis of one package.
type engine struct {
	*program.Program
	reqs   *reqctx.Index
	log    *logctx
	finder *origin.Finder
	lines  *logline.Reader

	src  *srcindex.Index // built by result: facts do not need it
	dirs *directive.Index

	*summary.Book
	flows map[*ssa.Function]*funcFlow

	handed map[errflow.Helper]handedError // errors handed to helpers that lose them

	tallies map[*types.Func]tally // see tally

	broken   map[*ssa.Function]bool
	failures []defect.Failure
}

// A funcFlow is what the flow found in one function, in the last round.
type funcFlow struct {
	origins  []*origin.Origin
	trackers []*errflow.Flow // one for each origin; nil where nothing takes the error
	params   []paramFlow
}

// A paramFlow is the flow of an error that is handed in.
type paramFlow struct {
	index   int
	tracker *errflow.Flow
}

func newEngine(pass *analysis.Pass) (*engine, error) {
	p, err := program.New(pass)
	if err != nil {
		return nil, err
	}
	dirs := directive.New(pass.Fset, pass.Files)
	e := &engine{
		Program: p,
		reqs:    reqctx.New(p, options.reach == OfAny),
		dirs:    dirs,
		Book:    summary.NewBook(pass, p, dirs),
		flows:   make(map[*ssa.Function]*funcFlow),
		handed:  make(map[errflow.Helper]handedError),
		broken:  make(map[*ssa.Function]bool),
	}
	e.lines = logline.NewReader(e.Book, options.debugLines)
	e.finder = origin.NewFinder(p, e.Book, e.reqs)
	e.log = newLogctx(e)
	return e, nil
}
