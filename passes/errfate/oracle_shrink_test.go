package errfate_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/loglint/loglint/passes/internal/progen"
)

// shrink returns the smallest functions it finds that show the same
// disagreements, all shrunk side by side so that each round is one program.
func shrink(t testing.TB, list []disagreement) []disagreement {
	t.Helper()
	list = slices.Clone(list)
	for open := slices.Repeat([]bool{true}, len(list)); slices.Contains(open, true); {
		var candidates []*progen.Func
		owner := make(map[*progen.Func]int)
		for i, dis := range list {
			if !open[i] {
				continue
			}
			open[i] = false
			for _, c := range dis.f.Smaller() {
				if typechecks(c) {
					candidates = append(candidates, c)
					owner[c] = i
				}
			}
		}
		best := make(map[int]*progen.Func)
		for chunk := range slices.Chunk(candidates, 1000) {
			found, _ := compare(t, chunk)
			for _, dis := range found {
				i := owner[dis.f]
				if dis.k == list[i].k && dis.missed == list[i].missed && (best[i] == nil || dis.f.Size() < best[i].Size()) {
					best[i] = dis.f
				}
			}
		}
		for i, f := range best {
			list[i].f, open[i] = f, true
		}
	}
	return list
}

// shape returns the body of a shrunk function as a key: its origins are
// numbered anew.
func (d disagreement) shape() string {
	f := d.f.Clone()
	numbers := make(map[int]int)
	f.Walk(func(x *progen.Node) {
		switch x.Op {
		case progen.OpCall, progen.OpScope, progen.OpDiscard:
			if _, ok := numbers[x.K]; !ok {
				numbers[x.K] = len(numbers)
			}
			x.K = numbers[x.K]
		}
	})
	text := f.Print(0, progen.Style{}).Source
	_, text, _ = strings.Cut(text, "func F0")
	kind := "reported, never lost"
	if d.missed {
		kind = "lost, not reported"
	}
	return fmt.Sprintf("error from origin %d is %s:\nfunc F0%s", numbers[d.k], kind, text)
}

// repeats reports whether f tests a condition again that cannot have changed
// since: a flag, what an error is, or whether a channel is empty.
func repeats(f *progen.Func) bool {
	type condition struct {
		op   progen.Op
		what int // the variable, or the loop of the flag
	}
	seen := make(map[condition]bool)
	again := false
	f.Walk(func(x *progen.Node) {
		var c condition
		switch {
		case x.Op == progen.OpBit && x.Form >= 2:
			c = condition{progen.OpBit, x.Label}
		case x.Op == progen.OpIs, x.Op == progen.OpIf:
			c = condition{x.Op, x.V}
		case x.Op == progen.OpReceive:
			c = condition{x.Op, 0} // what is in the channel
		default:
			return
		}
		again = again || seen[c]
		seen[c] = true
	})
	return again
}

// rewritten returns f with each statement as replace has it. What stands inside of a
// statement was replaced before it.
func rewritten(f *progen.Func, replace func(*progen.Node) []*progen.Node) *progen.Func {
	c := f.Clone()
	var list func(nodes []*progen.Node) []*progen.Node
	list = func(nodes []*progen.Node) []*progen.Node {
		var out []*progen.Node
		for _, x := range nodes {
			x.Body, x.Alt = list(x.Body), list(x.Alt)
			out = append(out, replace(x)...)
		}
		return out
	}
	c.Body = list(c.Body)
	return c
}

// plainly returns f without what the engine does not follow in order: errors are not
// carried away, the bodies of function literals stand in the places of the literals, those of deferred ones, or
// nothing, in theirs, and other loops stand for those over functions. It returns nothing if that is f.
func plainly(f *progen.Func) []*progen.Func {
	var list []*progen.Func
	for _, deferred := range []bool{false, true} {
		c := rewritten(f, func(x *progen.Node) []*progen.Node {
			switch x.Op {
			case progen.OpSend, progen.OpReceive, progen.OpGather, progen.OpSpread:
				return nil
			case progen.OpVia:
				x.Op, x.Form = progen.OpCopy, 0
			case progen.OpDo, progen.OpSpawn:
				return x.Body
			case progen.OpDefer:
				if deferred {
					return x.Body
				}
				return nil
			case progen.OpFor:
				if x.Form == 2 {
					x.Form = 0
				}
			}
			return []*progen.Node{x}
		})
		if c.Print(0, progen.Style{}) != f.Print(0, progen.Style{}) && typechecks(c) {
			list = append(list, c)
		}
	}
	return list
}

// unordered says which of the kinds of what the engine does not follow in order f has, or
// returns "".
func unordered(f *progen.Func) string {
	known := ""
	f.Walk(func(x *progen.Node) {
		switch x.Op {
		case progen.OpSend, progen.OpGather, progen.OpVia:
			known = knownCarried
		case progen.OpDefer, progen.OpDo, progen.OpSpawn, progen.OpFor:
			if known == "" && (x.Op != progen.OpFor || x.Form == 2) {
				known = knownCaptured
			}
		}
	})
	return known
}
