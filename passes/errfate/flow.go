package errfate

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/ssax"
)

// maxNodes bounds the work on one origin; beyond it the error is taken to
// escape.
const maxNodes = 20000

// An EndKind says how a path stops being followed.
type EndKind uint8

const (
	EndReturn EndKind = iota // the function returns
	EndRound                 // the origin comes round again in a loop
	EndExit                  // a call ends the program or the goroutine
	EndTrace                 // the error escaped: what follows does not matter
	EndPanic                 // the function panics
)

// An end is one way a path from an origin stops.
type end struct {
	kind  EndKind
	fate  Fate
	state state
	instr ssa.Instruction // the last one
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

// A tracker follows one error through one function, forward along all paths
// on which it may be non-nil. This is a may analysis: an error is lost if it
// is lost on some path.
//
// The flow keeps a set of states for each block, joined by union, and visits
// each state of each block once; that set, the worklist and the parent links,
// which give the shortest witness for an end, are all there is to the solver.
type tracker struct {
	e    *engine
	fn   *ssa.Function
	root ssa.Value       // the error
	born ssa.Instruction // the instruction that makes it, nil for a parameter

	set   carrierSet
	bools map[any]int // by [boolKey]

	nodes []node
	seen  map[nodeKey]bool
	ends  []end
	// handed are the helpers of this module that get the error and lose it.
	handed []handing
	gave   bool // gave up: too large
}

// A handing is a parameter of a helper that is handed an error.
type handing struct {
	fn    *ssa.Function
	param int
}

// follow runs the flow for the error root of fn, made by born, or, if born is
// nil, handed in as a parameter, and returns the tracker with its ends.
func (e *engine) follow(fn *ssa.Function, root ssa.Value, born ssa.Instruction) *tracker {
	t := &tracker{
		e: e, fn: fn, root: root, born: born,
		set:   carrierSet{index: make(map[ssa.Value]int)},
		bools: make(map[any]int),
		seen:  make(map[nodeKey]bool),
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
			t.gave = true
			t.ends = []end{{kind: EndTrace, fate: Escaped, instr: first.block.Instrs[0], node: 0}}
			break
		}
		t.visit(i)
	}
	return t
}

// visit follows the error through the block of node n.
func (t *tracker) visit(n int) {
	nd := t.nodes[n]
	s := nd.state
	instrs := nd.block.Instrs
	for i := nd.start; i < len(instrs); i++ {
		instr := instrs[i]
		if t.born != nil && instr == t.born {
			// The next round of a loop: a new error is born here. The old one
			// lives on in what else carries it.
			s = t.set.set(s, t.root, false)
			if s.carriers == 0 {
				t.finish(n, s, EndRound, instr)
				return
			}
			if s.looked() {
				// What the next attempt brings counts, not this one.
				s.fate |= Superseded
			}
			continue
		}
		var stop bool
		if s, stop = t.step(n, s, instr); stop {
			return
		}
	}
}

