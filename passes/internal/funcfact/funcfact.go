// Package funcfact says what is known of the function that a call calls, for facts of one
// kind: computed, if the function is of the package at hand; imported, if another package
// has exported it; made of what the tables say of a library; or joined, where a call may
// call one of several: a method of an interface, what a variable holds. It knows nothing
// of what the facts say.
package funcfact

import (
	"go/token"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// A Fact is a fact of a function. One that is not informative tells an importer
// nothing that the absence of a fact does not, and is not exported.
type Fact[T any] interface {
	*T
	analysis.Fact
	Informative() bool
}

// A Kind says how facts of one kind are made of others.
type Kind[T any] struct {
	// Join returns what holds of a call that may call any of the functions that
	// facts are of, nil if nothing does. A function of which nothing is known has a nil
	// fact.
	Join func(facts []*T) *T
	// FromTable returns what the tables say of a function of a library.
	FromTable func(*types.Func, known.Effect) *T
	// Otherwise returns what is known of a function of which there is neither; nil if
	// nothing ever is.
	Otherwise func(*types.Func) *T
}

// A Book holds the facts of one kind that are known in a package.
type Book[T any, P Fact[T]] struct {
	// Own are the facts of the package's own functions, filled in by whoever computes
	// them. What is missing is unknown.
	Own map[*ssa.Function]*T

	pass *analysis.Pass // of the analyzer whose facts they are
	prog *program.Program
	kind Kind[T]
	// methods are the facts of interface methods, as far as this package implements
	// them, and declared those of which a directive says what they do; interfaces lists
	// the former.
	methods    map[*types.Func]*T
	declared   map[*types.Func]bool
	interfaces []*types.Func
	imported   map[types.Object]*T // of other packages' functions and variables; nil if none
}

// New returns an empty book for the functions of a package. The pass is that of the
// analyzer whose facts they are.
func New[T any, P Fact[T]](pass *analysis.Pass, prog *program.Program, kind Kind[T]) *Book[T, P] {
	return &Book[T, P]{
		Own:        make(map[*ssa.Function]*T),
		pass:       pass,
		prog:       prog,
		kind:       kind,
		methods:    make(map[*types.Func]*T),
		declared:   make(map[*types.Func]bool),
		interfaces: prog.InterfaceMethods(),
		imported:   make(map[types.Object]*T),
	}
}

// Declare says what is known of a method of an interface, whatever implements it.
func (b *Book[T, P]) Declare(method *types.Func, fact *T) {
	b.methods[method] = fact
	b.declared[method] = true
}

// OfCall returns what is known of the function that a call calls, nil if nothing is.
func (b *Book[T, P]) OfCall(call *ssa.CallCommon) *T {
	if call.IsInvoke() {
		return b.OfObject(call.Method)
	}
	if _, ok := call.Value.(*ssa.Builtin); ok {
		return nil
	}
	fn := ssax.StaticCallee(call)
	if fn == nil {
		return b.dynamic(call.Value)
	}
	if fact, ok := b.Own[fn]; ok {
		return fact
	}
	if obj, ok := fn.Object().(*types.Func); ok && obj != nil {
		return b.OfObject(obj)
	}
	return nil
}

// OfObject returns what is known of a declared function or method, nil if nothing is.
func (b *Book[T, P]) OfObject(obj *types.Func) *T {
	obj = obj.Origin()
	if obj.Pkg() != b.pass.Pkg {
		if fact := b.fact(obj); fact != nil {
			return fact
		}
		return b.methods[obj]
	}
	if fact, ok := b.methods[obj]; ok {
		return fact
	}
	if decl := b.prog.Pkg.Prog.FuncValue(obj); decl != nil {
		return b.Own[decl]
	}
	return nil
}

// dynamic returns what is known of a call of the function that v holds, or nil. A
// variable of another package is known by a fact.
func (b *Book[T, P]) dynamic(v ssa.Value) *T {
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
		if variable := ssax.DeclaredVar(load.X); variable != nil && variable.Pkg() != b.pass.Pkg {
			return b.fact(variable)
		}
	}
	h := b.prog.HeldBy(v)
	if !h.Known() {
		return nil
	}
	return b.join(h.Funcs)
}

// join returns what holds of a call that may call any of the functions.
func (b *Book[T, P]) join(fns []*ssa.Function) *T {
	facts := make([]*T, len(fns))
	for i, fn := range fns {
		facts[i] = b.ofFunc(fn)
	}
	return b.kind.Join(facts)
}

// ofFunc returns what is known of a function.
func (b *Book[T, P]) ofFunc(fn *ssa.Function) *T {
	if origin := fn.Origin(); origin != nil {
		fn = origin
	}
	if fact, ok := b.Own[fn]; ok {
		return fact
	}
	obj, ok := fn.Object().(*types.Func)
	if !ok || obj == nil {
		return nil
	}
	if effect, ok := known.EffectOf(obj); ok {
		return b.kind.FromTable(obj, effect)
	}
	if fact := b.OfObject(obj); fact != nil || b.kind.Otherwise == nil {
		return fact
	}
	return b.kind.Otherwise(obj)
}

// fact returns the fact of a function, or of a variable that holds one, of another
// package.
func (b *Book[T, P]) fact(obj types.Object) *T {
	if fact, ok := b.imported[obj]; ok {
		return fact
	}
	fact := new(T)
	if obj.Pkg() == nil || known.IsStd(obj.Pkg().Path()) || !b.pass.ImportObjectFact(obj, P(fact)) {
		fact = nil
	}
	b.imported[obj] = fact
	return fact
}

// JoinMethods joins the facts of the implementations of each interface method that is
// declared or called here, and returns the implementations whose join has changed.
//
// A caller in another package may be given an implementation that is not seen here: so
// only what all implementations here agree on is said. An interface that nothing here
// implements is left to the rule for interface methods.
func (b *Book[T, P]) JoinMethods() []*ssa.Function {
	var changed []*ssa.Function
	for _, m := range b.interfaces {
		if b.declared[m] {
			continue
		}
		impls := b.prog.Implementations(m)
		if len(impls) == 0 {
			continue
		}
		if joined := b.join(impls); !reflect.DeepEqual(joined, b.methods[m]) {
			b.methods[m] = joined
			changed = append(changed, impls...)
		}
	}
	return changed
}

// Export hands the facts that say something to importing packages.
func (b *Book[T, P]) Export() {
	export := func(obj types.Object, fact *T) {
		if fact != nil && P(fact).Informative() {
			b.pass.ExportObjectFact(obj, P(fact))
		}
	}
	for _, fn := range b.prog.Funcs {
		if obj, ok := fn.Object().(*types.Func); ok && obj != nil && obj.Pkg() == b.pass.Pkg && fn.Parent() == nil {
			export(obj.Origin(), b.Own[fn])
		}
	}
	for obj, fact := range b.methods {
		if obj.Pkg() == b.pass.Pkg {
			export(obj, fact)
		}
	}
	for v := range b.prog.Stored() {
		if h := b.prog.HeldByVar(v); h.Known() {
			export(v, b.join(h.Funcs))
		}
	}
}
