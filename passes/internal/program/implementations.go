package program

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/ssax"
)

// Implementations returns the methods of this package's types that implement
// an interface method of this module. What is said of an interface of another
// package is for the calls in this one alone: it is no fact of that package's.
func (p *Program) Implementations(m *types.Func) []*ssa.Function {
	if m.Pkg() == nil || m.Pkg() != p.Pass.Pkg && !p.SameModule(m.Pkg()) {
		return nil
	}
	if impls, ok := p.impls[m]; ok {
		return impls
	}
	iface, ok := m.Signature().Recv().Type().Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	var impls []*ssa.Function
	scope := p.Pass.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || tn.IsAlias() || types.IsInterface(tn.Type()) {
			continue
		}
		if n, ok := tn.Type().(*types.Named); !ok || n.TypeParams().Len() > 0 {
			continue
		}
		ptr := types.NewPointer(tn.Type())
		if !types.Implements(ptr, iface) {
			continue
		}
		obj, _, _ := types.LookupFieldOrMethod(ptr, false, p.Pass.Pkg, m.Name())
		if f, ok := obj.(*types.Func); ok {
			// A test's stand-in says nothing of the real ones, and what is
			// known must not depend on whether tests are loaded.
			if fn := p.Pkg.Prog.FuncValue(f); fn != nil && len(fn.Blocks) > 0 && !p.InTest(fn) && !standsIn(fn) && !delegates(fn, m) {
				impls = append(impls, fn)
			}
		}
	}
	p.impls[m] = impls
	return impls
}

// standsIn reports whether a method only stands in for real ones: it is handed
// something, and does nothing at all with it.
func standsIn(fn *ssa.Function) bool {
	if len(fn.Blocks) != 1 || len(ssax.Params(fn)) == 0 || fn.Signature.Results().Len() > 0 {
		return false
	}
	for _, instr := range fn.Blocks[0].Instrs {
		switch instr.(type) {
		case *ssa.Return, *ssa.DebugRef:
		default:
			return false
		}
	}
	return true
}

// delegates reports whether an implementation only stands before another of the
// same interface: it calls the method it implements.
func delegates(fn *ssa.Function, m *types.Func) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(ssa.CallInstruction); ok && call.Common().IsInvoke() && call.Common().Method == m {
				return true
			}
		}
	}
	return false
}

// InterfaceMethods returns the interface methods of which this package may
// have implementations: those that it declares, and those of other packages
// of the module that it calls.
func (p *Program) InterfaceMethods() []*types.Func {
	var methods []*types.Func
	scope := p.Pass.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok {
			continue
		}
		if iface, ok := tn.Type().Underlying().(*types.Interface); ok {
			methods = slices.AppendSeq(methods, iface.ExplicitMethods())
		}
	}
	seen := make(map[*types.Func]bool)
	for _, fn := range p.Funcs {
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(ssa.CallInstruction)
				if !ok || !call.Common().IsInvoke() {
					continue
				}
				m := call.Common().Method
				if m.Pkg() != nil && m.Pkg() != p.Pass.Pkg && !seen[m] && p.SameModule(m.Pkg()) {
					seen[m] = true
					methods = append(methods, m)
				}
			}
		}
	}
	return methods
}
