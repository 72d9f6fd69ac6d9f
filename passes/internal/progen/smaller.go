package progen

import (
	"slices"
)

// Smaller returns functions that are f with something left out, or written
// in a plainer way.
func (f *Func) Smaller() []*Func {
	var list []*Func
	count := 0
	f.Walk(func(*Node) { count++ })
	// edit makes a copy in which the n-th statement is replaced.
	edit := func(n int, replace func(*Node) []*Node) {
		c := f.Clone()
		i := 0
		var do func([]*Node) []*Node
		do = func(nodes []*Node) []*Node {
			var out []*Node
			for _, x := range nodes {
				mine := i == n
				i++
				x.Body, x.Alt = do(x.Body), do(x.Alt)
				if mine {
					out = append(out, replace(x)...)
				} else {
					out = append(out, x)
				}
			}
			return out
		}
		c.Body = do(c.Body)
		list = append(list, c)
	}
	keep := func(change func(*Node)) func(*Node) []*Node {
		return func(x *Node) []*Node { change(x); return []*Node{x} }
	}
	for n := range count {
		edit(n, func(*Node) []*Node { return nil })
		edit(n, func(x *Node) []*Node { return x.Body })
		edit(n, func(x *Node) []*Node { return x.Alt })
		edit(n, keep(func(x *Node) { x.Form = 0 }))
		edit(n, keep(func(x *Node) { x.Form = min(x.Form, 1) }))
		edit(n, keep(func(x *Node) { x.Alt = nil }))
		edit(n, keep(func(x *Node) { x.Neg = false }))
		edit(n, keep(func(x *Node) { x.V = 0 }))
		edit(n, keep(func(x *Node) { x.W = 0 }))
		edit(n, keep(func(x *Node) { x.V = min(x.V, 1) }))
		edit(n, keep(func(x *Node) {
			if x.Op == OpWrap || x.Op == OpJoin {
				x.Op, x.Form = OpCopy, 0
			}
		}))
		edit(n, keep(func(x *Node) {
			if x.Op == OpPick || x.Op == OpIs {
				x.Op, x.Form = OpBit, 0
			}
		}))
		edit(n, keep(func(x *Node) {
			if x.Op == OpScope {
				x.Op, x.Form = OpCall, 0
			}
		}))
	}
	for _, result := range []int{ReturnsError, ReturnsNone, ReturnsNamed} {
		c := f.Clone()
		c.Result = result
		list = append(list, c)
	}
	size := f.Size()
	seen := make(map[string]bool)
	return slices.DeleteFunc(list, func(c *Func) bool {
		text := c.Print(0, Style{}).Source
		if c.Size() >= size && !(c.Size() == size && text < f.Print(0, Style{}).Source) || seen[text] {
			return true
		}
		seen[text] = true
		return false
	})
}
