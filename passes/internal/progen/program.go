package progen

import (
	"slices"
)

// An Op says what a node of such a tree is.
type Op int

const (
	OpCall    Op = iota // e1 = src.Load3(ctx)
	OpDiscard           // src.Load3(ctx)
	OpScope             // if e1 := src.Load3(ctx); e1 != nil { body } else { alt }
	OpIf                // if e1 != nil { body } else { alt }
	OpIs                // if errors.Is(e1, ErrKind) { body } else { alt }
	OpBit               // if in.Yes() { body } else { alt }
	OpPick              // switch in.Pick(3) { case 0: body; case 1: alt }
	OpFor               // for range in.Rounds() { body }
	OpBreak
	OpContinue
	OpReturn
	OpLog     // log.Print(e1)
	OpLogBare // log.Print("failed")
	OpWrap    // e1 = fmt.Errorf("W: %w", e2)
	OpJoin    // e1 = errors.Join(e1, e2)
	OpCopy    // e1 = e2
	OpNil     // e1 = nil
	OpNew     // e1 = errors.New("new")
	OpKeep    // in.Keep(e1)
	OpDrop    // drop(e1)
	OpDefer   // defer func() { body }()
	OpDo      // func() { body }()
	OpPanic   // panic(e1)

	OpText     // if e1 != nil { text = e1.Error() }
	OpLogText  // log.Print(text)
	OpDeferLog // defer log.Print(e1)
	OpPut      // box.Err = e1
	OpGet      // e1 = box.Err
	OpUnread   // unread <- e1, from which nothing receives

	// What is only grown where it is asked for: see Generator.Shapes.

	OpGuard  // if in.Yes() && src.Load3(ctx) == nil { body } else { alt }
	OpRetry  // for i := 0; in.More(i); i++ { if e3 := src.Load3(ctx); e3 == nil { break }; log.Print("failed") }
	OpHeader // if n, _ := src.Read3(ctx); n == 0 { body }
	OpTell   // if teller.Log != nil { teller.Log.Error("failed", "err", e1) }
	OpTaken  // n, _ := src.Read3(ctx)
	OpLater  // defer src.Load3(ctx)
	OpReset  // a function literal gives e1 another error, and is called

	// What errors are carried in: see Generator.Carriers.

	OpSpawn   // go func() { body }(), which is waited for
	OpSend    // ch <- e1
	OpReceive // e1 = <-ch
	OpGather  // results = append(results, Box{Err: e1})
	OpSpread  // for _, r := range results { if r.Err != nil { log.Print(r.Err) } }
	OpVia     // e1 = carry(e2).Err

	numOps
)

// forms is how many ways there are to write each op down.
var forms = [numOps]int{
	OpCall: 4, OpDiscard: 4, OpScope: 2, OpIf: 8, OpIs: 2, OpBit: 4, OpFor: 4, OpReturn: 4, OpLog: 5,
	OpLogBare: 2, OpWrap: 3, OpJoin: 2, OpKeep: 4, OpDefer: 1, OpDo: 2, OpPanic: 2,
	OpPut: 3, OpGet: 2, OpUnread: 2,
	OpSpawn: 1, OpSend: 2, OpReceive: 3, OpGather: 2, OpSpread: 4, OpVia: 3,
	OpGuard: 8, OpRetry: 3, OpHeader: 2, OpTell: 3, OpTaken: 2, OpReset: 2,
}

// A Node is a statement.
type Node struct {
	Op        Op
	V, W      int  // variables
	K         int  // the number of the origin, unique in its function
	Form      int  // one of forms[op]
	Neg       bool // the test is == nil
	Label     int  // of a loop, of what leaves it, and of what asks for its flag
	Body, Alt []*Node
}

// The results that a function may have.
const (
	ReturnsError = iota // error
	ReturnsValue        // (int, error)
	ReturnsNamed        // (err error): the first variable is the result
	ReturnsNone         //
	ReturnsBool         // bool
	numResults
)

// A Func is a function.
type Func struct {
	Result int
	Body   []*Node
}

// Size is what the shrinker makes less of.
func (f *Func) Size() int {
	n := f.Result
	f.Walk(func(x *Node) { n += 20 + x.Form + 2*min(len(x.Alt), 1) + x.V + x.W })
	return n
}

// Walk calls visit for each statement of the function.
func (f *Func) Walk(visit func(*Node)) {
	var list func([]*Node)
	list = func(nodes []*Node) {
		for _, x := range nodes {
			visit(x)
			list(x.Body)
			list(x.Alt)
		}
	}
	list(f.Body)
}

// Has reports whether any statement of the function is one of ops.
func (f *Func) Has(ops ...Op) bool {
	found := false
	f.Walk(func(x *Node) { found = found || slices.Contains(ops, x.Op) })
	return found
}

// Clone returns a copy of the function.
func (f *Func) Clone() *Func {
	var list func([]*Node) []*Node
	list = func(nodes []*Node) []*Node {
		var copied []*Node
		for _, x := range nodes {
			c := *x
			c.Body, c.Alt = list(x.Body), list(x.Alt)
			copied = append(copied, &c)
		}
		return copied
	}
	return &Func{f.Result, list(f.Body)}
}
