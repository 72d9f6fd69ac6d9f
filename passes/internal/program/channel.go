package program

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/ssax"
)

// A channel that something is sent to and that nothing receives from keeps it for nobody.
// That can be seen of variables which no other package can name, as long as the channel in
// them goes nowhere else: it is only made, sent to, measured and closed.

// Unread reports whether ch is read from a variable or field of the package whose channel
// nothing receives from, outside of tests.
func (p *Program) Unread(ch ssa.Value) bool {
	load, ok := ssax.Unwrap(ch).(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return false
	}
	v := ssax.DeclaredVar(load.X)
	if v == nil || v.Exported() || v.Pkg() != p.Pass.Pkg {
		return false
	}
	if p.received == nil {
		p.received = p.receivedFrom()
	}
	return !p.received[v]
}

// receivedFrom returns the variables and fields that hold channels which something may
// receive from: all that are used in a way that is not known to be none.
func (p *Program) receivedFrom() map[*types.Var]bool {
	received := make(map[*types.Var]bool)
	note := func(v *types.Var, harmless bool) {
		if v != nil && isChan(v.Type()) && !harmless {
			received[v] = true
		}
	}
	for instr := range p.inProduction() {
		switch instr := instr.(type) {
		case *ssa.FieldAddr:
			note(ssax.FieldOf(instr), onlySentTo(instr))
		case *ssa.Field:
			s := instr.X.Type().Underlying().(*types.Struct)
			note(s.Field(instr.Field).Origin(), false)
		}
		for _, op := range instr.Operands(nil) {
			if g, ok := (*op).(*ssa.Global); ok {
				note(ssax.DeclaredVar(g), onlySentBy(instr, g))
			}
		}
	}
	return received
}

func isChan(t types.Type) bool {
	_, ok := t.Underlying().(*types.Chan)
	return ok
}

// onlySentTo reports whether all that is done with the address of a channel is to put a new
// channel there, and to send to it.
func onlySentTo(addr ssa.Value) bool {
	for _, ref := range ssax.Referrers(addr) {
		if !onlySentBy(ref, addr) {
			return false
		}
	}
	return true
}

// onlySentBy is [onlySentTo] for one instruction.
func onlySentBy(instr ssa.Instruction, addr ssa.Value) bool {
	switch instr := instr.(type) {
	case *ssa.DebugRef:
		return true
	case *ssa.Store:
		made, ok := instr.Val.(*ssa.MakeChan)
		return ok && instr.Addr == addr && len(ssax.Referrers(made)) == 1
	case *ssa.UnOp:
		return instr.Op == token.MUL && instr.X == addr && sentOnly(instr)
	}
	return false
}

// sentOnly reports whether all that is done with a channel is to send to it, to measure and
// to close it.
func sentOnly(ch ssa.Value) bool {
	for _, ref := range ssax.Referrers(ch) {
		switch ref := ref.(type) {
		case *ssa.DebugRef, *ssa.BinOp:
		case *ssa.Send:
			if ref.X == ch {
				return false
			}
		case *ssa.Select:
			for _, state := range ref.States {
				if state.Chan == ch && state.Dir == types.RecvOnly || state.Send == ch {
					return false
				}
			}
		case ssa.CallInstruction:
			if b, ok := ref.Common().Value.(*ssa.Builtin); !ok || b.Name() != "close" && b.Name() != "len" && b.Name() != "cap" {
				return false
			}
		default:
			return false
		}
	}
	return true
}
