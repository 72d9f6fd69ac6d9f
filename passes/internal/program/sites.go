package program

import (
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/ssax"
)

// Sites are the calls of a function that stand in its package, outside of tests.
type Sites struct {
	Calls []ssa.CallInstruction // in the order of the source
	// Open says that there may be others: other packages may call it, or it is handed on as a
	// value.
	Open bool
}

// SitesOf returns the calls of fn, which is a function of the package.
func (p *Program) SitesOf(fn *ssa.Function) Sites {
	if p.sites == nil {
		p.sites = make(map[*ssa.Function]Sites)
		for instr := range p.inProduction() {
			p.addSites(instr)
		}
	}
	s := p.sites[fn]
	if obj := fn.Object(); obj != nil && obj.Exported() && p.Pass.Pkg.Name() != "main" {
		s.Open = true
	}
	return s
}

// addSites notes which functions an instruction calls, and which it hands on.
func (p *Program) addSites(instr ssa.Instruction) {
	var callee *ssa.Value
	if call, ok := instr.(ssa.CallInstruction); ok {
		for _, fn := range p.Callees(call.Common()) {
			s := p.sites[fn]
			s.Calls = append(s.Calls, call)
			p.sites[fn] = s
		}
		callee = &call.Common().Value
	}
	made, isClosure := instr.(*ssa.MakeClosure)
	for _, operand := range instr.Operands(nil) {
		if operand == callee || *operand == nil {
			continue
		}
		fn := ssax.Literal(*operand)
		if fn == nil || isClosure && *operand == made.Fn && onlyCalled(made) {
			continue
		}
		fn = p.Declaration(fn)
		s := p.sites[fn]
		s.Open = true
		p.sites[fn] = s
	}
}

// onlyCalled reports whether nothing is done with a closure but to call it.
func onlyCalled(made *ssa.MakeClosure) bool {
	for _, ref := range ssax.Referrers(made) {
		switch ref := ref.(type) {
		case *ssa.DebugRef:
		case ssa.CallInstruction:
			if ref.Common().Value != made {
				return false
			}
		default:
			return false
		}
	}
	return true
}
