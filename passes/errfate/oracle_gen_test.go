package errfate_test

import (
	"fmt"
	"go/format"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
)

// This file makes the small functions that the oracle runs and the engine
// judges: it grows them as trees, prints them as Go, and makes smaller ones of
// them.

// An op says what a node of such a tree is.
type op int

const (
	opCall    op = iota // e1 = src.Load3(ctx)
	opDiscard           // src.Load3(ctx)
	opScope             // if e1 := src.Load3(ctx); e1 != nil { body } else { alt }
	opIf                // if e1 != nil { body } else { alt }
	opIs                // if errors.Is(e1, ErrKind) { body } else { alt }
	opBit               // if in.Yes() { body } else { alt }
	opPick              // switch in.Pick(3) { case 0: body; case 1: alt }
	opFor               // for range in.Rounds() { body }
	opBreak
	opContinue
	opReturn
	opLog     // log.Print(e1)
	opLogBare // log.Print("failed")
	opWrap    // e1 = fmt.Errorf("w: %w", e2)
	opJoin    // e1 = errors.Join(e1, e2)
	opCopy    // e1 = e2
	opNil     // e1 = nil
	opNew     // e1 = errors.New("new")
	opKeep    // in.Keep(e1)
	opDrop    // drop(e1)
	opDefer   // defer func() { body }()
	opDo      // func() { body }()
	opPanic   // panic(e1)

	opText     // if e1 != nil { text = e1.Error() }
	opLogText  // log.Print(text)
	opDeferLog // defer log.Print(e1)
	opPut      // box.Err = e1
	opGet      // e1 = box.Err

	numOps
)

// forms is how many ways there are to write each op down.
var forms = [numOps]int{
	opCall: 4, opDiscard: 4, opScope: 2, opIf: 8, opIs: 2, opBit: 4, opFor: 4, opReturn: 4, opLog: 5,
	opLogBare: 2, opWrap: 3, opJoin: 2, opKeep: 4, opDefer: 1, opDo: 2, opPanic: 2,
	opPut: 3, opGet: 2,
}

// A node is a statement.
type node struct {
	op        op
	v, w      int  // variables
	k         int  // the number of the origin, unique in its function
	form      int  // one of forms[op]
	neg       bool // the test is == nil
	label     int  // of a loop, of what leaves it, and of what asks for its flag
	body, alt []*node
}

// The results that a function may have.
const (
	resError = iota // error
	resValue        // (int, error)
	resNamed        // (err error): the first variable is the result
	resNone         //
	resBool         // bool
	numResults
)

// A fn is a function.
type fn struct {
	result int
	body   []*node
}

// size is what the shrinker makes less of.
func (f *fn) size() int {
	n := f.result
	f.walk(func(x *node) { n += 20 + x.form + 2*min(len(x.alt), 1) + x.v + x.w })
	return n
}

// walk calls visit for each statement of the function.
func (f *fn) walk(visit func(*node)) {
	var list func([]*node)
	list = func(nodes []*node) {
		for _, x := range nodes {
			visit(x)
			list(x.body)
			list(x.alt)
		}
	}
	list(f.body)
}

// has reports whether any statement of the function is one of ops.
func (f *fn) has(ops ...op) bool {
	found := false
	f.walk(func(x *node) { found = found || slices.Contains(ops, x.op) })
	return found
}

func (f *fn) clone() *fn {
	var list func([]*node) []*node
	list = func(nodes []*node) []*node {
		var copied []*node
		for _, x := range nodes {
			c := *x
			c.body, c.alt = list(x.body), list(x.alt)
			copied = append(copied, &c)
		}
		return copied
	}
	return &fn{f.result, list(f.body)}
}

