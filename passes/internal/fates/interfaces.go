package fates

import (
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/origin"
	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// What a method of an interface does with an error is decided by the types that
// implement it, and they are mostly not to be seen where it is called: a handler
// imports the package that declares the store, not the one that talks to the
// database. So the engine says two things more, for whoever has looked at all
// packages of a program:
//
//   - of a finding, through which methods of interfaces its error comes, if it
//     comes through no other door: [defect.Finding];
//   - of each type, what its methods make of the errors that they return:
//     [Package.Types].
//
// Together they tell that a finding is none: all that implements those methods
// has logged the error that it returns, or never fails. And they tell that one is
// more than the interface lets guess: something that implements it reaches the
// world outside. The law: what is said
// of a type holds whoever calls it, and a finding with no Through stands
// whatever is learned. Drivers that look at one package at a time know nothing
// of this, and report the finding.

// Types returns the package's types that have to do with interfaces: these
// themselves, and what may implement them. Tests and their helpers stand in for
// what runs in production, and say nothing of it.
func (pkg *Package) Types() []defect.Type {
	var all []defect.Type
	scope := pkg.Pass.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || tn.IsAlias() || pkg.InTestFile(tn) || pkg.InHarness(tn.Pos()) {
			continue
		}
		n, ok := tn.Type().(*types.Named)
		if !ok || n.TypeParams().Len() > 0 {
			continue
		}
		if t := pkg.describe(n); len(t.Methods) > 0 {
			all = append(all, t)
		}
	}
	return all
}

// describe returns a type with its methods. One whose methods have no error to
// return is of no use to anyone.
func (pkg *Package) describe(n *types.Named) defect.Type {
	t := defect.Type{Name: origin.TypeName(n), Interface: types.IsInterface(n)}
	var of types.Type = n
	if !t.Interface {
		of = types.NewPointer(n)
	}
	fails := false
	set := types.NewMethodSet(of)
	for i := range set.Len() {
		m, ok := set.At(i).Obj().(*types.Func)
		if !ok {
			continue
		}
		method := defect.Method{Name: m.Id(), Signature: signature(m)}
		if len(ssax.ErrorResults(m.Signature())) > 0 {
			fails = true
			if !t.Interface {
				method.Outcome, method.Through = pkg.outcome(of, m)
				method.Outside = pkg.outside(m)
			}
		}
		t.Methods = append(t.Methods, method)
	}
	if !fails {
		t.Methods = nil
	}
	return t
}

// signature writes the types of a method's parameters and results. Their names
// are those of one declaration, and not part of the type, and the empty interface
// has two.
func signature(m *types.Func) string {
	nameless := func(tuple *types.Tuple) *types.Tuple {
		var vars []*types.Var
		for v := range tuple.Variables() {
			vars = append(vars, types.NewParam(token.NoPos, nil, "", v.Type()))
		}
		return types.NewTuple(vars...)
	}
	sig := m.Signature()
	sig = types.NewSignatureType(nil, nil, nil, nameless(sig.Params()), nameless(sig.Results()), sig.Variadic())
	return strings.ReplaceAll(types.TypeString(sig, nil), "interface{}", "any")
}

// outcome returns what is known of the errors that a method of type t returns.
// What stands before another of the same interface says nothing of what is
// called without it: it is as that one, also where it logs.
func (pkg *Package) outcome(t types.Type, m *types.Func) (defect.Outcome, []string) {
	before := m
	if !origin.OfInterface(m) {
		before = pkg.before(t, m)
	}
	if before != nil {
		if through := pkg.Origins.ThroughMethod(before); through != nil {
			return defect.Depends, through
		}
		return defect.Open, nil
	}
	s := pkg.Known.OfObject(m)
	if s == nil {
		return defect.Open, nil
	}
	outcome := defect.NoneLost
	var through []string
	for _, i := range ssax.ErrorResults(m.Signature()) {
		r, ok := s.Result(i)
		if !ok {
			return defect.Open, nil
		}
		switch {
		case r.Logged && !r.Maybe:
			outcome = defect.AllLogged
		case r.Harmless():
		case len(r.Through) == 0 || through != nil:
			return defect.Open, nil
		default:
			through = r.Through
		}
	}
	if through != nil {
		return defect.Depends, through
	}
	return outcome, nil
}

// outside reports whether a method returns errors of the world outside that
// nothing has logged, as its body shows.
func (pkg *Package) outside(m *types.Func) bool {
	s := pkg.Known.OfObject(m)
	if s == nil || origin.OfInterface(m) {
		return false
	}
	return slices.ContainsFunc(ssax.ErrorResults(m.Signature()), func(i int) bool {
		r, ok := s.Result(i)
		return ok && r.Class == known.Environment && len(r.Through) == 0 && (!r.Logged || r.Maybe)
	})
}

// before returns the method of an interface that m, of type t, calls and t
// implements, or nil.
func (pkg *Package) before(t types.Type, m *types.Func) *types.Func {
	fn := pkg.Pkg.Prog.FuncValue(m.Origin())
	if fn == nil {
		return nil
	}
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			call, ok := instr.(ssa.CallInstruction)
			if !ok || !call.Common().IsInvoke() || call.Common().Method.Id() != m.Id() {
				continue
			}
			if iface, ok := call.Common().Value.Type().Underlying().(*types.Interface); ok && types.Implements(t, iface) {
				return call.Common().Method
			}
		}
	}
	return nil
}

// through returns the methods of interfaces through which all the errors come
// that result i may be and that tell something nothing has logged; nil if there
// are others.
func (r *results) through(i int) []string {
	var all []string
	for _, o := range r.seen[i] {
		switch {
		case !o.quiet && !o.maybe || o.Class != known.Unknown && o.Class < known.Probe:
		case len(o.Through) == 0:
			return nil
		case all == nil:
			all = o.Through
		default:
			if all = summary.BothThrough(all, o.Through); all == nil {
				return nil
			}
		}
	}
	if r.open[i] || r.kept[i] {
		return nil
	}
	return all
}
