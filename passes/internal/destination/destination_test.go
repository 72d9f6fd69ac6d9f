package destination_test

import (
	"testing"

	"golang.org/x/tools/go/ssa"

	"github.com/loglint/loglint/passes/internal/destination"
	"github.com/loglint/loglint/passes/internal/program"
	"github.com/loglint/loglint/passes/internal/ssatest"
	"github.com/loglint/loglint/passes/internal/ssax"
)

// TestOf asks, in each function, for what is handed to use.
func TestOf(t *testing.T) {
	const text = `package p

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"io"
	"net"
	"net/http"
	"os"
)

func use(w any) {}

func buffer() { var b bytes.Buffer; use(&b) }

func packed() { var b bytes.Buffer; z := gzip.NewWriter(&b); use(z) }

func reply(w http.ResponseWriter) { use(bufio.NewWriter(w)) }

func terminal() { use(io.Writer(os.Stdout)) }

func file() {
	f, _ := os.Create("a")
	z, _ := gzip.NewWriterLevel(f, 9)
	use(bufio.NewWriterSize(z, 1))
}

func peer(c net.Conn) { use(c) }

func either(b bool) {
	var w io.Writer = new(bytes.Buffer)
	if b {
		w, _ = os.Create("a")
	}
	use(w)
}

func handedIn(w io.Writer) { use(w) }

func hands(f *os.File) { handedIn(bufio.NewWriter(f)); handedIn(new(bytes.Buffer)) }

func Exported(w io.Writer) { use(w) }

func callsExported() { Exported(new(bytes.Buffer)) }

func asValue(w io.Writer) { use(w) }

var held = asValue

func callsValue() { asValue(new(bytes.Buffer)) }

func notCalled(w io.Writer) { use(w) }

type report struct{ out io.Writer; Out io.Writer }

func newReport(f *os.File) *report { return &report{out: f, Out: f} }

func (r *report) field() { use(r.out) }

func (r *report) exportedField() { use(r.Out) }

type sink interface{ put(w io.Writer) }

type one struct{}

func (one) put(w io.Writer) { use(w) }

func viaInterface(s sink) { s.put(os.Stderr) }

func captured(path string) {
	f, _ := os.Create(path)
	func() { use(f) }()
}

func rec(w io.Writer, n int) {
	if n > 0 {
		rec(bufio.NewWriter(w), n-1)
	}
	use(w)
}

func callsRec() { rec(os.Stdout, 3) }

func made(open func() io.Writer) { use(open()) }

type both struct{ io.Writer }

func NewBoth(a, b io.Writer) *both

func two(f *os.File) { use(NewBoth(new(bytes.Buffer), f)) }
`
	const all = destination.Unknown
	want := map[string]destination.Set{
		"buffer": destination.Memory, "packed": destination.Memory,
		"reply": destination.Client, "terminal": destination.Terminal,
		"file": destination.File, "peer": destination.Peer,
		"either":   destination.Memory | destination.File,
		"handedIn": destination.Memory | destination.File,
		// Others may call it, or it may be called by another name.
		"Exported": destination.Memory | all, "asValue": destination.Memory | all, "notCalled": all,
		"field": destination.File, "exportedField": destination.File | all,
		"put":        destination.Terminal, // no other package can call it
		"captured$1": destination.File,
		"rec":        destination.Terminal,
		"made":       all,
		"two":        destination.Memory | destination.File,
	}
	prog := program.New(ssatest.Pass(t, "example.com/p", map[string]string{"p.go": text}))
	if prog.Err != nil {
		t.Fatal(prog.Err)
	}
	finder := destination.NewFinder(prog)
	for _, fn := range prog.Funcs {
		w := used(fn)
		if w == nil {
			continue
		}
		expected, ok := want[fn.Name()]
		if !ok {
			t.Errorf("nothing is expected of %s", fn.Name())
		}
		delete(want, fn.Name())
		if got := finder.Of(w); got != expected {
			t.Errorf("%s: got %06b, want %06b", fn.Name(), got, expected)
		}
	}
	for name := range want {
		t.Errorf("%s was not asked", name)
	}
}

// used returns what fn hands to use, or nil.
func used(fn *ssa.Function) ssa.Value {
	for _, b := range fn.Blocks {
		for _, instr := range b.Instrs {
			if call, ok := instr.(*ssa.Call); ok {
				if callee := ssax.StaticCallee(&call.Call); callee != nil && callee.Name() == "use" {
					return call.Call.Args[0]
				}
			}
		}
	}
	return nil
}

// TestFrom asks, in each function, where that comes from which is handed to use.
func TestFrom(t *testing.T) {
	const text = `package p

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/rand"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
)

func use(r any) {}

func text() { use(strings.NewReader("a")) }

func random() { use(rand.Reader) }

func file() {
	f, _ := os.Open("a")
	z, _ := gzip.NewReader(bufio.NewReader(f))
	use(z)
}

func packed(data []byte) {
	z, _ := gzip.NewReader(bytes.NewReader(data))
	use(bufio.NewReader(z))
}

func limited(resp *http.Response) { use(io.LimitReader(resp.Body, 1)) }

func posted(r *http.Request, w http.ResponseWriter) { use(http.MaxBytesReader(w, r.Body, 1)) }

func peer(c net.Conn) { use(bufio.NewReader(c)) }

func typed() { use(os.Stdin) }

func handedIn(r io.Reader) { use(r) }

func hands(f *os.File) { handedIn(f); handedIn(bytes.NewReader(nil)) }

func Exported(r io.Reader) { use(r) }

func derived(open func(secret []byte) io.Reader) { use(open(nil)) }

type scan struct{ in *bufio.Scanner }

func newScan(c net.Conn) *scan { return &scan{in: bufio.NewScanner(bufio.NewReader(c))} }

func (s *scan) own() { use(s.in) }
`
	want := map[string]destination.Set{
		"text": destination.Memory, "random": destination.Memory, "file": destination.File | destination.Decoded,
		"packed":  destination.Memory | destination.Decoded,
		"limited": destination.Peer, "posted": destination.Client, "peer": destination.Peer,
		"typed": destination.File, "handedIn": destination.File | destination.Memory,
		"Exported": destination.Unknown, "derived": destination.Unknown,
		// A scanner is no reader, so what a field holds of it is not followed.
		"own": destination.Unknown,
	}
	prog := program.New(ssatest.Pass(t, "example.com/p", map[string]string{"p.go": text}))
	if prog.Err != nil {
		t.Fatal(prog.Err)
	}
	finder := destination.NewFinder(prog)
	for _, fn := range prog.Funcs {
		r := used(fn)
		if r == nil {
			continue
		}
		if got := finder.From(r); got != want[fn.Name()] {
			t.Errorf("%s: got %06b, want %06b", fn.Name(), got, want[fn.Name()])
		}
		delete(want, fn.Name())
	}
	for name := range want {
		t.Errorf("%s was not asked", name)
	}
}
