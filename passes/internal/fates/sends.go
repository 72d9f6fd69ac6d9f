package fates

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/ssax"
)

// sends returns the results of a function, a bit each, that are channels which it makes and
// which it, or a literal in it, sends errors to: whoever throws such a channel away throws
// the errors away.
func sends(fn *ssa.Function) uint8 {
	var bits uint8
	for i := range min(fn.Signature.Results().Len(), 8) {
		ch, ok := fn.Signature.Results().At(i).Type().Underlying().(*types.Chan)
		if !ok || !holdsError(ch.Elem()) {
			continue
		}
		for _, b := range fn.Blocks {
			if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok {
				if made := channelOf(ret.Results[i]); made != nil && sendsTo(fn, made) {
					bits |= 1 << i
				}
			}
		}
	}
	return bits
}

// holdsError reports whether a value of type t is an error, or a struct with one.
func holdsError(t types.Type) bool {
	if ssax.IsError(t) {
		return true
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for field := range s.Fields() {
		if ssax.IsError(field.Type()) {
			return true
		}
	}
	return false
}

// channelOf returns where a channel is made, nil if that is not seen, or may be elsewhere as
// well.
func channelOf(v ssa.Value) *ssa.MakeChan {
	sources, all := ssax.Sources(v)
	if len(sources) != 1 || !all {
		return nil
	}
	made, _ := sources[0].(*ssa.MakeChan)
	return made
}

// sendsTo reports whether a function, or a literal in it, sends something other than nil to
// a channel.
func sendsTo(fn *ssa.Function, made *ssa.MakeChan) bool {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.Send:
				if !ssax.IsNil(instr.X) && channelOf(instr.Chan) == made {
					return true
				}
			case *ssa.Select:
				for _, state := range instr.States {
					if state.Send != nil && !ssax.IsNil(state.Send) && channelOf(state.Chan) == made {
						return true
					}
				}
			}
		}
	}
	for _, literal := range fn.AnonFuncs {
		if sendsTo(literal, made) {
			return true
		}
	}
	return false
}
