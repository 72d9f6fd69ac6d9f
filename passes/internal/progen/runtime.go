package progen

import (
	"fmt"
	"strings"
)

// Types returns the source of what all functions share: types.go of package gen.
func Types() string {
	var methods strings.Builder
	for k := range MaxOrigins {
		fmt.Fprintf(&methods, "\tLoad%d(ctx context.Context) error\n\tRead%d(ctx context.Context) (int, error)\n", k, k)
	}
	return fmt.Sprintf(types, methods.String())
}

// Runtime returns the source of what a program needs to run the functions, beside
// its main function.
func Runtime() string {
	var methods strings.Builder
	for k := range MaxOrigins {
		fmt.Fprintf(&methods, "func (s source) Load%d(context.Context) error { return s.load(%d) }\n", k, k)
		fmt.Fprintf(&methods, "func (s source) Read%d(context.Context) (int, error) { return 0, s.load(%d) }\n", k, k)
	}
	return strings.ReplaceAll(runtime, "//METHODS\n", methods.String())
}

// types is what all generated functions share: where errors come from, and
// what the branches read. It has no implementation in its package, so that
// the engine sees of it what it sees of any interface of a service.
const types = `package gen

import (
	"context"
	"errors"
	"iter"
	"log/slog"
)

// Source is where errors come from.
type Source interface {
%s}

// Input is what branches read, and where errors are kept.
type Input interface {
	Yes() bool
	Pick(n int) int
	More(i int) bool
	Rounds() int
	Seq() iter.Seq[int]
	Use(n int)
	Cover(n int)
	Keep(err error)
	Box() *Box
	Chan() chan<- error
	List() *[]error
	Run(f func())
	Next() Source
	Teller() *Teller
}

// Teller may have a logger.
type Teller struct{ Log *slog.Logger }

// Tell writes a line, for those who have one.
func (t *Teller) Tell(text string) {
	if t.Log != nil {
		t.Log.Info(text)
	}
}

// Box is a place to keep an error in.
type Box struct{ Err error }

// unread is a channel from which nothing receives, and so is that of nobody.
var unread = make(chan error, 1)

var nobody = struct{ errs chan error }{make(chan error, 1)}

// ErrKind is the sentinel that errors are compared with.
var ErrKind = errors.New("kind")

// Kind is a type that errors are asked for.
type Kind struct{}

func (*Kind) Error() string { return "kind" }
`

// Runtime is the part of a program that runs the generated functions. Each choice that
// a function makes - does this call fail, which way does this branch go, does
// the loop go round once more - is read from a trail, and the trails are
// enumerated until there is no other: so each function is run on all the
// paths that it has, with at most as many rounds of a loop as the program is
// told.
//
// An error's text holds its origin's number and its own. What is logged, kept
// and returned is searched for that text: an error whose text is nowhere at
// the end of a run was lost in it.
const runtime = `package main

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"log"
	"log/slog"

	"oracle/gen"
)

type choice struct{ value, of int }

type run struct {
	trail   []choice
	at      int
	rounds  int
	covered map[int]bool
	born    []*failure
	calls   map[int]int // of each origin
	traces  bytes.Buffer
	boxes   []*gen.Box
	kept    chan error
	list    []error
}

func (r *run) choose(n int) int {
	if r.at == len(r.trail) {
		r.trail = append(r.trail, choice{0, n})
	}
	r.at++
	return r.trail[r.at-1].value
}

// next moves on to the next trail, and reports whether there is one.
func (r *run) next() bool {
	r.trail = r.trail[:r.at]
	for n := len(r.trail); n > 0; n = len(r.trail) {
		last := &r.trail[n-1]
		if last.value++; last.value < last.of {
			return true
		}
		r.trail = r.trail[:n-1]
	}
	return false
}

type failure struct {
	r              *run
	origin, number int
	call           int // which call of its origin
	kind           int // of ErrKind: 0 not asked, 1 no, 2 yes
}

func (f *failure) Error() string { return fmt.Sprintf("<%d#%d>", f.origin, f.number) }

func (f *failure) Is(target error) bool {
	if target != gen.ErrKind {
		return false
	}
	if f.kind == 0 {
		f.kind = 1 + f.r.choose(2)
	}
	return f.kind == 2
}

func (f *failure) As(target any) bool {
	if f.kind == 0 {
		f.kind = 1 + f.r.choose(2)
	}
	return f.kind == 2
}

func (r *run) load(origin int) error {
	r.calls[origin]++
	if r.choose(2) == 0 {
		return nil
	}
	f := &failure{r: r, origin: origin, number: len(r.born), call: r.calls[origin]}
	r.born = append(r.born, f)
	return f
}

func (r *run) Yes() bool       { return r.choose(2) == 1 }
func (r *run) Pick(n int) int  { return r.choose(n) }
func (r *run) More(i int) bool { return i < r.rounds && r.choose(2) == 1 }
func (r *run) Rounds() int     { return r.choose(r.rounds + 1) }
func (r *run) Seq() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range r.Rounds() {
			if !yield(i) {
				return
			}
		}
	}
}
func (r *run) Use(int)        {}
func (r *run) Cover(n int)    { r.covered[n] = true }
func (r *run) Keep(err error) { fmt.Fprintln(&r.traces, err) }
func (r *run) Box() *gen.Box {
	b := new(gen.Box)
	r.boxes = append(r.boxes, b)
	return b
}
func (r *run) Chan() chan<- error { return r.kept }
func (r *run) List() *[]error     { return &r.list }
func (r *run) Run(f func())       { f() }

// Next returns a source, or none.
func (r *run) Next() gen.Source {
	if r.choose(2) == 0 {
		return nil
	}
	return source{r}
}

// Teller returns a teller that has a logger, or has none.
func (r *run) Teller() *gen.Teller {
	t := new(gen.Teller)
	if r.choose(2) == 1 {
		t.Log = slog.Default()
	}
	return t
}

type source struct{ *run }

//METHODS

// do runs a function once, and reports whether it panicked.
func (r *run) do(f func(context.Context, gen.Source, gen.Input) error) (panicked bool) {
	r.at, r.born, r.boxes, r.list = 0, nil, nil, nil
	r.calls = make(map[int]int)
	r.traces.Reset()
	r.kept = make(chan error, 100)
	log.SetOutput(&r.traces)
	defer func() {
		if v := recover(); v != nil {
			fmt.Fprintln(&r.traces, v)
			panicked = true
		}
		for _, b := range r.boxes {
			fmt.Fprintln(&r.traces, b.Err)
		}
		for len(r.kept) > 0 {
			fmt.Fprintln(&r.traces, <-r.kept)
		}
		fmt.Fprintln(&r.traces, r.list)
	}()
	fmt.Fprintln(&r.traces, f(context.Background(), source{r}, r))
	return false
}

// writer writes to wherever package log writes.
type writer struct{}

func (writer) Write(b []byte) (int, error) { return log.Writer().Write(b) }
`
