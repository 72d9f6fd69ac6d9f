package fixtest_test

// runMain is the program that runs each function before its fixes and after, on
// the same paths, beside what package progen has for that.
//
// The trail of choices is that of the function as it was: as it is fixed it has to
// make the same. What the two have done is compared as texts: what they called,
// what they kept, returned and panicked with. Their log lines are compared one by
// one.
const runMain = `package main

import (
	"context"
	"fmt"
	"log"
	"log/slog"
	"os"
	"strconv"
	"strings"

	"oracle/fixed"
	"oracle/gen"
)

var _ fixed.Source

// An outcome is what came of one run.
type outcome struct {
	events   []string // in order, but for lines
	lines    []string
	born     []*failure
	panicked bool
	mute     bool        // there was no logger
	calls    map[int]int // of each origin
	asked    int         // how many choices
}

// watched notes what a function does with its source and its input.
type watched struct {
	*run
	out *outcome
}

func (w watched) note(format string, args ...any) {
	w.out.events = append(w.out.events, fmt.Sprintf(format, args...))
}

func (w watched) Yes() bool       { w.note("Yes"); return w.run.Yes() }
func (w watched) Pick(n int) int  { w.note("Pick"); return w.run.Pick(n) }
func (w watched) More(i int) bool { w.note("More %d", i); return w.run.More(i) }
func (w watched) Rounds() int     { w.note("Rounds"); return w.run.Rounds() }
func (w watched) Use(n int)       { w.note("Use %d", n) }
func (w watched) Keep(err error)  { w.note("Keep %v", err) }
func (w watched) Run(f func())    { w.note("Run"); f() }
func (w watched) Next() gen.Source {
	w.note("Next")
	if w.run.Next() == nil {
		return nil
	}
	return calls{w}
}

func (w watched) Teller() *gen.Teller {
	t := w.run.Teller()
	w.out.mute = w.out.mute || t.Log == nil
	return t
}

// calls is a source whose calls are noted.
type calls struct{ watched }

//CALLED

// do runs a function once, on the trail as far as it goes.
func (r *run) observe(f func(context.Context, gen.Source, gen.Input) error) (out outcome) {
	r.at, r.born, r.boxes, r.list = 0, nil, nil, nil
	r.calls = make(map[int]int)
	r.traces.Reset()
	r.kept = make(chan error, 100)
	log.SetOutput(&r.traces)
	w := watched{r, &out}
	defer func() {
		if v := recover(); v != nil {
			w.note("panic %v", v)
			out.panicked = true
		}
		for _, b := range r.boxes {
			w.note("box %v", b.Err)
		}
		for len(r.kept) > 0 {
			w.note("sent %v", <-r.kept)
		}
		w.note("list %v", r.list)
		out.lines, out.born, out.asked, out.calls = strings.Split(strings.TrimSuffix(r.traces.String(), "\n"), "\n"), r.born, r.at, r.calls
	}()
	w.note("returned %v", f(context.Background(), calls{w}, w))
	return out
}

// A difference is a way in which a fixed function is not as it was.
type difference struct{ kind, text string }

// compare compares what came of a run with what came of it before the fixes. told
// is how many errors are in lines that were in nothing before. mended are the
// origins whose errors are not to be lost any more, unless the next attempt takes
// their place, there is no logger, or the function panics.
func compare(before, after outcome, mended map[int]bool) (list []difference, told int) {
	add := func(kind, format string, args ...any) {
		list = append(list, difference{kind, fmt.Sprintf(format, args...)})
	}
	now := strings.Join(after.events, "\n") + strings.Join(after.lines, "\n")
	// An error that is made on the spot is made of the lost one, which is the one fix
	// that changes more than the trace.
	for i, event := range after.events {
		if i < len(before.events) && before.events[i] == "returned new" && strings.HasPrefix(event, "returned new: <") {
			after.events[i] = before.events[i]
		}
	}
	if after.panicked && !before.panicked {
		add("panic", "%v", after.events)
	} else if strings.Join(before.events, "|") != strings.Join(after.events, "|") || before.asked != after.asked {
		add("behaviour", "before %v, after %v", before.events, after.events)
	}
	known := strings.Join(before.events, "\n") + strings.Join(before.lines, "\n")
	lost := make(map[string]bool)
	for _, f := range before.born {
		lost[f.Error()] = f.kind != 2 && !strings.Contains(known, f.Error())
	}
	for _, f := range after.born {
		if mended[f.origin] && f.kind != 2 && !strings.Contains(now, f.Error()) && after.calls[f.origin] == f.call && !after.mute && !after.panicked {
			add("untold", "%v is still lost", f)
		}
	}
	once := make(map[string]bool)
	judge := func(line, added string) {
		some := false
		for text, isLost := range lost {
			if !strings.Contains(added, text) {
				continue
			}
			some = true
			// What is made of an error is another one.
			wrapped := strings.Contains(added, "h: "+text) || strings.Contains(added, "w: "+text)
			switch {
			case wrapped:
			case !isLost:
				add("known", "%q: this error was not lost", line)
			case once[text]:
				add("twice", "%q: this error is in another new line", line)
			default:
				told++
			}
			once[text] = true
		}
		// What wraps nothing, or is made on the spot, is an error of no source.
		made := strings.Contains(added, "%!") || strings.Contains(added, "new") || strings.Contains(added, "reset")
		if !some && !made {
			add("empty", "%q: no error is in what is new of it", line)
		}
	}
	rest := before.lines
	for _, line := range after.lines {
		switch {
		case len(rest) > 0 && line == rest[0]:
			rest = rest[1:]
		case len(rest) > 0 && rest[0] != "" && strings.HasPrefix(line, rest[0]) && !strings.HasPrefix(line, rest[0]+" to "):
			judge(line, line[len(rest[0]):])
			rest = rest[1:]
		case len(rest) > 0 && fills(line, rest[0]):
			i := strings.Index(rest[0], "<nil>")
			judge(line, line[i:len(line)-(len(rest[0])-i-len("<nil>"))])
			rest = rest[1:]
		case line != "" && !strings.HasPrefix(line, "<"): // else of an error of several lines
			judge(line, line)
		}
	}
	for _, line := range rest {
		if line != "" {
			add("line", "%q is not written any more", line)
		}
	}
	return list, told
}

// fills reports whether a line says an error where another said that there is none.
func fills(line, old string) bool {
	before, after, ok := strings.Cut(old, "<nil>")
	if !ok || len(line) < len(before)+len(after) || !strings.HasPrefix(line, before) || !strings.HasSuffix(line, after) {
		return false
	}
	said := line[len(before) : len(line)-len(after)]
	return strings.HasPrefix(said, "<") || strings.HasPrefix(said, "h: ") || strings.HasPrefix(said, "w: ")
}

// compareAll compares two functions on all paths of the first and prints what
// differs.
func compareAll(id, rounds int, mended map[int]bool, before, after func(context.Context, gen.Source, gen.Input) error) {
	r := &run{rounds: rounds, covered: make(map[int]bool)}
	seen := make(map[string]bool)
	told, runs := 0, 0
	for more := true; more && runs < 20000; more = r.next() {
		runs++
		was := r.observe(before)
		trail := append([]choice(nil), r.trail[:r.at]...)
		is := r.observe(after)
		r.trail, r.at = trail, len(trail)
		list, n := compare(was, is, mended)
		told += n
		for _, d := range list {
			if !seen[d.kind] {
				seen[d.kind] = true
				fmt.Println("differs", id, d.kind, d.text)
			}
		}
	}
	fmt.Println("result", id, runs, told)
}

func main() {
	rounds, err := strconv.Atoi(os.Args[1])
	if err != nil {
		panic(err)
	}
	timeless := &slog.HandlerOptions{Level: slog.LevelDebug, ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}}
	slog.SetDefault(slog.New(slog.NewTextHandler(writer{}, timeless)))
	log.SetFlags(0)
//COMPARED
}
`