// enter adds succ as reached from node n with state s, by the edge with the
// given index among the successors of n's block.
func (t *tracker) enter(n int, s state, edge int) {
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
func (t *tracker) supersede(n int, s state, instr ssa.Instruction) {
	if s.looked() {
		s.fate |= Superseded
	} else {
		s.fate |= Overwritten
	}
	t.finish(n, s, EndRound, instr)
}

// phis gives the phis of succ the values they have when it is entered from
// block from. superseded says that the only carriers left were phis that take
// a new error of the same origin.
func (t *tracker) phis(s state, from, succ *ssa.BasicBlock, edge int) (_ state, superseded bool) {
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

// maxBools bounds the boolean phis a state knows of: two bits each.
const maxBools = 32

// learn records the truth of a boolean phi.
func (t *tracker) learn(s state, key any, v truth) state {
	i, ok := t.bools[key]
	if !ok {
		if v == unknown || len(t.bools) == maxBools {
			return s
		}
		i = len(t.bools)
		t.bools[key] = i
	}
	return s.withTruth(i, v)
}

// recall returns what is known of the boolean with the given key.
func (t *tracker) recall(s state, key any) truth {
	if i, ok := t.bools[key]; ok {
		return s.truthAt(i)
	}
	return unknown
}

// A fieldKey is a boolean field of one struct.
type fieldKey struct {
	base  ssa.Value
	field int
}

// boolKey returns the key under which the truth of a condition is remembered
// from one test to the next: the value itself, if it is tested more than
// once, or the field it is loaded from. Fields that say how the program is
// set up (verbose, strict) are taken not to change between two tests of one
// function.
func boolKey(v ssa.Value) (any, bool) {
	switch x := v.(type) {
	case *ssa.Phi, *ssa.Parameter:
		return x, true
	case *ssa.UnOp:
		if addr, ok := x.X.(*ssa.FieldAddr); ok && x.Op == token.MUL {
			return fieldKey{addr.X, addr.Field}, true
		}
	case *ssa.Call, *ssa.Extract, *ssa.BinOp:
		if len(referrers(v)) > 1 {
			return x, true
		}
	}
	return nil, false
}

// truth returns what is known of the boolean value when its block from is
// left by the given edge in state s.
func (t *tracker) truth(s state, from *ssa.BasicBlock, edge int, value ssa.Value) truth {
	if cond, ok := from.Instrs[len(from.Instrs)-1].(*ssa.If); ok && cond.Cond == value && from.Succs[0] != from.Succs[1] {
		return truthOf(edge == 0)
	}
	_, canBeTrue := t.assume(s, value, true)
	_, canBeFalse := t.assume(s, value, false)
	switch {
	case canBeTrue && !canBeFalse:
		return isTrue
	case canBeFalse && !canBeTrue:
		return isFalse
	}
	return unknown
}

// assume returns s refined by the boolean value being want, and whether that
// can be at all while the error is not nil.
func (t *tracker) assume(s state, value ssa.Value, want bool) (_ state, feasible bool) {
	if key, ok := boolKey(value); ok {
		if known := t.recall(s, key); known != unknown {
			if known != truthOf(want) {
				return s, false
			}
		} else {
			s = t.learn(s, key, truthOf(want))
		}
	}
	switch v := value.(type) {
	case *ssa.Const:
		if v.Value == nil {
			return s, true
		}
		return s, (v.Value.String() == "true") == want
	case *ssa.UnOp:
		if v.Op == token.NOT {
			return t.assume(s, v.X, !want)
		}
	case *ssa.BinOp:
		return t.assumeCompare(s, v, want)
	case *ssa.Call:
		return t.assumeVerdict(s, v, want)
	case *ssa.Extract:
		switch tuple := v.Tuple.(type) {
		case *ssa.TypeAssert:
			if want && t.set.carries(s, tuple.X) {
				return classified(s), true
			}
		case *ssa.Call:
			return t.assumeVerdict(s, tuple, want)
		}
	}
	return s, true
}

// classified returns s on the branch where something said what the error is.
func classified(s state) state {
	s.fate |= Classified
	s.is = nonNil
	return s
}

// assumeCompare is [tracker.assume] for a comparison.
func (t *tracker) assumeCompare(s state, v *ssa.BinOp, want bool) (state, bool) {
	var equal bool
	switch v.Op {
	case token.EQL:
		equal = want
	case token.NEQ:
		equal = !want
	case token.LSS, token.LEQ, token.GTR, token.GEQ:
		// A code taken from the error lies in a range: that says its kind.
		if t.set.carries(s, v.X) || t.set.carries(s, v.Y) {
			return classified(s), true
		}
		return s, true
	default:
		return s, true
	}
	carrier, other := v.X, v.Y
	if !t.set.carries(s, carrier) {
		carrier, other = other, carrier
	}
	if !t.set.carries(s, carrier) {
		return t.excused(s, v, equal), true
	}
	switch {
	case ssax.IsNil(other):
		if equal {
			return s, false
		}
		s.is = nonNil
	case equal && !t.set.carries(s, other):
		return classified(s), true
	}
	return s, true
}

// excused returns s refined by a comparison, inside the error branch, that
// explains the error without looking at it: the context has ended, or there
// is nobody who wants to be told (a callback that may be nil is nil).
func (t *tracker) excused(s state, v *ssa.BinOp, equal bool) state {
	if s.is != nonNil {
		return s
	}
	x := v.X
	if ssax.IsNil(x) {
		x = v.Y
	} else if !ssax.IsNil(v.Y) {
		return s
	}
	switch {
	case equal:
		if _, isFunc := x.Type().Underlying().(*types.Signature); isFunc {
			s.fate |= Classified
		}
	case isContextErr(x):
		s.fate |= Classified
	}
	return s
}

// isContextErr reports whether v is the result of ctx.Err() or context.Cause.
func isContextErr(v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	obj := ssax.CalleeObject(&call.Call)
	if obj == nil || obj.Pkg() == nil || obj.Pkg().Path() != "context" {
		return false
	}
	return obj.Name() == "Err" || obj.Name() == "Cause"
}

// assumeVerdict is [tracker.assume] for the boolean result of a call that is
// given the error.
func (t *tracker) assumeVerdict(s state, call *ssa.Call, want bool) (state, bool) {
	if !t.given(s, &call.Call) {
		return s, true
	}
	verdict := SaysKind
	if sum := t.e.summary(&call.Call); sum != nil {
		verdict = sum.Verdict
	}
	switch verdict {
	case SaysNil:
		if want {
			return s, false
		}
		s.is = nonNil
	case SaysNonNil:
		if !want {
			return s, false
		}
		s.is = nonNil
	case SaysKind:
		if want {
			return classified(s), true
		}
	}
	return s, true
}

// given reports whether a call gets the error, as an argument or receiver.
func (t *tracker) given(s state, call *ssa.CallCommon) bool {
	if call.IsInvoke() && t.set.carries(s, call.Value) {
		return true
	}
	for _, arg := range call.Args {
		if t.set.carries(s, arg) {
			return true
		}
	}
	return false
}

// branch leaves node n by a condition, to both sides that are possible.
func (t *tracker) branch(n int, s state, cond *ssa.If) {
	from := t.nodes[n].block
	for edge, want := range []bool{true, false} {
		next, feasible := t.assume(s, cond.Cond, want)
		if !feasible {
			continue
		}
		if next.is == nonNil && s.is != nonNil && errorBranch(from, edge) {
			next.branch = int32(from.Succs[edge].Index)
		}
		if s.is != nonNil && (next.is == nonNil || t.tests(s, cond.Cond)) {
			next.test = int32(from.Index)
		}
		t.enter(n, next, edge)
	}
}

// errorBranch reports whether the successor of a condition by the given edge
// is a branch of its own: not the head of a loop around the condition, and
// not a block that the other side comes to as well, as after an if without
// else.
func errorBranch(test *ssa.BasicBlock, edge int) bool {
	branch, other := test.Succs[edge], test.Succs[1-edge]
	if len(branch.Preds) == 1 {
		return true
	}
	if branch == other || branch.Dominates(test) {
		return false
	}
	for _, pred := range branch.Preds {
		if pred != test && (pred == other || other.Dominates(pred)) {
			return false
		}
	}
	return true
}

// tests reports whether the condition looks at the error at all.
func (t *tracker) tests(s state, cond ssa.Value) bool {
	switch v := cond.(type) {
	case *ssa.UnOp:
		return t.tests(s, v.X)
	case *ssa.BinOp:
		return t.set.carries(s, v.X) || t.set.carries(s, v.Y)
	case *ssa.Call:
		return t.given(s, &v.Call)
	case *ssa.Extract:
		return t.set.carries(s, v.Tuple)
	}
	return false
}

// inBranch reports whether b belongs to the error branch of s: control comes
// there only because the error is not nil.
func (t *tracker) inBranch(s state, b *ssa.BasicBlock) bool {
	return s.is == nonNil && s.branch >= 0 && t.fn.Blocks[s.branch].Dominates(b)
}

// finish records an end of the path that reached node n.
func (t *tracker) finish(n int, s state, kind EndKind, instr ssa.Instruction) {
	fate := s.fate
	if kind == EndExit {
		fate |= Exited
	}
	if !fate.Has(traces | Classified | Superseded | Overwritten | Replaced) {
		fate |= Dropped
	}
	t.ends = append(t.ends, end{kind: kind, fate: fate, state: s, instr: instr, node: n})
}

// witness returns the blocks of the path to an end, first to last.
func (t *tracker) witness(e end) []*ssa.BasicBlock {
	var blocks []*ssa.BasicBlock
	for n := e.node; n >= 0; n = t.nodes[n].parent {
		blocks = append(blocks, t.nodes[n].block)
	}
	for i, j := 0, len(blocks)-1; i < j; i, j = i+1, j-1 {
		blocks[i], blocks[j] = blocks[j], blocks[i]
	}
	return blocks
}

// resolve returns what v is on the path given by blocks: phis are replaced by
// the value of the edge taken, loads of a local variable by what was last
// stored there. It returns nil when the path does not tell.
func resolve(v ssa.Value, blocks []*ssa.BasicBlock) ssa.Value {
	for range 32 {
		switch x := v.(type) {
		case *ssa.Phi:
			at := -1
			for i := len(blocks) - 1; i > 0; i-- {
				if blocks[i] == x.Block() {
					at = i
					break
				}
			}
			if at <= 0 {
				return nil
			}
			next := ssa.Value(nil)
			for i, pred := range x.Block().Preds {
				if pred == blocks[at-1] {
					next = x.Edges[i]
				}
			}
			if next == nil {
				return nil
			}
			v, blocks = next, blocks[:at]
		case *ssa.UnOp:
			alloc, ok := x.X.(*ssa.Alloc)
			if x.Op != token.MUL || !ok {
				return v
			}
			store := lastStore(alloc, x, blocks)
			if store == nil {
				return nil
			}
			v = store.Val
		case *ssa.ChangeInterface:
			v = x.X
		default:
			return v
		}
	}
	return nil
}

// lastStore returns the last store to alloc on the path before the load.
func lastStore(alloc *ssa.Alloc, load ssa.Instruction, blocks []*ssa.BasicBlock) *ssa.Store {
	for i := len(blocks) - 1; i >= 0; i-- {
		instrs := blocks[i].Instrs
		for j := len(instrs) - 1; j >= 0; j-- {
			if store, ok := instrs[j].(*ssa.Store); ok && store.Addr == alloc {
				if blocks[i] != load.Block() || before(store, load) {
					return store
				}
			}
		}
	}
	return nil
}

// before reports whether a comes before b in their common block.
func before(a, b ssa.Instruction) bool {
	for _, instr := range a.Block().Instrs {
		if instr == a {
			return true
		}
		if instr == b {
			return false
		}
	}
	return false
}
