package program

import (
	"golang.org/x/tools/go/ssa"
)

// BottomUp returns the functions in post-order over calls: callees first,
// in a deterministic order.
func (p *Program) BottomUp() []*ssa.Function {
	seen := make(map[*ssa.Function]bool)
	mine := make(map[*ssa.Function]bool)
	for _, fn := range p.Funcs {
		mine[fn] = true
	}
	var order []*ssa.Function
	var visit func(fn *ssa.Function)
	visit = func(fn *ssa.Function) {
		if seen[fn] || !mine[fn] {
			return
		}
		seen[fn] = true
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(ssa.CallInstruction); ok {
					for _, callee := range p.Callees(call.Common()) {
						visit(callee)
					}
				}
			}
		}
		for _, anon := range fn.AnonFuncs {
			visit(anon)
		}
		order = append(order, fn)
	}
	for _, fn := range p.Funcs {
		visit(fn)
	}
	return order
}

// Callers returns the callers of each function of the package. A caller of
// an interface method counts as one of each of its implementations, that of a
// variable as one of each function it holds.
func (p *Program) Callers() map[*ssa.Function][]*ssa.Function {
	result := make(map[*ssa.Function][]*ssa.Function)
	for _, fn := range p.Funcs {
		seen := make(map[*ssa.Function]bool)
		add := func(callee *ssa.Function) {
			if !seen[callee] {
				seen[callee] = true
				result[callee] = append(result[callee], fn)
			}
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				if call, ok := instr.(ssa.CallInstruction); ok {
					for _, callee := range p.Callees(call.Common()) {
						add(callee)
					}
				}
			}
		}
		// A variable that a closure shares with the function around it.
		if fn.Parent() != nil {
			add(fn.Parent())
		}
		for _, anon := range fn.AnonFuncs {
			add(anon)
		}
	}
	return result
}
