package errflow

import (
	"iter"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// Handled reports whether the error leaves a trace, or is said to be of a
// kind that needs none, on every path.
func (t *Flow) Handled() bool {
	if t == nil {
		return false
	}
	for i := range t.Ends {
		if end := &t.Ends[i]; !end.Fate.Has(summary.Traces|summary.Classified|summary.Superseded) && end.Kind != EndPanic {
			return false
		}
	}
	return true
}

// Escapes reports whether the error was handed on for good on some path.
func (t *Flow) Escapes() bool {
	for i := range t.Ends {
		if t.Ends[i].Fate.Has(summary.Escaped) && !t.Ends[i].Fate.Has(summary.Logged) {
			return true
		}
	}
	return false
}

// Carriers returns the values that carried the error somewhere, in order.
func (t *knowledge) Carriers() []ssa.Value {
	values := make([]ssa.Value, len(t.set.index))
	for v, i := range t.set.index {
		values[i] = v
	}
	return values
}

// OfSibling reports whether a condition asks whether another result of the
// call is there: data == nil, len(data) == 0.
func (t *memory) OfSibling(cond ssa.Value) bool {
	test, ok := cond.(*ssa.BinOp)
	if !ok {
		return false
	}
	for _, x := range []ssa.Value{test.X, test.Y} {
		if call, ok := x.(*ssa.Call); ok && len(call.Call.Args) == 1 {
			if _, builtin := call.Call.Value.(*ssa.Builtin); builtin {
				x = call.Call.Args[0]
			}
		}
		if t.sibling(x) {
			return true
		}
	}
	return false
}

// Forever reports whether all that can become of the error is the next round
// of a loop: it is then in vain that another attempt takes its place.
func (t *Flow) Forever() bool {
	for i := range t.Ends {
		if t.Ends[i].Kind != EndRound {
			return false
		}
	}
	return true
}

// Size returns how much work it was to follow the error, in steps of which each goes
// through one block.
func (t *Flow) Size() int { return len(t.nodes) }

// Holds reports whether v holds the error at an end of its path.
func (t *Flow) Holds(e *End, v ssa.Value) bool { return t.set.carries(e.state, v) }

// Carried reports whether v held the error anywhere.
func (t *knowledge) Carried(v ssa.Value) bool {
	_, ok := t.set.bit(v)
	return ok
}

// Because reports whether b, on the path to an end, is in the error branch of the path:
// control comes there only because of the error.
func (t *Flow) Because(e *End, b *ssa.BasicBlock) bool { return t.inBranch(e.state, b) }

// known yields the blocks of the path to an end from its last to the first at whose
// beginning the error is known not to be nil; inBranch says of each that it lies in the
// error branch.
func (t *Flow) KnownBlocks(e *End) iter.Seq2[*ssa.BasicBlock, bool] {
	return func(yield func(b *ssa.BasicBlock, inBranch bool) bool) {
		for n := e.node; n >= 0; n = t.nodes[n].parent {
			nd := &t.nodes[n]
			if nd.state.is != nonNil || !yield(nd.block, t.inBranch(nd.state, nd.block)) {
				return
			}
		}
	}
}

// Looked reports whether anything has looked at the error on the path.
func (e *End) Looked() bool { return e.state.looked() }

// NonNil reports whether the error is known not to be nil there.
func (e *End) NonNil() bool { return e.state.is == nonNil }

// Status returns the status that a client was last answered with in the error branch, 0 if
// with none, [summary.ComputedStatus] if it is not a constant.
func (e *End) Status() int { return int(e.state.status) }

// Branch returns the index of the block that the error branch of the path begins with, -1
// if it has none.
func (e *End) Branch() int { return int(e.state.branch) }

// Test returns the index of the block whose condition last tested the error, -1 if none
// did.
func (e *End) Test() int { return int(e.state.test) }

// QuotesSibling reports whether v is a text that is another result of the failed call, or
// made of it.
func (t *memory) QuotesSibling(v ssa.Value) bool { return ssax.IsText(v.Type()) && t.madeOfSibling(v) }

// Sent returns the last channel on the path to an end, of those from which nothing receives,
// that was sent the error, and where. It returns nil if there is none.
func (t *Flow) Sent(e *End) (at ssa.Instruction, ch ssa.Value) {
	for _, b := range t.Path(*e) {
		for _, instr := range b.Instrs {
			switch instr := instr.(type) {
			case *ssa.Send:
				if t.Carried(instr.X) && t.around.Unread(instr.Chan) {
					at, ch = instr, instr.Chan
				}
			case *ssa.Select:
				for _, state := range instr.States {
					if state.Send != nil && t.Carried(state.Send) && t.around.Unread(state.Chan) {
						at, ch = instr, state.Chan
					}
				}
			}
		}
	}
	return at, ch
}

// Path returns the blocks of the path to an end, first to last.
func (t *Flow) Path(e End) []*ssa.BasicBlock {
	var blocks []*ssa.BasicBlock
	for n := e.node; n >= 0; n = t.nodes[n].parent {
		blocks = append(blocks, t.nodes[n].block)
	}
	for i, j := 0, len(blocks)-1; i < j; i, j = i+1, j-1 {
		blocks[i], blocks[j] = blocks[j], blocks[i]
	}
	return blocks
}
