package progen

import (
	"math/rand/v2"
	"slices"
)

// A Generator grows functions.
type Generator struct {
	Rand *rand.Rand
	// Typechecks reports whether a function does: some have a variable that
	// nothing uses, and another is made then.
	Typechecks func(*Func) bool

	// Shapes has functions grown with what fixes have been seen to do harm to, beside
	// the rest: calls that others guard, loggers that may be nil, retries.
	Shapes bool

	// Channels has them grown with errors that are sent to where nothing receives.
	Channels bool

	// Carriers has them grown with goroutines that are waited for, with errors that are
	// received again from a channel, and with errors in fields of structs that are
	// gathered in a list, or that other functions fill.
	Carriers bool

	origins int // given out in this function
	labels  int
	nodes   int          // left for this function
	vars    int          // given out in this function
	held    map[int]bool // the variables that hold, or have held, an error
}

// The first variables of each function are declared at its top; the others
// belong to an if statement.
const topVars = 3

// An env is what is in reach where a statement is grown.
type env struct {
	vars    []int
	loops   []int
	closure bool // in a function literal
	depth   int
}

// MaxOrigins bounds the origins of one function.
const MaxOrigins = 5

// Func grows a function.
func (g *Generator) Func() *Func {
	g.origins, g.labels, g.vars = 0, 0, topVars
	g.held = make(map[int]bool)
	g.nodes = 4 + g.Rand.IntN(12)
	f := &Func{Result: g.pick(6, 2, 4, 3, 2)}
	f.Body = g.block(env{vars: []int{0, 1, 2}})
	if !g.Typechecks(f) {
		return g.Func() // a variable that nothing uses
	}
	return f
}

// pick returns an index, drawn with the given weights.
func (g *Generator) pick(weights ...int) int {
	sum := 0
	for _, w := range weights {
		sum += w
	}
	n := g.Rand.IntN(sum)
	for i, w := range weights {
		if n < w {
			return i
		}
		n -= w
	}
	return 0
}

// block grows a list of statements.
func (g *Generator) block(e env) []*Node {
	var list []*Node
	for n := 1 + g.Rand.IntN(4); n > 0 && g.nodes > 0; n-- {
		x := g.statement(e)
		list = append(list, x)
		switch x.Op {
		case OpReturn, OpBreak, OpContinue, OpPanic:
			return list
		case OpCall:
			// An error is mostly looked at where it is made.
			if g.Rand.IntN(4) > 0 && g.nodes > 0 {
				list = append(list, g.test(OpIf, x.V, e))
			}
		}
	}
	return list
}

