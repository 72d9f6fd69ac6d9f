package aftermath

import (
	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// sites returns the calls of each function of the package that stand in no test, as far as
// they call nothing else.
func (x *Index) sites() map[*ssa.Function][]*ssa.Call {
	if x.calls != nil {
		return x.calls
	}
	x.calls = make(map[*ssa.Function][]*ssa.Call)
	for _, fn := range x.Funcs {
		if x.InTest(fn) {
			continue
		}
		for _, b := range fn.Blocks {
			for _, instr := range b.Instrs {
				call, ok := instr.(*ssa.Call)
				if !ok {
					continue
				}
				if callee := ssax.StaticCallee(&call.Call); callee != nil {
					callee = x.Declaration(callee)
					x.calls[callee] = append(x.calls[callee], call)
				}
			}
		}
	}
	return x.calls
}

// byCallers says what callers in the package do because the function returns a constant in
// place of a result: result i is it. Only one that all of them share is said.
func (l *loss) byCallers(c *ssa.Const, i int) defect.Consequence {
	var first defect.Consequence
	for n, call := range l.x.sites()[l.o.Fn] {
		v := ssa.Value(call)
		if call.Call.Signature().Results().Len() > 1 {
			v = nil
			for _, ref := range ssax.Referrers(call) {
				if x, ok := ref.(*ssa.Extract); ok && x.Index == i {
					v = x
				}
			}
		}
		if v == nil {
			return defect.Consequence{}
		}
		at := &loss{x: l.x, o: l.o, on: l.reach(call), lines: l.lines, from: call}
		found := at.follow([]stand{{v, constText(c), true}})
		if found.Kind == defect.NothingShown || n > 0 && found.Kind != first.Kind {
			return defect.Consequence{}
		}
		if n == 0 {
			first = found
			first.In = l.x.name(call.Parent())
		}
	}
	return first
}

// name names a function of the package.
func (x *Index) name(fn *ssa.Function) string { return ssax.FuncName(ssax.Outermost(fn)) }

// reach returns the blocks that an instruction leads to, its own among them.
func (l *loss) reach(instr ssa.Instruction) map[*ssa.BasicBlock]bool {
	on := map[*ssa.BasicBlock]bool{instr.Block(): true}
	var visit func(b *ssa.BasicBlock)
	visit = func(b *ssa.BasicBlock) {
		for _, succ := range b.Succs {
			if !on[succ] {
				on[succ] = true
				visit(succ)
			}
		}
	}
	visit(instr.Block())
	return on
}
