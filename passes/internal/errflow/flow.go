package errflow

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/ssax"
	"github.com/loglint/loglint/passes/internal/summary"
)

// maxNodes bounds the work on one origin; beyond it the error is taken to
// escape. maxSteps bounds that on all origins of a function, which grows with the
// square of its length where there are many: beyond it the function is given up.
const (
	maxNodes = 20000
	MaxSteps = 2_000_000
)

// An EndKind says how a path stops being followed.
type EndKind uint8

const (
	EndReturn EndKind = iota // the function returns
	EndRound                 // the origin comes round again in a loop
	EndExit                  // a call ends the program or the goroutine
	EndTrace                 // the error escaped: what follows does not matter
	EndPanic                 // the function panics
)

// An End is one way a path from an origin stops.
type End struct {
	Kind  EndKind
	Fate  summary.Fate
	state state
	Instr ssa.Instruction // the last one
	node  int             // the block and state it was reached in
}

// A node is a block and a state it is entered with.
type node struct {
	block  *ssa.BasicBlock
	start  int // index of the first instruction to follow
	state  state
	parent int // the node it was first reached from, or -1
}

type nodeKey struct {
	block int
	state state
}

// A Flow follows one error through one function, forward along all paths
// on which it may be non-nil. This is a may analysis: an error is lost if it
// is lost on some path.
//
// The flow keeps a set of states for each block, joined by union, and visits
// each state of each block once; that set, the worklist and the parent links,
// which give the shortest witness for an end, are all there is to the solver.
type Flow struct {
	knowledge

	nodes []node
	seen  map[nodeKey]bool
	Ends  []End
	fates map[int][]given // by node: what gave the error its fates there
	wrote traces          // by node: what wrote it down there
	// Delegations are the helpers of this module that get the error and lose it.
	Delegations []Delegation
}

// knowledge is what can be said of a path by its state: what holds the error, and what
// follows of conditions.
type knowledge struct {
	*Follower
	memory
	Fn   *ssa.Function
	born ssa.Instruction // the instruction that makes the error, nil for a parameter
	set  carrierSet
}

// memory says which booleans a state remembers, and what is known of the other results of
// the call that the error comes from.
type memory struct {
	Root  ssa.Value   // the error
	bools map[any]int // by [boolKey]
}

// Follow runs the flow for the error root of fn, made by born, or, if born is
// nil, handed in as a parameter, and returns it with its ends.
func (x *Follower) Follow(fn *ssa.Function, root ssa.Value, born ssa.Instruction) *Flow {
	t := &Flow{
		knowledge: knowledge{
			Follower: x, memory: memory{Root: root, bools: make(map[any]int)}, Fn: fn, born: born,
			set: carrierSet{index: make(map[ssa.Value]int)},
		},
		seen:  make(map[nodeKey]bool),
		fates: make(map[int][]given),
		wrote: make(traces),
	}
	s := state{branch: -1, test: -1}
	s = t.set.set(s, root, true)
	first := node{block: fn.Blocks[0], state: s, parent: -1}
	if born != nil {
		first.block = born.Block()
		for i, instr := range first.block.Instrs {
			if instr == born {
				first.start = i + 1
			}
		}
	}
	t.nodes = append(t.nodes, first)
	for i := 0; i < len(t.nodes); i++ {
		if len(t.nodes) > maxNodes || t.set.full {
			t.Ends = []End{{Kind: EndTrace, Fate: summary.Escaped, Instr: first.block.Instrs[0], node: 0}}
			break
		}
		t.visit(i)
	}
	t.seen = nil // as large as the rest, and no longer needed
	return t
}

// handedIn reports whether the error is a parameter.
func (t *knowledge) handedIn() bool { return t.born == nil && ssax.IsError(t.Root.Type()) }

// visit follows the error through the block of node n.
func (t *Flow) visit(n int) {
	nd := t.nodes[n]
	s := nd.state
	instrs := nd.block.Instrs
	for i := nd.start; i < len(instrs); i++ {
		instr := instrs[i]
		if t.born != nil && instr == t.born {
			// The next round of a loop: a new error is born here. The old one
			// lives on in what else carries it.
			s = t.set.set(s, t.Root, false)
			if s.carriers == 0 {
				t.finish(n, s, EndRound, instr)
				return
			}
			if s.looked() {
				// What the next attempt brings counts, not this one.
				s.fate |= summary.Superseded
			}
			continue
		}
		before := s.fate
		var stop bool
		s, stop = t.step(n, s, instr)
		if fate := s.fate &^ before; fate != 0 {
			t.fates[n] = append(t.fates[n], given{instr, fate})
		}
		if stop {
			return
		}
	}
}

