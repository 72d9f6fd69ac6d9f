// Package logctx judges the log lines of a package: can each be tied to the request that it
// is written for? It knows which functions bind a logger to a context, how the package and
// its module give contexts to their lines, and which contexts are in reach.
package logctx

import (
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/ctxvalue"
	"github.com/loglint/loglint/passes/internal/fates"
	"github.com/loglint/loglint/passes/internal/funcfact"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/srcindex"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// Analyzer says how the lines of a package carry contexts. Its result is an [*Index], nil
// where there are no functions to look at.
var Analyzer = &analysis.Analyzer{
	Name:       "errlogctx",
	Doc:        "find which contexts the log lines of a package carry, for errfate",
	Run:        run,
	Requires:   []*analysis.Analyzer{fates.Analyzer, ctxvalue.Analyzer},
	FactTypes:  []analysis.Fact{(*Traits)(nil), (*Idiom)(nil)},
	ResultType: reflect.TypeFor[*Index](),
}

// maxRounds bounds how often it is asked which functions are helpers: each round finds
// those that call one of the round before.
const maxRounds = 12

// An Index says how the lines of a package carry contexts.
type Index struct {
	lines *neighbours
	slogs *slogs
}

func run(pass *analysis.Pass) (any, error) {
	pkg := pass.ResultOf[fates.Analyzer].(*fates.Package)
	if pkg == nil || pkg.Err != nil {
		return (*Index)(nil), nil
	}
	x := newIndex(pass, pkg)
	x.solve()
	x.lines.traits.Export()
	x.lines.exportIdiom()
	return x, nil
}

func newIndex(pass *analysis.Pass, pkg *fates.Package) *Index {
	base := &loggers{
		Package: pkg,
		pass:    pass,
		values:  pass.ResultOf[ctxvalue.Analyzer].(*ctxvalue.Index),
		traits:  funcfact.New(pass, pkg.Program, funcfact.Kind[Traits]{Join: join, FromTable: ofEffect, Otherwise: otherwise(pkg.Known)}),
	}
	for method := range pkg.Dirs.InterfaceMethods(pass.TypesInfo) {
		base.traits.Declare(method, new(Traits))
	}
	idioms := &idioms{loggers: base, siblings: make(map[*types.Func]*types.Func)}
	return &Index{
		lines: &neighbours{helpers: &helpers{idioms: idioms}, carrying: make(map[*ssa.Function]bool)},
		slogs: &slogs{loggers: base},
	}
}

// solve computes the traits, callees first: what a logger is follows from its methods,
// which nothing before has to call. What is asked on the way is not remembered, for not
// all is known yet.
func (x *Index) solve() {
	base := x.lines.loggers
	for _, fn := range base.Funcs {
		if base.Known.Own[fn] != nil {
			base.traits.Own[fn] = new(Traits)
		}
	}
	for _, fn := range base.Funcs {
		if t := base.traits.Own[fn]; t != nil {
			base.guard(fn, func() { t.Binds = base.binds(fn) })
		}
	}
	for _, fn := range base.BottomUp() {
		if t := base.traits.Own[fn]; t != nil {
			base.guard(fn, func() { t.Blind = x.slogs.isBlind(fn) })
		}
	}
	x.slogs.solved = true
	x.lines.solveHelpers()
}

// Failures returns the functions whose analysis was given up.
func (x *Index) Failures() []defect.Failure { return x.lines.failures }

// Binders returns the binders that can be called by their names, in the order of their
// loggers.
func (x *Index) Binders() []defect.Binder { return x.lines.offeredBinders() }

// Binds reports whether fn returns a logger that it makes of the context, or request, that
// it is given.
func (x *Index) Binds(fn *ssa.Function) bool {
	t := x.lines.traits.Own[fn]
	return t != nil && t.Binds
}

// IsLogger reports whether a value of type t is a logger.
func (x *Index) IsLogger(t types.Type) bool { return x.lines.isLoggerType(t) }

// Reporter returns what judges the lines of the package, of which src leads to the source.
func (x *Index) Reporter(src *srcindex.Index) *Reporter {
	return &Reporter{neighbours: x.lines, slogs: x.slogs, src: src, told: make(map[*types.Func]bool)}
}

// A Reporter finds the lines that lack their context. It reports a helper once.
type Reporter struct {
	*neighbours
	slogs *slogs
	src   *srcindex.Index
	told  map[*types.Func]bool // helpers
}

// loggers are what is known of the loggers of a package.
type loggers struct {
	*fates.Package
	pass     *analysis.Pass
	values   *ctxvalue.Index
	traits   *funcfact.Book[Traits, *Traits]
	failures []defect.Failure
}

// guard runs f, which analyses fn, and notes its failure.
func (l *loggers) guard(fn *ssa.Function, f func()) {
	if why := program.Guard(fn, f); why != nil {
		l.failures = append(l.failures, *why)
	}
}

// nameOf names a function or method, seen from this package.
func (l *loggers) nameOf(obj *types.Func) string { return ssax.NameFrom(obj, l.Pass.Pkg) }

// idioms are how the package, and its module, carry contexts.
type idioms struct {
	*loggers
	idiom    *idiom                      // see idiomOf
	siblings map[*types.Func]*types.Func // see sibling
}

// helpers are the functions that write lines for others.
type helpers struct{ *idioms }

// neighbours are what the lines of the package do beside each other.
type neighbours struct {
	*helpers
	carries  *bool                  // see carriesContext
	carrying map[*ssa.Function]bool // see othersCarry
	habits   map[string]int         // see mostlyCarried
}

// slogs are the loggers and handlers of log/slog.
type slogs struct {
	*loggers
	solved       bool              // all traits are known, and answers are remembered
	defaults     []*ssa.CallCommon // see settingDefault
	blindDefault *bool             // see defaultBlind
}
