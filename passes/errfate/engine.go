package errfate

import (
	"go/types"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/directive"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/reqctx"
	"github.com/loglint/loglint/passes/internal/srcindex"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// An engine is the analysis of one package.
type engine struct {
	*program.Program
	reqs *reqctx.Index
	log  *logctx

	src  *srcindex.Index // built by result: facts do not need it
	dirs *directive.Index

	summaries map[*ssa.Function]*Summary // of this package's functions
	// methods are the summaries of interface methods, as far as this package
	// implements them; interfaces lists those that it may.
	methods    map[*types.Func]*Summary
	interfaces []*types.Func
	imported   map[types.Object]*Summary // of other packages' functions and variables; nil if none
	traced     map[ssa.Value]bool        // cellTraced, remembered for one round
	flows      map[*ssa.Function]*funcFlow

	handed map[handing]handedError // errors handed to helpers that lose them

	tallies map[*types.Func]tally // see tally

	steps    int // taken in the function at hand; see maxSteps
	broken   map[*ssa.Function]bool
	failures []defect.Failure
}

// A funcFlow is what the flow found in one function, in the last round.
type funcFlow struct {
	origins  []*origin
	trackers []*tracker // one for each origin; nil where nothing takes the error
	params   []paramFlow
}

// A paramFlow is the flow of an error that is handed in.
type paramFlow struct {
	index   int
	tracker *tracker
}

func newEngine(pass *analysis.Pass) (*engine, error) {
	p, err := program.New(pass)
	if err != nil {
		return nil, err
	}
	e := &engine{
		Program:   p,
		reqs:      reqctx.New(p, options.reach == OfAny),
		dirs:      directive.New(pass.Fset, pass.Files),
		summaries: make(map[*ssa.Function]*Summary),
		methods:   make(map[*types.Func]*Summary),
		imported:  make(map[types.Object]*Summary),
		traced:    make(map[ssa.Value]bool),
		flows:     make(map[*ssa.Function]*funcFlow),
		handed:    make(map[handing]handedError),
		broken:    make(map[*ssa.Function]bool),
	}
	e.log = newLogctx(e)
	return e, nil
}

// effect returns what the tables say that a call does.
func (e *engine) effect(call *ssa.CallCommon) (known.Effect, bool) { return program.EffectOf(call) }

// summary returns what is known of the function that a call calls: computed,
// if it is of this package, or imported as a fact. It returns nil if nothing
// is known.
func (e *engine) summary(call *ssa.CallCommon) *Summary {
	if call.IsInvoke() {
		return e.ofObject(call.Method)
	}
	if _, ok := call.Value.(*ssa.Builtin); ok {
		return nil
	}
	fn := ssax.StaticCallee(call)
	if fn == nil {
		return e.dynamic(call.Value)
	}
	if s, ok := e.summaries[fn]; ok {
		return s
	}
	if obj, ok := fn.Object().(*types.Func); ok && obj != nil {
		return e.ofObject(obj)
	}
	return nil
}

// fact returns the summary of a function, or of a variable that holds one, of
// another package.
func (e *engine) fact(obj types.Object) *Summary {
	if s, ok := e.imported[obj]; ok {
		return s
	}
	s := new(Summary)
	if obj.Pkg() == nil || known.IsStd(obj.Pkg().Path()) || !e.Pass.ImportObjectFact(obj, s) {
		s = nil
	}
	e.imported[obj] = s
	return s
}

// export hands the summaries that say something to importing packages.
func (e *engine) export() {
	for _, fn := range e.Funcs {
		obj, ok := fn.Object().(*types.Func)
		if !ok || obj == nil || obj.Pkg() != e.Pass.Pkg || fn.Parent() != nil {
			continue
		}
		if s := e.summaries[fn]; s != nil && s.informative() {
			e.Pass.ExportObjectFact(obj.Origin(), s)
		}
	}
	for obj, s := range e.methods {
		if obj.Pkg() == e.Pass.Pkg && s != nil && s.informative() {
			e.Pass.ExportObjectFact(obj, s)
		}
	}
	for v := range e.Stored() {
		h := e.HeldByVar(v)
		if !h.Known() {
			continue
		}
		if s := e.join(h.Funcs); s != nil && s.informative() {
			e.Pass.ExportObjectFact(v, s)
		}
	}
}
