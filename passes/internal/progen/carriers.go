package progen

// ch is a channel that a function sends errors to and receives them from again. It may hold
// one from the start, so that no receive from it is in vain on all paths.
const ch = "ch := make(chan error, 100)\nif in.Yes() {\nch <- ErrKind\n}"

// results is a list of structs with errors, which likewise may hold one from the start.
const results = "var results []Box\nif in.Yes() {\nresults = append(results, Box{Err: ErrKind})\n}"

// weighCarriers sets how likely the statements are that carry errors elsewhere.
func (g *Generator) weighCarriers(e env, set func(int, ...Op)) {
	set(4, OpSend, OpReceive, OpGather, OpVia)
	if e.depth < 3 && g.nodes > 0 && len(e.loops) == 0 {
		set(3, OpSpread)
	}
	if e.depth < 3 && g.nodes > 0 && !e.closure {
		set(4, OpSpawn)
	}
}

// carrier writes a statement that carries an error elsewhere, or takes it from there. No
// goroutine runs beside another: a run has to be the same each time.
func (p *printer) carrier(x *Node, v, w string) {
	switch x.Op {
	case OpSpawn:
		p.literal++
		p.line("{\ndone := make(chan struct{})\ngo func() {\ndefer close(done)")
		p.list(x.Body)
		p.line("}()\n<-done\n}")
		p.literal--
	case OpSend:
		p.local(ch)
		p.line([]string{"ch <- %s", "select {\ncase ch <- %s:\ncase <-ctx.Done():\n}"}[x.Form], v)
	case OpReceive:
		p.local(ch)
		switch x.Form {
		case 0:
			p.line("select {\ncase %s = <-ch:\ndefault:\n}", v)
		case 1:
			p.line("select {\ncase <-ch:\ndefault:\n}")
		case 2:
			p.line("select {\ncase r := <-ch:\nlog.Print(r)\ndefault:\n}")
		}
	case OpGather:
		p.local(results)
		p.line([]string{"results = append(results, Box{Err: %s})", "{ r := Box{}\nr.Err = %s\nresults = append(results, r) }"}[x.Form], v)
	case OpSpread:
		p.local(results)
		p.line("for _, r := range results {\nif r.Err != nil {\n%s\n}\n}", []string{
			"log.Print(r.Err)", "in.Use(1)", v + " = r.Err", v + " = r.Err\nbreak",
		}[x.Form])
	case OpVia:
		switch x.Form {
		case 0:
			p.line("%s = %s(%s).Err", v, p.helper("carry", "(err error) Box {\nreturn Box{Err: err}\n}"), w)
		case 1:
			p.line("%s = %s(%s).Err", v, p.helper("lift", "(err error) *Box {\nb := new(Box)\nb.Err = err\nreturn b\n}"), w)
		case 2:
			p.local("var box Box")
			p.line("%s(&box, %s)\n%s = box.Err", p.helper("fill", "(b *Box, err error) {\nb.Err = err\n}"), w, v)
		}
	}
}
