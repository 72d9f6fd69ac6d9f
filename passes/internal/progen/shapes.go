package progen

import "fmt"

// weighShapes sets how likely the statements are that are grown on request.
func (g *Generator) weighShapes(e env, set func(int, ...Op)) {
	set(3, OpTell)
	set(2, OpReset)
	if g.origins == MaxOrigins {
		return
	}
	set(4, OpTaken)
	set(2, OpLater)
	if e.depth < 3 && g.nodes > 0 {
		set(8, OpGuard)
		set(4, OpHeader)
		if len(e.loops) == 0 {
			set(5, OpRetry)
		}
	}
}

// shape grows what is inside of a statement that is grown on request; written is
// the variable that it may give an error.
func (g *Generator) shape(x *Node, inner env, written int) {
	x.K = g.origin()
	switch x.Op {
	case OpGuard:
		x.Neg = g.Rand.IntN(3) == 0
		x.Body, x.Alt = g.block(inner), g.maybe(inner)
	case OpHeader:
		x.Body = g.block(inner)
	case OpRetry:
		if x.V = written; x.Form == 0 {
			x.V = g.vars
			g.vars++
		}
		g.held[x.V] = true
	}
}

// shape writes a statement that is grown on request.
func (p *printer) shape(x *Node, v string) {
	call := p.origin(x.K, 0)
	compare := "=="
	if x.Neg {
		compare = "!="
	}
	switch x.Op {
	case OpGuard:
		test := fmt.Sprintf("%s %s nil", call, compare)
		opened := "if %s {"
		cond := []string{
			"in.Yes() && " + test, "in.Yes() || " + test, test + " && in.Yes()", test, test + " || in.Yes()",
			fmt.Sprintf("next != nil && next.Load%d(ctx) %s nil", x.K, compare),
			"in.Yes() == (" + test + ")", test,
		}[x.Form]
		if x.Form == 5 {
			p.local("next := in.Next()")
		}
		if x.Form == 7 {
			opened = "if in.Yes() {\nin.Use(1)\n} else if %s {"
		}
		p.line(opened, cond)
		p.list(x.Body)
		if len(x.Alt) > 0 {
			p.line("} else {")
			p.list(x.Alt)
		}
		p.line("}")
	case OpRetry:
		p.line("for i := 0; in.More(i); i++ {")
		switch x.Form {
		case 0:
			p.line("if %s := %s; %s == nil {\nbreak\n}", v, call, v)
		case 1:
			p.line("if %s = %s; %s == nil {\nbreak\n}", v, call, v)
		case 2:
			// The variable outside keeps what it held.
			p.line("if %s := %s; %s == nil {\nbreak\n}\nin.Keep(%s)", v, call, v, v)
		}
		p.line("log.Print(%q)\n}", "failed")
	case OpHeader:
		if x.Form == 1 {
			p.line("if n%d, _ := src.Read%d(ctx); n%d == 0 {", x.K, x.K, x.K)
		} else {
			p.line("if n, _ := src.Read%d(ctx); n == 0 {", x.K)
		}
		p.list(x.Body)
		p.line("}")
	case OpTell:
		p.local("teller := in.Teller()")
		switch x.Form {
		case 0:
			p.line("if teller.Log != nil {\nteller.Log.Error(%q, %q, %s)\n}", "failed", "err", v)
		case 1:
			p.line("teller.Tell(%q)", "going on")
		case 2:
			p.line("if teller.Log != nil {\nteller.Log.Error(%q)\n}", "failed")
		}
	case OpTaken:
		p.line("n%d, _ := src.Read%d(ctx)\nin.Use(n%d)", x.K, x.K, x.K)
	case OpLater:
		p.line("defer %s", call)
	case OpReset:
		if x.Form == 1 {
			p.line("func() { %s = errors.New(%q) }()", v, "reset")
			return
		}
		p.line("{\nreset := func() { %s = nil }\nreset()\n}", v)
	}
}
