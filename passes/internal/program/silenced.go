package program

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/known"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// Silenced reports whether the package tells a library, which logs its errors otherwise, not
// to log what it does.
func (p *Program) Silenced(library string) bool {
	if p.silenced == nil {
		p.silenced = make(map[string]bool)
		for instr := range p.inProduction() {
			p.silenced[silences(instr)] = true
		}
	}
	return p.silenced[library]
}

// silences returns the library that an instruction tells not to log, "" if it tells none.
func silences(instr ssa.Instruction) string {
	switch instr := instr.(type) {
	case *ssa.Call:
		obj := ssax.CalleeObject(&instr.Call)
		args := ssax.Args(&instr.Call)
		if obj == nil || len(args) != 1 {
			return ""
		}
		if c, ok := args[0].(*ssa.Const); ok && c.Value != nil {
			return known.Silences(types.Object(obj), c.Value.ExactString())
		}
	case *ssa.UnOp:
		if g, ok := instr.X.(*ssa.Global); ok && instr.Op == token.MUL {
			return known.Silences(g.Object(), "")
		}
	}
	return ""
}