// statement grows one statement.
func (g *Generator) statement(e env) *Node {
	g.nodes--
	weights := make([]int, numOps)
	set := func(w int, ops ...Op) {
		for _, o := range ops {
			weights[o] = w
		}
	}
	set(2, OpLogBare, OpWrap, OpJoin, OpCopy, OpKeep)
	set(1, OpNil, OpNew, OpDrop, OpText, OpLogText, OpDeferLog)
	if g.Channels {
		set(2, OpUnread)
	}
	set(3, OpPut, OpGet)
	set(8, OpLog)
	if g.origins < MaxOrigins {
		set(10, OpCall)
		set(2, OpDiscard)
	}
	if !e.closure || g.Rand.IntN(2) == 0 {
		set(5, OpReturn)
	}
	if len(e.loops) > 0 {
		set(4, OpBreak, OpContinue)
	}
	if e.depth < 3 && g.nodes > 0 {
		set(4, OpBit)
		set(1, OpPick)
		if g.origins < MaxOrigins {
			set(4, OpScope)
		}
		if len(e.loops) == 0 {
			set(3, OpFor)
		}
		if !e.closure {
			set(1, OpDefer, OpDo)
		}
	}
	if !e.closure && g.Rand.IntN(4) == 0 {
		set(1, OpPanic)
	}
	if g.Shapes {
		g.weighShapes(e, set)
	}
	if g.Carriers {
		g.weighCarriers(e, set)
	}
	read, written := g.variable(e, true), g.variable(e, false)
	if read < 0 {
		// Nothing is known to hold an error yet.
		read = written
		set(0, OpLog, OpKeep, OpDrop, OpWrap, OpJoin, OpCopy, OpNil, OpText, OpDeferLog, OpPut, OpTell, OpUnread, OpSend, OpGather, OpVia)
	} else if e.depth < 3 && g.nodes > 0 {
		set(6, OpIf)
		set(2, OpIs)
	}
	o := Op(g.pick(weights...))
	x := &Node{Op: o, V: written, W: read}
	switch o {
	case OpCall, OpWrap, OpCopy, OpNew, OpGet, OpReset, OpReceive, OpVia:
		g.held[written] = true
	default:
		x.V, x.W = read, read
	}
	if forms[o] > 0 {
		x.Form = g.Rand.IntN(forms[o])
	}
	inner := e
	inner.depth++
	switch o {
	case OpCall, OpDiscard:
		x.K = g.origin()
	case OpGuard, OpRetry, OpHeader, OpTaken, OpLater:
		g.shape(x, inner, written)
	case OpScope:
		x.K = g.origin()
		x.V = g.vars
		g.vars++
		g.held[x.V] = true
		inner.vars = append(slices.Clone(e.vars), x.V)
		x.Neg = g.Rand.IntN(4) == 0
		x.Body, x.Alt = g.block(inner), g.maybe(inner)
	case OpIf, OpIs:
		return g.test(o, x.V, e)
	case OpBit:
		x.Label = -1
		if x.Form == 3 && len(e.loops) > 0 {
			x.Label = e.loops[g.Rand.IntN(len(e.loops))]
		}
		x.Body, x.Alt = g.block(inner), g.maybe(inner)
	case OpPick:
		x.Body, x.Alt = g.block(inner), g.block(inner)
	case OpFor:
		x.Label = g.labels
		g.labels++
		inner.loops = append(slices.Clone(e.loops), x.Label)
		x.Body = g.block(inner)
	case OpBreak, OpContinue:
		x.Label = e.loops[g.Rand.IntN(len(e.loops))]
	case OpDefer, OpDo, OpSpawn:
		inner.closure, inner.loops = true, nil
		x.Body = g.block(inner)
	}
	return x
}

// test grows a test of a variable.
func (g *Generator) test(o Op, v int, e env) *Node {
	x := &Node{Op: o, V: v, Neg: o == OpIf && g.Rand.IntN(4) == 0}
	if o == OpIs || g.Rand.IntN(3) == 0 {
		x.Form = g.Rand.IntN(forms[o])
	}
	e.depth++
	x.Body, x.Alt = g.block(e), g.maybe(e)
	if len(x.Body) == 0 {
		x.Body = []*Node{{Op: OpReturn, V: v, Form: 1}}
	}
	return x
}

// maybe grows an else branch, or none.
func (g *Generator) maybe(e env) []*Node {
	if g.Rand.IntN(3) > 0 {
		return nil
	}
	return g.block(e)
}

// variable picks a variable in reach, if asked for one that may hold an
// error: -1 if there is none. The last one declared is picked before others,
// and then the first.
func (g *Generator) variable(e env, holds bool) int {
	vars := e.vars
	if holds {
		vars = slices.DeleteFunc(slices.Clone(vars), func(v int) bool { return !g.held[v] })
		if len(vars) == 0 {
			return -1
		}
	}
	if last := vars[len(vars)-1]; last >= topVars && g.Rand.IntN(2) == 0 {
		return last
	}
	if g.Rand.IntN(2) == 0 {
		return vars[0]
	}
	return vars[g.Rand.IntN(len(vars))]
}

func (g *Generator) origin() int {
	g.origins++
	return g.origins - 1
}
