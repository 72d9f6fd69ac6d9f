package logline

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/ssax"
)

// Unwanted reports whether a condition asks, before a line is written, whether anybody wants it,
// and the edge is the one where nobody does: there is no logger, or its level is switched off. Whoever
// has set up the program so does not want to be told.
func (r *Reader) Unwanted(cond *ssa.If, edge int) bool {
	there := cond.Block().Succs[1-edge]
	for ssax.IsTerm(there) && len(there.Succs) == 2 && there != cond.Block() {
		there = there.Succs[0] // if b != nil && b.logger != nil
	}
	asked, ofLine := cond.Cond, asksLevel
	switch test := cond.Cond.(type) {
	case *ssa.BinOp:
		switch {
		case ssax.IsNil(test.X) || ssax.IsNil(test.Y):
			if (test.Op == token.NEQ) != (edge == 1) || test.Op != token.NEQ && test.Op != token.EQL {
				return false
			}
			if asked = test.X; ssax.IsNil(asked) {
				asked = test.Y
			}
			ofLine = func(asked ssa.Value, line *ssa.CallCommon) bool { return ssax.LeadsTo(asked, ssax.Receiver(line)) }
		case edge == 0:
			return false
		default:
			if asked = test.X; isConst(asked) {
				asked = test.Y
			}
		}
	case *ssa.Call:
		if edge == 0 {
			return false
		}
	default:
		return false
	}
	return slices.ContainsFunc(there.Instrs, func(instr ssa.Instruction) bool {
		call, ok := instr.(ssa.CallInstruction)
		return ok && r.Writes(call.Common()) && ofLine(asked, call.Common())
	})
}

// asksLevel reports whether a value is what the logger, with which a line is written, says of its
// level: a result of one of its methods, or a field of it; or what a function says of the package
// whose function writes the line.
func asksLevel(asked ssa.Value, line *ssa.CallCommon) bool {
	logger := ssax.Receiver(line)
	call, isCall := asked.(*ssa.Call)
	if logger == nil {
		return isCall && ssax.Receiver(&call.Call) == nil && samePackage(&call.Call, line)
	}
	root := logger
	for {
		call, ok := root.(*ssa.Call)
		if !ok || ssax.Receiver(&call.Call) == nil {
			break
		}
		root = ssax.Receiver(&call.Call) // logger.With(…), or a line under way
	}
	switch v := asked.(type) {
	case *ssa.Call:
		receiver := ssax.Receiver(&v.Call)
		if begun, ok := root.(*ssa.Call); ok && receiver == nil {
			return samePackage(&v.Call, &begun.Call) // log.WithError(err).Debug(…)
		}
		return receiver != nil && (ssax.LeadsTo(logger, receiver) || ssax.LeadsTo(root, receiver))
	case *ssa.UnOp:
		addr, ok := v.X.(*ssa.FieldAddr)
		return ok && ssax.Same(root, addr.X)
	}
	return false
}

// samePackage reports whether two calls call functions of one package.
func samePackage(a, b *ssa.CallCommon) bool {
	x, y := ssax.CalleeObject(a), ssax.CalleeObject(b)
	return x != nil && y != nil && x.Pkg() == y.Pkg()
}

func isConst(v ssa.Value) bool {
	_, ok := v.(*ssa.Const)
	return ok
}
