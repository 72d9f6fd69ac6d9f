package progen

import (
	"fmt"
	"strings"
)

func (p *printer) statement(x *Node) {
	v, w := p.name(x.V), p.name(x.W)
	compare := "!="
	if x.Neg {
		compare = "=="
	}
	switch x.Op {
	case OpCall:
		if x.Form == 1 {
			p.line("_, %s = src.Read%d(ctx)", v, x.K)
			return
		}
		p.line("%s = %s", v, p.origin(x.K, x.Form))
	case OpDiscard:
		switch x.Form {
		case 0:
			p.line("src.Load%d(ctx)", x.K)
		case 1:
			p.line("_ = src.Load%d(ctx)", x.K)
		case 2:
			p.line("{ n, _ := src.Read%d(ctx); in.Use(n) }", x.K)
		case 3:
			p.line("%s", p.origin(x.K, 2))
		}
	case OpScope:
		p.test(v+" := "+p.origin(x.K, 2*x.Form), fmt.Sprintf("%s %s nil", v, compare), x.Body, x.Alt)
	case OpIf:
		p.ifStatement(x, v, compare)
	case OpIs:
		if x.Form == 1 {
			p.test("target := new(*Kind)", fmt.Sprintf("errors.As(%s, target)", v), x.Body, x.Alt)
			return
		}
		p.test("", fmt.Sprintf("errors.Is(%s, ErrKind)", v), x.Body, x.Alt)
	case OpBit:
		cond := []string{"in.Yes()", "in.Pick(2) == 1", "flag", "flag"}[x.Form]
		if cond == "flag" {
			if x.Form == 3 && x.Label >= 0 {
				// A flag that each round of the loop sets anew.
				cond = fmt.Sprintf("flag%d", x.Label)
			} else {
				p.local("flag := in.Yes()")
			}
		}
		p.line("if %s {", cond)
		p.list(x.Body)
		if len(x.Alt) > 0 {
			p.line("} else {")
			p.list(x.Alt)
		}
		p.line("}")
	case OpPick:
		p.line("switch in.Pick(3) {\ncase 0:")
		p.list(x.Body)
		p.line("case 1:")
		p.list(x.Alt)
		p.line("}")
	case OpFor:
		if leaves(x.Body, x.Label) {
			p.line("loop%d:", x.Label)
		}
		switch x.Form {
		case 0:
			p.line("for range in.Rounds() {")
		case 1:
			p.line("for i := 0; in.More(i); i++ {")
		case 2:
			p.line("for range in.Seq() {")
		case 3:
			p.line("for i := 0; ; i++ {\nif !in.More(i) {\nbreak\n}")
		}
		if flags(x.Body, x.Label) {
			p.line("flag%d := in.Yes()", x.Label)
		}
		p.list(x.Body)
		p.line("}")
	case OpBreak:
		p.line("break loop%d", x.Label)
	case OpContinue:
		p.line("continue loop%d", x.Label)
	case OpReturn:
		p.returnStatement(x, v)
	case OpLog:
		switch x.Form {
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
	case OpLogBare:
		if x.Form == 1 {
			p.line("slog.Error(%q)", "failed")
			return
		}
		p.line("log.Print(%q)", "failed")
	case OpWrap:
		switch x.Form {
		case 0:
			p.line("%s = fmt.Errorf(%q, %s)", v, "W: %w", w)
		case 1:
			p.line("%s = fmt.Errorf(%q, %s)", v, "W: %v", w)
		case 2:
			p.line("%s = %s(%s)", v, p.helper("wrap", "(err error) error {\nreturn fmt.Errorf(\"h: %w\", err)\n}"), w)
		}
	case OpJoin:
		if x.Form == 1 {
			p.line("%s = fmt.Errorf(%q, %s, %s)", v, "%w and %w", v, w)
			return
		}
		p.line("%s = errors.Join(%s, %s)", v, v, w)
	case OpCopy:
		p.line("%s = %s", v, w)
	case OpNil:
		p.line("%s = nil", v)
	case OpNew:
		p.line("%s = errors.New(%q)", v, "new")
	case OpKeep:
		p.line([]string{"in.Keep(%s)", "in.Box().Err = %s", "in.Chan() <- %s", "{ list := in.List(); *list = append(*list, %s) }"}[x.Form], v)
	case OpDrop:
		p.line("%s(%s)", p.helper("drop", "(err error) {}"), v)
	case OpDefer:
		p.literal++
		p.line("defer func() {")
		p.list(x.Body)
		p.line("}()")
		p.literal--
	case OpDo:
		p.literal++
		if x.Form == 1 {
			p.line("in.Run(func() {")
			p.list(x.Body)
			p.line("})")
		} else {
			p.line("func() {")
			p.list(x.Body)
			p.line("}()")
		}
		p.literal--
	case OpPanic:
		if x.Form == 1 {
			p.line("panic(%q)", "boom")
			return
		}
		p.line("panic(%s)", v)
	case OpGuard, OpRetry, OpHeader, OpTell, OpTaken, OpLater, OpReset:
		p.shape(x, v)
	case OpSpawn, OpSend, OpReceive, OpGather, OpSpread, OpVia:
		p.carrier(x, v, w)
	case OpText:
		p.local("text := \"\"")
		p.line("if %s != nil {\ntext = %s.Error()\n}", v, v)
	case OpLogText:
		p.local("text := \"\"")
		p.line("log.Print(text)")
	case OpDeferLog:
		p.line("defer log.Print(%s)", v)
	case OpPut:
		p.local(boxes[x.Form][0])
		p.line(boxes[x.Form][1], v)
	case OpUnread:
		// Nothing waits for a channel that nobody empties.
		p.line("select {\ncase %s <- %s:\ndefault:\n}", []string{"unread", "nobody.errs"}[x.Form], v)
	case OpGet:
		p.local(boxes[x.Form][0])
		p.line(boxes[x.Form][2], v)
	}
}

// boxes are the local variables, other than of type error, that an error is
// put into: a declaration, how it is put in, and how it is got out. An error
// that is read from a map has escaped, and so has what is appended to a list:
// see OpKeep.
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
func (p *printer) ifStatement(x *Node, v, compare string) {
	cond := fmt.Sprintf("%s %s nil", v, compare)
	switch x.Form {
	case 1:
		cond += " && in.Yes()"
	case 2:
		cond += " || in.Yes()"
	case 3:
		p.bools++
		name := fmt.Sprintf("b%d", p.bools)
		if p.style.Renamed {
			name = "flag" + name
		}
		p.line("%s := %s", name, cond)
		cond = name
	case 4:
		cond = fmt.Sprintf("%s(%s)", p.helper("failed", "(err error) bool {\nreturn err != nil\n}"), v)
		if x.Neg {
			cond = "!" + cond
		}
	case 5, 6:
		p.line("switch %s {\ncase nil:", v+[]string{"", ".(type)"}[x.Form-5])
		nilCase, other := x.Alt, x.Body
		if x.Neg {
			nilCase, other = x.Body, x.Alt
		}
		p.branch(nilCase)
		p.line("default:")
		p.branch(other)
		p.line("}")
		return
	case 7:
		p.line("switch {\ncase in.Yes():\ncase %s:", cond)
		p.branch(x.Body)
		p.line("default:")
		p.branch(x.Alt)
		p.line("}")
		return
	}
	p.test("", cond, x.Body, x.Alt)
}

// returnStatement writes a return, as the function and the place allow.
func (p *printer) returnStatement(x *Node, v string) {
	value := ""
	switch x.Form {
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
	case p.literal > 0 || p.f.Result == ReturnsNone:
		p.line("return")
	case p.f.Result == ReturnsValue:
		p.line("return 1, %s", value)
	case p.f.Result == ReturnsBool:
		p.line("return %v", x.Form == 0)
	case p.f.Result == ReturnsNamed && x.Form == 0:
		p.line("return")
	default:
		p.line("return %s", value)
	}
}