// A generator grows functions.
type generator struct {
	r       *rand.Rand
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

// maxOrigins bounds the origins of one function.
const maxOrigins = 5

// function grows a function.
func (g *generator) function() *fn {
	g.origins, g.labels, g.vars = 0, 0, topVars
	g.held = make(map[int]bool)
	g.nodes = 4 + g.r.IntN(12)
	f := &fn{result: g.pick(6, 2, 4, 3, 2)}
	f.body = g.block(env{vars: []int{0, 1, 2}})
	if !typechecks(f) {
		return g.function() // a variable that nothing uses
	}
	return f
}

// pick returns an index, drawn with the given weights.
func (g *generator) pick(weights ...int) int {
	sum := 0
	for _, w := range weights {
		sum += w
	}
	n := g.r.IntN(sum)
	for i, w := range weights {
		if n < w {
			return i
		}
		n -= w
	}
	return 0
}

// block grows a list of statements.
func (g *generator) block(e env) []*node {
	var list []*node
	for n := 1 + g.r.IntN(4); n > 0 && g.nodes > 0; n-- {
		x := g.statement(e)
		list = append(list, x)
		switch x.op {
		case opReturn, opBreak, opContinue, opPanic:
			return list
		case opCall:
			// An error is mostly looked at where it is made.
			if g.r.IntN(4) > 0 && g.nodes > 0 {
				list = append(list, g.test(opIf, x.v, e))
			}
		}
	}
	return list
}

// statement grows one statement.
func (g *generator) statement(e env) *node {
	g.nodes--
	weights := make([]int, numOps)
	set := func(w int, ops ...op) {
		for _, o := range ops {
			weights[o] = w
		}
	}
	set(2, opLogBare, opWrap, opJoin, opCopy, opKeep)
	set(1, opNil, opNew, opDrop, opText, opLogText, opDeferLog)
	set(3, opPut, opGet)
	set(8, opLog)
	if g.origins < maxOrigins {
		set(10, opCall)
		set(2, opDiscard)
	}
	if !e.closure || g.r.IntN(2) == 0 {
		set(5, opReturn)
	}
	if len(e.loops) > 0 {
		set(4, opBreak, opContinue)
	}
	if e.depth < 3 && g.nodes > 0 {
		set(4, opBit)
		set(1, opPick)
		if g.origins < maxOrigins {
			set(4, opScope)
		}
		if len(e.loops) == 0 {
			set(3, opFor)
		}
		if !e.closure {
			set(1, opDefer, opDo)
		}
	}
	if !e.closure && g.r.IntN(4) == 0 {
		set(1, opPanic)
	}
	read, written := g.variable(e, true), g.variable(e, false)
	if read < 0 {
		// Nothing is known to hold an error yet.
		read = written
		set(0, opLog, opKeep, opDrop, opWrap, opJoin, opCopy, opNil, opText, opDeferLog, opPut)
	} else if e.depth < 3 && g.nodes > 0 {
		set(6, opIf)
		set(2, opIs)
	}
	o := op(g.pick(weights...))
	x := &node{op: o, v: written, w: read}
	switch o {
	case opCall, opWrap, opCopy, opNew, opGet:
		g.held[written] = true
	default:
		x.v, x.w = read, read
	}
	if forms[o] > 0 {
		x.form = g.r.IntN(forms[o])
	}
	inner := e
	inner.depth++
	switch o {
	case opCall, opDiscard:
		x.k = g.origin()
	case opScope:
		x.k = g.origin()
		x.v = g.vars
		g.vars++
		g.held[x.v] = true
		inner.vars = append(slices.Clone(e.vars), x.v)
		x.neg = g.r.IntN(4) == 0
		x.body, x.alt = g.block(inner), g.maybe(inner)
	case opIf, opIs:
		return g.test(o, x.v, e)
	case opBit:
		x.label = -1
		if x.form == 3 && len(e.loops) > 0 {
			x.label = e.loops[g.r.IntN(len(e.loops))]
		}
		x.body, x.alt = g.block(inner), g.maybe(inner)
	case opPick:
		x.body, x.alt = g.block(inner), g.block(inner)
	case opFor:
		x.label = g.labels
		g.labels++
		inner.loops = append(slices.Clone(e.loops), x.label)
		x.body = g.block(inner)
	case opBreak, opContinue:
		x.label = e.loops[g.r.IntN(len(e.loops))]
	case opDefer, opDo:
		inner.closure, inner.loops = true, nil
		x.body = g.block(inner)
	}
	return x
}

// test grows a test of a variable.
func (g *generator) test(o op, v int, e env) *node {
	x := &node{op: o, v: v, neg: o == opIf && g.r.IntN(4) == 0}
	if o == opIs || g.r.IntN(3) == 0 {
		x.form = g.r.IntN(forms[o])
	}
	e.depth++
	x.body, x.alt = g.block(e), g.maybe(e)
	if len(x.body) == 0 {
		x.body = []*node{{op: opReturn, v: v, form: 1}}
	}
	return x
}

// maybe grows an else branch, or none.
func (g *generator) maybe(e env) []*node {
	if g.r.IntN(3) > 0 {
		return nil
	}
	return g.block(e)
}

// variable picks a variable in reach, if asked for one that may hold an
// error: -1 if there is none. The last one declared is picked before others,
// and then the first.
func (g *generator) variable(e env, holds bool) int {
	vars := e.vars
	if holds {
		vars = slices.DeleteFunc(slices.Clone(vars), func(v int) bool { return !g.held[v] })
		if len(vars) == 0 {
			return -1
		}
	}
	if last := vars[len(vars)-1]; last >= topVars && g.r.IntN(2) == 0 {
		return last
	}
	if g.r.IntN(2) == 0 {
		return vars[0]
	}
	return vars[g.r.IntN(len(vars))]
}

func (g *generator) origin() int {
	g.origins++
	return g.origins - 1
}

// A style is how a function is printed. The zero style is the plain one; the
// others must not change what the engine says of it.
type style struct {
	renamed  bool       // other names for all locals
	switched bool       // if err != nil becomes a switch
	dead     *rand.Rand // where not nil, says where to put code that does nothing
	covered  bool       // each branch of a test of an error notes that it is taken
}

// A printer writes a function as Go.
type printer struct {
	strings.Builder
	f       *fn
	id      int
	style   style
	bools   int
	covers  int
	literal int             // how many function literals stand around
	helpers strings.Builder // functions beside it
	locals  strings.Builder // what is declared at the top
}

// printed is a function as Go source.
type printed struct {
	source string
	call   string // how the oracle calls it, as statements that return an error
	covers int    // how many branches note that they are taken
}

// print writes the function down as file number id of package gen.
func (f *fn) print(id int, s style) printed {
	p := &printer{f: f, id: id, style: s}
	signature := [numResults]string{"error", "(int, error)", "(" + p.name(0) + " error)", "", "bool"}[f.result]
	p.list(f.body)
	if f.result != resNone {
		p.line("return %s", p.nothing())
	}
	body := p.String()

	var out strings.Builder
	fmt.Fprintf(&out, "package gen\n\nimport (\n")
	text := body + p.helpers.String()
	for _, imp := range []string{"context", "errors", "fmt", "log", "log/slog"} {
		name := imp[strings.LastIndex(imp, "/")+1:]
		if imp == "context" || regexp.MustCompile(`\b`+name+`\.`).MatchString(text) {
			fmt.Fprintf(&out, "%q\n", imp)
		}
	}
	fmt.Fprintf(&out, ")\n\nfunc F%d(ctx context.Context, src Source, in Input) %s {\n", id, signature)
	for v := range topVars {
		used := false
		f.walk(func(x *node) {
			used = used || x.v == v && usesV(x) || x.w == v && (x.op == opWrap || x.op == opJoin || x.op == opCopy)
		})
		if used && !(v == 0 && f.result == resNamed) {
			fmt.Fprintf(&out, "var %s error\n", p.name(v))
		}
	}
	out.WriteString(p.locals.String() + body + "}\n" + p.helpers.String())
	source, err := format.Source([]byte(out.String()))
	if err != nil {
		// The oracle will say what is wrong with it.
		source = []byte(out.String())
	}
	call := fmt.Sprintf("gen.F%d(ctx, src, in)", id)
	switch f.result {
	case resError, resNamed:
		call = "return " + call
	case resValue:
		call = "_, err := " + call + "; return err"
	default:
		call += "; return nil"
	}
	return printed{string(source), call, p.covers}
}

// usesV reports whether x mentions its first variable.
func usesV(x *node) bool {
	switch x.op {
	case opDiscard, opScope, opBit, opPick, opFor, opBreak, opContinue, opLogBare, opDefer, opDo:
		return false
	}
	return true
}

func (p *printer) line(text string, args ...any) { fmt.Fprintf(p, text+"\n", args...) }

// name returns the name of a variable.
func (p *printer) name(v int) string {
	switch {
	case p.style.renamed:
		return fmt.Sprintf("renamed%d", 7*v+3)
	case v == 0:
		return "err"
	}
	return fmt.Sprintf("e%d", v)
}

// nothing is what the function returns where it has no error to return.
func (p *printer) nothing() string {
	switch p.f.result {
	case resError:
		return "nil"
	case resNamed:
		return ""
	case resValue:
		return "0, nil"
	case resBool:
		return "true"
	}
	return ""
}

// origin returns the expression that calls origin k, with one result.
func (p *printer) origin(k, form int) string {
	switch form {
	case 2:
		fmt.Fprintf(&p.helpers, "\nfunc fetch%d_%d(ctx context.Context, src Source) error {\nreturn src.Load%d(ctx)\n}\n", p.id, k, k)
		return fmt.Sprintf("fetch%d_%d(ctx, src)", p.id, k)
	case 3:
		fmt.Fprintf(&p.locals, "load%d := func() error {\nreturn src.Load%d(ctx)\n}\n", k, k)
		return fmt.Sprintf("load%d()", k)
	}
	return fmt.Sprintf("src.Load%d(ctx)", k)
}

// helper writes a function beside the function, once.
func (p *printer) helper(name, text string) string {
	name = fmt.Sprintf("%s%d", name, p.id)
	if decl := fmt.Sprintf("\nfunc %s%s\n", name, text); !strings.Contains(p.helpers.String(), decl) {
		p.helpers.WriteString(decl)
	}
	return name
}

func (p *printer) list(nodes []*node) {
	for _, x := range nodes {
		p.deadCode()
		p.statement(x)
	}
}

// deadCode writes code that does nothing, where the style wants it.
func (p *printer) deadCode() {
	r := p.style.dead
	if r == nil || r.IntN(3) > 0 {
		return
	}
	switch r.IntN(5) {
	case 0:
		p.line("if false { log.Print(%q) }", "never")
	case 1:
		p.line("_ = func() { log.Print(%q) }", "never")
	case 2:
		p.bools++
		p.line("const dead%d = 1", p.bools)
	case 3:
		p.bools++
		p.line("dead%d := 2\n_ = dead%d", p.bools, p.bools)
	case 4:
		p.line("{\n}")
	}
}

// test writes if cond { body } else { alt }, or a switch that says the same.
func (p *printer) test(init, cond string, body, alt []*node) {
	before, between, after := "if %s%s {\n", "} else {\n", "}\n"
	if p.style.switched {
		before, between = "switch %s{\ncase %s:\n", "default:\n"
	}
	if init != "" {
		init += "; "
	}
	fmt.Fprintf(p, before, init, cond)
	p.branch(body)
	if len(alt) > 0 || p.style.covered {
		p.WriteString(between)
		p.branch(alt)
	}
	p.WriteString(after)
}

// branch writes the statements of a branch that depends on an error.
func (p *printer) branch(nodes []*node) {
	if p.style.covered {
		p.line("in.Cover(%d)", p.covers)
		p.covers++
	}
	p.list(nodes)
}

func (p *printer) statement(x *node) {
	v, w := p.name(x.v), p.name(x.w)
	compare := "!="
	if x.neg {
		compare = "=="
	}
	switch x.op {
	case opCall:
		if x.form == 1 {
			p.line("_, %s = src.Read%d(ctx)", v, x.k)
			return
		}
		p.line("%s = %s", v, p.origin(x.k, x.form))
	case opDiscard:
		switch x.form {
		case 0:
			p.line("src.Load%d(ctx)", x.k)
		case 1:
			p.line("_ = src.Load%d(ctx)", x.k)
		case 2:
			p.line("{ n, _ := src.Read%d(ctx); in.Use(n) }", x.k)
		case 3:
			p.line("%s", p.origin(x.k, 2))
		}
	case opScope:
		p.test(v+" := "+p.origin(x.k, 2*x.form), fmt.Sprintf("%s %s nil", v, compare), x.body, x.alt)
	case opIf:
		p.ifStatement(x, v, compare)
	case opIs:
		if x.form == 1 {
			p.test("target := new(*Kind)", fmt.Sprintf("errors.As(%s, target)", v), x.body, x.alt)
			return
		}
		p.test("", fmt.Sprintf("errors.Is(%s, ErrKind)", v), x.body, x.alt)
	case opBit:
		cond := []string{"in.Yes()", "in.Pick(2) == 1", "flag", "flag"}[x.form]
		if cond == "flag" {
			if x.form == 3 && x.label >= 0 {
				// A flag that each round of the loop sets anew.
				cond = fmt.Sprintf("flag%d", x.label)
			} else {
				p.local("flag := in.Yes()")
			}
		}
		p.line("if %s {", cond)
		p.list(x.body)
		if len(x.alt) > 0 {
			p.line("} else {")
			p.list(x.alt)
		}
		p.line("}")
	case opPick:
		p.line("switch in.Pick(3) {\ncase 0:")
		p.list(x.body)
		p.line("case 1:")
		p.list(x.alt)
		p.line("}")
	case opFor:
		if leaves(x.body, x.label) {
			p.line("loop%d:", x.label)
		}
		switch x.form {
		case 0:
			p.line("for range in.Rounds() {")
		case 1:
			p.line("for i := 0; in.More(i); i++ {")
		case 2:
			p.line("for range in.Seq() {")
		case 3:
			p.line("for i := 0; ; i++ {\nif !in.More(i) {\nbreak\n}")
		}
		if flags(x.body, x.label) {
			p.line("flag%d := in.Yes()", x.label)
		}
		p.list(x.body)
		p.line("}")
	case opBreak:
		p.line("break loop%d", x.label)
	case opContinue:
		p.line("continue loop%d", x.label)
	case opReturn:
		p.returnStatement(x, v)
	case opLog:
		switch x.form {
		case 0:
			p.line("log.Printf(%q, %s)", "failed: %v", v)
		case 1:
			p.line("slog.Error(%q, %q, %s)", "failed", "err", v)
		case 2:
			p.line("if %s != nil {\nlog.Print(%q + %s.Error())\n}", v, "failed: ", v)
		case 3:
			p.line("%s(%s)", p.helper("report", "(err error) {\nlog.Println(err)\n}"), v)
		case 4:
			p.line("%s(%q, %s)", p.helper("logf", "(format string, args ...any) {\nlog.Printf(format, args...)\n}"), "failed: %v", v)
		}
	case opLogBare:
		if x.form == 1 {
			p.line("slog.Error(%q)", "failed")
			return
		}
		p.line("log.Print(%q)", "failed")
	case opWrap:
		switch x.form {
		case 0:
			p.line("%s = fmt.Errorf(%q, %s)", v, "w: %w", w)
		case 1:
			p.line("%s = fmt.Errorf(%q, %s)", v, "w: %v", w)
		case 2:
			p.line("%s = %s(%s)", v, p.helper("wrap", "(err error) error {\nreturn fmt.Errorf(\"h: %w\", err)\n}"), w)
		}
	case opJoin:
		if x.form == 1 {
			p.line("%s = fmt.Errorf(%q, %s, %s)", v, "%w and %w", v, w)
			return
		}
		p.line("%s = errors.Join(%s, %s)", v, v, w)
	case opCopy:
		p.line("%s = %s", v, w)
	case opNil:
		p.line("%s = nil", v)
	case opNew:
		p.line("%s = errors.New(%q)", v, "new")
	case opKeep:
		p.line([]string{"in.Keep(%s)", "in.Box().Err = %s", "in.Chan() <- %s", "{ list := in.List(); *list = append(*list, %s) }"}[x.form], v)
	case opDrop:
		p.line("%s(%s)", p.helper("drop", "(err error) {}"), v)
	case opDefer:
		p.literal++
		p.line("defer func() {")
		p.list(x.body)
		p.line("}()")
		p.literal--
	case opDo:
		p.literal++
		if x.form == 1 {
			p.line("in.Run(func() {")
			p.list(x.body)
			p.line("})")
		} else {
			p.line("func() {")
			p.list(x.body)
			p.line("}()")
		}
		p.literal--
	case opPanic:
		if x.form == 1 {
			p.line("panic(%q)", "boom")
			return
		}
		p.line("panic(%s)", v)
	case opText:
		p.local("text := \"\"")
		p.line("if %s != nil {\ntext = %s.Error()\n}", v, v)
	case opLogText:
		p.local("text := \"\"")
		p.line("log.Print(text)")
	case opDeferLog:
		p.line("defer log.Print(%s)", v)
	case opPut:
		p.local(boxes[x.form][0])
		p.line(boxes[x.form][1], v)
	case opGet:
		p.local(boxes[x.form][0])
		p.line(boxes[x.form][2], v)
	}
}

// boxes are the local variables, other than of type error, that an error is
// put into: a declaration, how it is put in, and how it is got out. An error
// that is read from a map has escaped, and so has what is appended to a list:
// see opKeep.
var boxes = [][3]string{
	{"var box Box", "box.Err = %s", "%s = box.Err"},
	{"var array [2]error", "array[1] = %s", "%s = array[1]"},
	{"table := make(map[string]error)", "table[\"x\"] = %s"},
}

// local writes a declaration at the top of the function, once.
func (p *printer) local(decl string) {
	if !strings.Contains(p.locals.String(), decl) {
		p.locals.WriteString(decl + "\n")
	}
}

// ifStatement writes a test of an error in one of its forms.
func (p *printer) ifStatement(x *node, v, compare string) {
	cond := fmt.Sprintf("%s %s nil", v, compare)
	switch x.form {
	case 1:
		cond += " && in.Yes()"
	case 2:
		cond += " || in.Yes()"
	case 3:
		p.bools++
		name := fmt.Sprintf("b%d", p.bools)
		if p.style.renamed {
			name = "flag" + name
		}
		p.line("%s := %s", name, cond)
		cond = name
	case 4:
		cond = fmt.Sprintf("%s(%s)", p.helper("failed", "(err error) bool {\nreturn err != nil\n}"), v)
		if x.neg {
			cond = "!" + cond
		}
	case 5, 6:
		p.line("switch %s {\ncase nil:", v+[]string{"", ".(type)"}[x.form-5])
		nilCase, other := x.alt, x.body
		if x.neg {
			nilCase, other = x.body, x.alt
		}
		p.branch(nilCase)
		p.line("default:")
		p.branch(other)
		p.line("}")
		return
	case 7:
		p.line("switch {\ncase in.Yes():\ncase %s:", cond)
		p.branch(x.body)
		p.line("default:")
		p.branch(x.alt)
		p.line("}")
		return
	}
	p.test("", cond, x.body, x.alt)
}

// returnStatement writes a return, as the function and the place allow.
func (p *printer) returnStatement(x *node, v string) {
	value := ""
	switch x.form {
	case 0:
		value = "nil"
	case 1:
		value = v
	case 2:
		value = fmt.Sprintf("fmt.Errorf(%q, %s)", "r: %w", v)
	case 3:
		value = `errors.New("new")`
	}
	switch {
	case p.literal > 0 || p.f.result == resNone:
		p.line("return")
	case p.f.result == resValue:
		p.line("return 1, %s", value)
	case p.f.result == resBool:
		p.line("return %v", x.form == 0)
	case p.f.result == resNamed && x.form == 0:
		p.line("return")
	default:
		p.line("return %s", value)
	}
}

// leaves reports whether any of nodes leaves the loop with the label.
func leaves(nodes []*node, label int) bool {
	for _, x := range nodes {
		if (x.op == opBreak || x.op == opContinue) && x.label == label || leaves(x.body, label) || leaves(x.alt, label) {
			return true
		}
	}
	return false
}

// flags reports whether any of nodes asks for the flag of the loop.
func flags(nodes []*node, label int) bool {
	for _, x := range nodes {
		if x.op == opBit && x.form == 3 && x.label == label || flags(x.body, label) || flags(x.alt, label) {
			return true
		}
	}
	return false
}

// smaller returns functions that are f with something left out, or written
// in a plainer way.
func (f *fn) smaller() []*fn {
	var list []*fn
	count := 0
	f.walk(func(*node) { count++ })
	// edit makes a copy in which the n-th statement is replaced.
	edit := func(n int, replace func(*node) []*node) {
		c := f.clone()
		i := 0
		var do func([]*node) []*node
		do = func(nodes []*node) []*node {
			var out []*node
			for _, x := range nodes {
				mine := i == n
				i++
				x.body, x.alt = do(x.body), do(x.alt)
				if mine {
					out = append(out, replace(x)...)
				} else {
					out = append(out, x)
				}
			}
			return out
		}
		c.body = do(c.body)
		list = append(list, c)
	}
	keep := func(change func(*node)) func(*node) []*node {
		return func(x *node) []*node { change(x); return []*node{x} }
	}
	for n := range count {
		edit(n, func(*node) []*node { return nil })
		edit(n, func(x *node) []*node { return x.body })
		edit(n, func(x *node) []*node { return x.alt })
		edit(n, keep(func(x *node) { x.form = 0 }))
		edit(n, keep(func(x *node) { x.form = min(x.form, 1) }))
		edit(n, keep(func(x *node) { x.alt = nil }))
		edit(n, keep(func(x *node) { x.neg = false }))
		edit(n, keep(func(x *node) { x.v = 0 }))
		edit(n, keep(func(x *node) { x.w = 0 }))
		edit(n, keep(func(x *node) { x.v = min(x.v, 1) }))
		edit(n, keep(func(x *node) {
			if x.op == opWrap || x.op == opJoin {
				x.op, x.form = opCopy, 0
			}
		}))
		edit(n, keep(func(x *node) {
			if x.op == opPick || x.op == opIs {
				x.op, x.form = opBit, 0
			}
		}))
		edit(n, keep(func(x *node) {
			if x.op == opScope {
				x.op, x.form = opCall, 0
			}
		}))
	}
	for _, result := range []int{resError, resNone, resNamed} {
		c := f.clone()
		c.result = result
		list = append(list, c)
	}
	size := f.size()
	seen := make(map[string]bool)
	return slices.DeleteFunc(list, func(c *fn) bool {
		text := c.print(0, style{}).source
		if c.size() >= size && !(c.size() == size && text < f.print(0, style{}).source) || seen[text] {
			return true
		}
		seen[text] = true
		return false
	})
}
