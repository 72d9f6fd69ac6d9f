package progen

import (
	"fmt"
	"go/format"
	"math/rand/v2"
	"regexp"
	"strings"
)

// A Style is how a function is printed. The zero style is the plain one; the
// others must not change what the engine says of it.
type Style struct {
	Renamed  bool       // other names for all locals
	Shadowed bool       // the variables of statements are called err, as the first one is
	Switched bool       // if err != nil becomes a switch
	Dead     *rand.Rand // where not nil, says where to put code that does nothing
	Covered  bool       // each branch of a test of an error notes that it is taken
}

// A printer writes a function as Go.
type printer struct {
	strings.Builder
	f       *Func
	id      int
	style   Style
	bools   int
	covers  int
	literal int             // how many function literals stand around
	helpers strings.Builder // functions beside it
	locals  strings.Builder // what is declared at the top
}

// Printed is a function as Go source.
type Printed struct {
	Source string
	Call   string // how the oracle calls it, as statements that return an error
	Covers int    // how many branches note that they are taken
}

// Print writes the function down as file number id of package gen.
func (f *Func) Print(id int, s Style) Printed {
	p := &printer{f: f, id: id, style: s}
	signature := [numResults]string{"error", "(int, error)", "(" + p.name(0) + " error)", "", "bool"}[f.Result]
	p.list(f.Body)
	if f.Result != ReturnsNone {
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
		f.Walk(func(x *Node) {
			used = used || x.V == v && usesV(x) || x.W == v && (x.Op == OpWrap || x.Op == OpJoin || x.Op == OpCopy || x.Op == OpVia)
		})
		if used && !(v == 0 && f.Result == ReturnsNamed) {
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
	switch f.Result {
	case ReturnsError, ReturnsNamed:
		call = "return " + call
	case ReturnsValue:
		call = "_, err := " + call + "; return err"
	default:
		call += "; return nil"
	}
	return Printed{string(source), call, p.covers}
}

// usesV reports whether x mentions its first variable.
func usesV(x *Node) bool {
	switch x.Op {
	case OpDiscard, OpScope, OpBit, OpPick, OpFor, OpBreak, OpContinue, OpLogBare, OpDefer, OpDo, OpGuard, OpHeader, OpTaken, OpLater, OpSpawn:
		return false
	case OpReceive:
		return x.Form == 0
	case OpSpread:
		return x.Form >= 2
	case OpRetry:
		return x.Form > 0
	}
	return true
}

func (p *printer) line(text string, args ...any) { fmt.Fprintf(p, text+"\n", args...) }

// name returns the name of a variable.
func (p *printer) name(v int) string {
	switch {
	case p.style.Shadowed && v >= topVars:
		return "err"
	case p.style.Renamed:
		return fmt.Sprintf("renamed%d", 7*v+3)
	case v == 0:
		return "err"
	}
	return fmt.Sprintf("e%d", v)
}

// nothing is what the function returns where it has no error to return.
func (p *printer) nothing() string {
	switch p.f.Result {
	case ReturnsError:
		return "nil"
	case ReturnsNamed:
		return ""
	case ReturnsValue:
		return "0, nil"
	case ReturnsBool:
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

func (p *printer) list(nodes []*Node) {
	for _, x := range nodes {
		p.deadCode()
		p.statement(x)
	}
}

// deadCode writes code that does nothing, where the style wants it.
func (p *printer) deadCode() {
	r := p.style.Dead
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
func (p *printer) test(init, cond string, body, alt []*Node) {
	before, between, after := "if %s%s {\n", "} else {\n", "}\n"
	if p.style.Switched {
		before, between = "switch %s{\ncase %s:\n", "default:\n"
	}
	if init != "" {
		init += "; "
	}
	fmt.Fprintf(p, before, init, cond)
	p.branch(body)
	if len(alt) > 0 || p.style.Covered {
		p.WriteString(between)
		p.branch(alt)
	}
	p.WriteString(after)
}

// branch writes the statements of a branch that depends on an error.
func (p *printer) branch(nodes []*Node) {
	if p.style.Covered {
		p.line("in.Cover(%d)", p.covers)
		p.covers++
	}
	p.list(nodes)
}

// leaves reports whether any of nodes leaves the loop with the label.
func leaves(nodes []*Node, label int) bool {
	for _, x := range nodes {
		if (x.Op == OpBreak || x.Op == OpContinue) && x.Label == label || leaves(x.Body, label) || leaves(x.Alt, label) {
			return true
		}
	}
	return false
}

// flags reports whether any of nodes asks for the flag of the loop.
func flags(nodes []*Node, label int) bool {
	for _, x := range nodes {
		if x.Op == OpBit && x.Form == 3 && x.Label == label || flags(x.Body, label) || flags(x.Alt, label) {
			return true
		}
	}
	return false
}
