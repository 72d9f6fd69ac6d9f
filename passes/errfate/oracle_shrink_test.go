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
// since: a flag, or what an error is.
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
		default:
			return
		}
		again = again || seen[c]
		seen[c] = true
	})
	return again
}

// withoutLiterals returns f with the bodies of its function literals in the
// places where the literals stood, those of deferred ones, or nothing, in
// theirs, and other loops for those over functions. It returns nothing if f
// has no literals.
func withoutLiterals(f *progen.Func) []*progen.Func {
	var list []*progen.Func
	for _, deferred := range []bool{false, true} {
		c := f.Clone()
		var inline func(nodes []*progen.Node) []*progen.Node
		inline = func(nodes []*progen.Node) []*progen.Node {
			var out []*progen.Node
			for _, x := range nodes {
				x.Body, x.Alt = inline(x.Body), inline(x.Alt)
				switch {
				case x.Op == progen.OpDo, x.Op == progen.OpDefer && deferred:
					out = append(out, x.Body...)
				case x.Op == progen.OpDefer:
				default:
					if x.Op == progen.OpFor && x.Form == 2 {
						x.Form = 0
					}
					out = append(out, x)
				}
			}
			return out
		}
		c.Body = inline(c.Body)
		if c.Print(0, progen.Style{}) != f.Print(0, progen.Style{}) && typechecks(c) {
			list = append(list, c)
		}
	}
	return list
}

// literals reports whether f has function literals.
func literals(f *progen.Func) bool {
	found := false
	f.Walk(func(x *progen.Node) {
		found = found || x.Op == progen.OpDefer || x.Op == progen.OpDo || x.Op == progen.OpFor && x.Form == 2
	})
	return found
}