// A given is an instruction that gave the error a fate which it did not have before.
type given struct {
	instr ssa.Instruction
	fate  summary.Fate
}

// Giver returns the instruction on the path to an end that gave the error a fate
// first, nil if none did: the way in which the path leaves did.
func (t *Flow) Giver(end *End, fate summary.Fate) ssa.Instruction {
	var path []int
	for n := end.node; n >= 0; n = t.nodes[n].parent {
		path = append(path, n)
	}
	for _, n := range slices.Backward(path) {
		for _, g := range t.fates[n] {
			if g.fate.Has(fate) {
				return g.instr
			}
		}
	}
	return nil
}

// A Trace is an instruction that writes the error down, mostly a call.
type Trace struct {
	Instr ssa.Instruction
	// Maybe says that it need not: what is called does on some paths, or is not known.
	Maybe bool
}

// traces are the traces that an error leaves, by node.
type traces map[int][]Trace

// add notes that an instruction writes the error down, and returns fate: Logged, or MaybeLogged.
func (w traces) add(n int, instr ssa.Instruction, fate summary.Fate) summary.Fate {
	if wrote := (Trace{instr, fate == summary.MaybeLogged}); !slices.Contains(w[n], wrote) {
		w[n] = append(w[n], wrote)
	}
	return fate
}

// Traces returns what writes the error down on the path to an end, first to last.
func (t *Flow) Traces(end *End) []Trace {
	var all []Trace
	for n := end.node; n >= 0; n = t.nodes[n].parent {
		all = slices.Concat(t.wrote[n], all)
	}
	return all
}

// enter adds succ as reached from node n with state s, by the edge with the
// given index among the successors of n's block.
func (t *Flow) enter(n int, s state, edge int) {
	from := t.nodes[n].block
	succ := from.Succs[edge]
	s, superseded := t.phis(s, from, succ, edge)
	if superseded {
		t.supersede(n, s, from.Instrs[len(from.Instrs)-1])
		return
	}
	key := nodeKey{succ.Index, s}
	if t.seen[key] {
		return
	}
	t.seen[key] = true
	t.nodes = append(t.nodes, node{block: succ, state: s, parent: n})
}

// supersede ends a path on which a new error of the same origin takes the
// place of the old one: fine if the old one was looked at.
func (t *Flow) supersede(n int, s state, instr ssa.Instruction) {
	if s.looked() {
		s.fate |= summary.Superseded
	} else {
		s.fate |= summary.Overwritten
	}
	t.finish(n, s, EndRound, instr)
}

// phis gives the phis of succ the values they have when it is entered from
// block from. superseded says that the only carriers left were phis that take
// a new error of the same origin.
func (t *knowledge) phis(s state, from, succ *ssa.BasicBlock, edge int) (_ state, superseded bool) {
	pred := predIndex(from, succ, edge)
	next := s
	fresh := false
	for _, instr := range succ.Instrs {
		phi, ok := instr.(*ssa.Phi)
		if !ok {
			break
		}
		value := phi.Edges[pred]
		if ssax.IsBool(phi.Type()) {
			next = t.learn(next, phi, t.truth(s, from, edge, value))
			continue
		}
		next = t.carryCount(s, next, phi, value)
		next = t.carrySibling(s, next, phi, value)
		carries := t.set.carries(s, value)
		if !carries && t.set.carries(s, phi) {
			if _, ok := t.set.bit(value); ok && !ssax.IsNil(value) {
				fresh = true
			}
		}
		next = t.set.set(next, phi, carries)
	}
	return next, fresh && next.carriers == 0
}

// predIndex returns the index of the edge from.Succs[edge] among the
// predecessors of its target; the two differ in order when both successors
// of a condition are the same block.
func predIndex(from, succ *ssa.BasicBlock, edge int) int {
	nth := 0
	for _, other := range from.Succs[:edge] {
		if other == succ {
			nth++
		}
	}
	for i, pred := range succ.Preds {
		if pred == from {
			if nth == 0 {
				return i
			}
			nth--
		}
	}
	return 0
}

// finish records an end of the path that reached node n.
func (t *Flow) finish(n int, s state, kind EndKind, instr ssa.Instruction) {
	fate := s.fate
	if kind == EndExit {
		fate |= summary.Exited
	}
	if !fate.Has(summary.Traces | summary.Classified | summary.Superseded | summary.Overwritten | summary.Replaced) {
		fate |= summary.Dropped
	}
	t.Ends = append(t.Ends, End{Kind: kind, Fate: fate, state: s, Instr: instr, node: n})
}
