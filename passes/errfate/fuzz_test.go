package errfate_test

import (
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/loglint/loglint/internal/message"
	"github.com/loglint/loglint/passes/internal/progen"
)

// FuzzSource analyses whatever type-checks. Nothing may panic, and no function
// may be given up. Its input is the text of one file, which imports the
// standard library alone.
//
// The seeds are run by each go test. To search for more:
//
//	go test -fuzz=FuzzSource -fuzztime=120s ./passes/errfate
func FuzzSource(f *testing.F) {
	for _, text := range seeds(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<16 {
			t.Skip("too large")
		}
		w := newWorld()
		c, err := w.check("fuzz", []source{{"fuzz.go", text}})
		if err != nil {
			t.Skip(err)
		}
		sound(t, c)
	})
}

// FuzzEdits is FuzzSource for programs that are changed by whole statements,
// so that most of them type-check: its input says which seed, and which
// statements are to be left out, doubled, moved and wrapped. An edit after
// which the program does not type-check is taken back.
func FuzzEdits(f *testing.F) {
	texts := seeds(f)
	for i := range texts {
		f.Add(uint(i), []byte("0123456789"))
	}
	f.Fuzz(func(t *testing.T, seed uint, edits []byte) {
		text := texts[seed%uint(len(texts))]
		var last *checked
		for len(edits) >= 3 {
			next, ok := edit(text, edits[0], edits[1], edits[2])
			edits = edits[3:]
			if !ok || len(next) > 1<<16 {
				continue
			}
			if c, err := newWorld().check("fuzz", []source{{"fuzz.go", next}}); err == nil {
				text, last = next, c
			}
		}
		if last != nil {
			t.Cleanup(func() {
				if t.Failed() {
					t.Logf("the program:\n%s", text)
				}
			})
			sound(t, last)
		}
	})
}

// sound analyses a package and fails on all that must not be, whatever the
// program.
func sound(t *testing.T, c *checked) {
	t.Helper()
	r, err := c.analyze()
	if err != nil {
		t.Fatal(err)
	}
	fset := c.world.fset
	for _, failure := range r.result.Failures {
		t.Errorf("%v: %s\n%s", fset.Position(failure.Pos), failure.Text, failure.Stack)
	}
	for _, finding := range r.result.Findings {
		switch {
		case fset.File(finding.Pos) == nil:
			t.Errorf("finding without a position: %s", message.Of(finding.Says))
		case finding.End < finding.Pos:
			t.Errorf("%v: finding ends before it begins: %s", fset.Position(finding.Pos), message.Of(finding.Says))
		}
		if message.Of(finding.Says) == "" || finding.Category == "" || strings.Contains(message.Of(finding.Says), "at line 0") || strings.Contains(message.Of(finding.Says), "%!") {
			t.Errorf("%v: finding %q says %q", fset.Position(finding.Pos), finding.Category, message.Of(finding.Says))
		}
	}
}

// seeds returns the programs that fuzzing begins with: the corpora, what is
// legal and rare, and some of what the oracle runs.
func seeds(t testing.TB) []string {
	texts := slices.Clone(odd)
	for _, c := range corpora(t, ".") {
		if c.std {
			texts = append(texts, merge(t, c.sources))
		}
	}
	g := &progen.Generator{Typechecks: typechecks, Rand: rand.New(rand.NewPCG(1, 1))}
	for range 30 {
		texts = append(texts, merge(t, genSources([]*progen.Func{g.Func()}, progen.Style{})))
	}
	return texts
}

// TestSeeds keeps the fuzz targets honest: a seed that does not type-check
// tests nothing.
func TestSeeds(t *testing.T) {
	for _, text := range seeds(t) {
		if _, err := newWorld().check("fuzz", []source{{"fuzz.go", text}}); err != nil {
			t.Errorf("%v\n%s", err, text)
		}
	}
}

// edit changes one statement of a program: which one, what is done with it
// and with which other are told by three bytes, counted round.
func edit(text string, which, what, other byte) (string, bool) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "fuzz.go", text, parser.SkipObjectResolution)
	if err != nil {
		return "", false
	}
	// A slot is a place in a list of statements.
	type slot struct {
		list *[]ast.Stmt
		i    int
	}
	var slots []slot
	ast.Inspect(file, func(n ast.Node) bool {
		var list *[]ast.Stmt
		switch n := n.(type) {
		case *ast.BlockStmt:
			list = &n.List
		case *ast.CaseClause:
			list = &n.Body
		case *ast.CommClause:
			list = &n.Body
		default:
			return true
		}
		for i := range *list {
			slots = append(slots, slot{list, i})
		}
		return true
	})
	if len(slots) == 0 {
		return "", false
	}
	// With more than 256 statements, the second byte has a say as well.
	s := slots[(int(which)+int(what)/16*256)%len(slots)]
	o := slots[(int(other)+int(what)/16*256)%len(slots)]
	stmt, target := (*s.list)[s.i], (*o.list)[o.i]
	if stmt != target && stmt.Pos() < target.End() && target.Pos() < stmt.End() {
		return "", false // one within the other
	}
	block := &ast.BlockStmt{List: []ast.Stmt{stmt}}
	call := &ast.CallExpr{Fun: &ast.FuncLit{Type: &ast.FuncType{Params: &ast.FieldList{}}, Body: block}}
	switch what % 16 {
	case 0, 1:
		*s.list = slices.Delete(*s.list, s.i, s.i+1)
	case 2:
		*s.list = slices.Insert(*s.list, s.i, stmt)
	case 3, 4:
		(*s.list)[s.i], (*o.list)[o.i] = target, stmt
	case 5, 6:
		*o.list = slices.Insert(*o.list, o.i, stmt)
	case 7:
		(*s.list)[s.i] = &ast.DeferStmt{Call: call}
	case 8:
		(*s.list)[s.i] = &ast.GoStmt{Call: call}
	case 9:
		(*s.list)[s.i] = &ast.ExprStmt{X: call}
	case 10:
		(*s.list)[s.i] = &ast.ForStmt{Body: block}
	case 11:
		(*s.list)[s.i] = &ast.RangeStmt{X: &ast.BasicLit{Kind: token.INT, Value: "3"}, Body: block}
	case 12:
		(*s.list)[s.i] = &ast.SelectStmt{Body: &ast.BlockStmt{List: []ast.Stmt{&ast.CommClause{Body: block.List}}}}
	case 13:
		(*s.list)[s.i] = &ast.IfStmt{Cond: &ast.BinaryExpr{X: ast.NewIdent("err"), Op: token.NEQ, Y: ast.NewIdent("nil")}, Body: block}
	case 14:
		(*s.list)[s.i] = &ast.IfStmt{Cond: &ast.BinaryExpr{X: ast.NewIdent("err"), Op: token.EQL, Y: ast.NewIdent("nil")}, Body: &ast.BlockStmt{}, Else: block}
	case 15:
		(*s.list)[s.i] = &ast.SwitchStmt{Body: &ast.BlockStmt{List: []ast.Stmt{&ast.CaseClause{Body: block.List}}}}
	}
	var out strings.Builder
	if err := format.Node(&out, fset, file); err != nil {
		return "", false
	}
	return out.String(), true
}

// merge puts the files of a package into one.
func merge(t testing.TB, sources []source) string {
	t.Helper()
	fset := token.NewFileSet()
	var imports, decls strings.Builder
	seen := make(map[string]bool)
	name := ""
	for _, src := range sources {
		file, err := parser.ParseFile(fset, src.name, src.text, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		name = file.Name.Name
		end := file.Name.End()
		for _, imp := range file.Imports {
			spec := imp.Path.Value
			if imp.Name != nil {
				spec = imp.Name.Name + " " + spec
			}
			if !seen[spec] {
				seen[spec] = true
				imports.WriteString("import " + spec + "\n")
			}
		}
		for _, decl := range file.Decls {
			if gen, ok := decl.(*ast.GenDecl); ok && gen.Tok == token.IMPORT {
				end = gen.End()
			}
		}
		decls.WriteString(src.text[fset.Position(end).Offset:])
	}
	return "package " + name + "\n\n" + imports.String() + decls.String()
}

// odd are programs that are legal and rare.
var odd = []string{
	`package p

import (
	"net/http"
	"os"
)

func use() {}

// A go and a defer statement before the answer of an error branch.
func handler(w http.ResponseWriter, r *http.Request) {
	if err := os.Chdir("a"); err != nil {
		go use()
		defer use()
		http.Error(w, "x", 500)
	}
}
`,
	`package p

import "os"

// A goto over, out of and back to blocks.
func gotos(n int) error {
	var err error
	i := 0
again:
	if i < n {
		_, err = os.ReadFile("a")
		if err != nil {
			i++
			goto again
		}
		goto done
	}
	return err
done:
	{
		_, err := os.ReadFile("b")
		if err != nil {
			goto end
		}
	}
end:
	return nil
}
`,
	`package p

import (
	"errors"
	"os"
)

// A select that sends, receives, defaults and blocks for good.
func selects(in <-chan error, out chan error, deep chan chan error) error {
	err := os.Remove("a")
	select {
	case out <- err:
	case e, ok := <-in:
		if !ok {
			return e
		}
	case inner := <-deep:
		inner <- err
	case deep <- make(chan error):
	default:
	}
	select {
	case err = <-in:
	case out <- errors.New("x"):
	}
	if err == nil {
		select {}
	}
	for e := range in {
		_ = e
	}
	return nil
}
`,
	`package p

import "os"

// Loops with labels, and what leaves them.
func labels(names [][]string) (err error) {
outer:
	for i, list := range names {
	inner:
		for range list {
			switch {
			case i == 1:
				continue outer
			case i == 2:
				break inner
			case i == 3:
				break outer
			case i == 4:
				fallthrough
			case i == 5:
				if _, err = os.Stat(list[0]); err != nil {
					continue
				}
			default:
				break
			}
		}
	}
block:
	switch {
	default:
		if err != nil {
			break block
		}
		return os.Chdir("x")
	}
	return
}
`,
	`package p

import (
	"fmt"
	"io"
	"io/fs"
	"os"
)

type temporary interface{ Temporary() bool }

// Type switches on errors, on what is no error, and on nothing.
func typeSwitch(x any) (int, error) {
	_, err := os.Open("a")
	switch e := err.(type) {
	case nil:
	case *fs.PathError:
		return len(e.Path), nil
	case temporary, interface{ Timeout() bool }:
		_ = e
	case fmt.Stringer:
		return 0, fmt.Errorf("%v", e.String())
	default:
		return 1, e
	}
	switch err.(type) {
	}
	switch y := x.(type) {
	case error:
		return 2, y
	case func() error:
		return 3, y()
	case []error, map[string]error:
	case chan<- error:
		y <- io.EOF
	}
	if e, ok := x.(error); ok && e != nil {
		return 4, e
	}
	return 5, x.(error)
}
`,
	`package p

import (
	"errors"
	"os"
)

type number interface {
	~int | ~int64 | ~float64
}

type failing[T any] interface {
	*T
	error
}

type either[A, B any] struct {
	a   A
	b   B
	err error
}

func (e *either[A, B]) get() (A, B, error) { return e.a, e.b, e.err }

// Generic functions, types with methods, and type sets.
func sum[T number](list ...T) (s T, err error) {
	for _, x := range list {
		s += x
	}
	if s < 0 {
		err = errors.New("negative")
	}
	return
}

func as[T any, P failing[T]](err error) (P, bool) {
	var target P
	ok := errors.As(err, &target)
	return target, ok
}

func try[E error](f func() E) error {
	if e := f(); any(e) != nil {
		return e
	}
	return nil
}

func each[S ~[]E, E interface{ Close() error }](list S) {
	for _, x := range list {
		x.Close()
		if err := x.Close(); err != nil {
			continue
		}
	}
}

func use() error {
	e := &either[int, error]{}
	_, inner, err := e.get()
	if inner != nil {
		return nil
	}
	n, _ := sum(1, 2, 3)
	pathErr, ok := as[os.PathError](err)
	_, _ = pathErr, ok
	each([]*os.File{nil})
	_ = try(func() *os.PathError { return nil })
	return try[error](func() error { return os.Chdir(string(rune(n))) })
}

type list[T any] struct {
	next *list[T]
	v    T
}

func (l *list[T]) walk(f func(T) error) error {
	if l == nil {
		return nil
	}
	if err := f(l.v); err != nil {
		return err
	}
	return l.next.walk(f)
}
`,
	`package p

import (
	"fmt"
	"iter"
	"log"
	"maps"
	"os"
	"slices"
)

func lines(name string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		b, err := os.ReadFile(name)
		if err != nil {
			yield("", err)
			return
		}
		if !yield(string(b), nil) {
			return
		}
	}
}

func forever(yield func() bool) {
	for yield() {
	}
}

// Loops over functions and numbers, nested, with defers and returns inside.
func ranges(m map[string]error) (n int, err error) {
	for i := range 10 {
		defer func() { err = os.Chdir(fmt.Sprint(i)) }()
	}
outer:
	for line, e := range lines("a") {
		if e != nil {
			for range forever {
				if line == "" {
					continue outer
				}
				break outer
			}
			return 1, e
		}
		for _, e := range lines(line) {
			defer log.Print(e)
			err = e
		}
	}
	for _, err := range m {
		_ = err
	}
	for k := range maps.Keys(m) {
		if err := m[k]; err != nil {
			return 2, nil
		}
	}
	for i, e := range slices.Backward([]error{err}) {
		n += i
		_ = e
	}
	for err = range slices.Values([]error{err}) {
	}
	return
}
`,
	`package p

import (
	"errors"
	"log"
	"os"
	"sync"
)

// Defers in loops, recovers in odd places, and closures that call themselves.
func defers(names []string) (err error) {
	defer recover()
	defer func() { recover() }()
	defer func() {
		if r := recover(); r != nil {
			err, _ = r.(error)
		}
	}()
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			defer log.Println(err)
			continue
		}
		defer f.Close()
		defer func(e error) { err = errors.Join(err, e) }(f.Sync())
	}
	var walk func(n int) error
	walk = func(n int) error {
		if n == 0 {
			return os.Chdir("x")
		}
		if err := walk(n - 1); err != nil {
			return nil
		}
		return walk(n - 2)
	}
	err = walk(3)
	func() {
		func() {
			defer func() {
				func() { err = nil }()
			}()
			_, err = os.Stat("y")
		}()
	}()
	go func() { err = walk(1) }()
	go walk(2)
	defer walk(3)
	var once sync.Once
	once.Do(func() { _, err = os.Stat("z") })
	return
}
`,
	`package p

import (
	"context"
	"io"
	"os"
)

type base struct{ io.ReadCloser }

type middle struct {
	*base
	error
}

type iface interface {
	io.Reader
	error
	Do(context.Context) error
	unexported() (int, error)
}

type impl struct{ *middle }

func (impl) Do(context.Context) error   { return os.ErrClosed }
func (i impl) unexported() (int, error) { return 0, i }

// Method values, method expressions and promoted methods.
func methods(i iface, m *middle, f *os.File) error {
	read := m.Read
	_, _ = read(nil)
	closer := f.Close
	defer closer()
	do := iface.Do
	if err := do(i, nil); err != nil {
		return nil
	}
	sync := (*os.File).Sync
	sync(f)
	for _, g := range []func() error{f.Close, m.Close, closer} {
		g()
	}
	var table = [...]func(error) error{func(err error) error { return err }, nil}
	table[0](f.Sync())
	(func(err error) {})(m.Close())
	if _, err := i.unexported(); err != nil {
		_ = m.Error()
	}
	return m
}

var _ iface = impl{}
`,
	`package p

import (
	"errors"
	"os"
	"unsafe"
)

type pair struct {
	err  error
	next *pair
	many [3]error
}

type same pair

// Structs, arrays and pointers that hold errors, converted and cast.
func holds(n uint8) error {
	var p pair
	p.err = os.Chdir("a")
	q := same(p)
	q.many[n%3] = os.Chdir("b")
	r := (*pair)(&q)
	r.next = &pair{err: os.Chdir("c"), many: [3]error{2: os.Chdir("d")}}
	arr := [2]error{os.Chdir("e")}
	for i, e := range arr {
		arr[1-i] = e
	}
	slice := arr[:]
	back := [2]error(slice)
	ptr := (*[2]error)(slice)
	ptr[1] = back[0]
	word := *(*uintptr)(unsafe.Pointer(&p.err))
	_ = unsafe.Slice(&slice[0], 1)
	m := map[error]map[string]error{p.err: {"x": back[1]}}
	m[nil]["y"] = os.Chdir("f")
	if _, ok := m[p.err]["x"]; ok && word != 0 {
		delete(m, p.err)
	}
	pp := &p.err
	*pp = os.Chdir("g")
	*pp = errors.Unwrap(*pp)
	clear(slice)
	clear(m)
	x := complex(float64(len(slice)), float64(cap(slice)))
	return p.many[min(int(n), 2, max(0, int(real(x))))]
}
`,
	`package p

import (
	"errors"
	"os"
)

type code int

const (
	zero code = iota
	one
	_
	three
	mask = 1<<iota - 1
)

func (c code) Error() string { return [...]string{zero: "0", one: "1", three: "3"}[c] }

var (
	a, errA = b()
	errB    = func() error { _, err := b(); return err }()
	table   = map[code]func() error{one: f, three: func() error { return errB }}
	_       = errors.Is(errA, three)
)

func b() (int, error) { return mask, one }
func f() error        { return table2[0] }

var table2 = [...]error{errA, errB, zero}

func init() {
	if errA != nil {
		panic(errA)
	}
	_, err := b()
	_ = err
}

func init() { os.Chdir("x") }

// A type that is its own error, and that a variable shadows.
func shadow(err error) (error, code) {
	if err := os.Chdir("a"); err != nil {
		err := err
		{
			err := code(2)
			_ = err
		}
		return err, one
	} else if _, err := os.Stat("b"); err != nil {
		nil := errors.New("nil")
		return nil, zero
	}
	error := err
	return error, three
}
`,
	`package p

import "os"

// Code that nothing reaches.
func unreachable(n int) error {
	return nil
	err := os.Chdir("a")
	for {
		if err != nil {
			return err
		}
	}
	panic(err)
}

func empty() {}

func endless() error {
	for {
	}
}

func nothing(_ error, _ ...error) (_ int, _ error) { return }

func constant() error {
	err := os.Chdir("a")
	if false {
		return err
	}
	if true || err != nil {
		return nil
	}
	const yes = 1 > 0
	for yes {
		if err == nil && !yes {
			return err
		}
	}
	return err
}

func same() error {
	err := os.Chdir("a")
	if err == err {
	}
	if err != nil == (err != nil) {
		return nil
	}
	var x, y error = err, nil
	x, y = y, x
	switch {
	case x == y, x != nil && y == nil:
	case nil != x:
		return y
	}
	return nil
}
`,
	`package p

import (
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"os"
)

type server struct {
	log *slog.Logger
	err error
	http.Handler
}

func variadic(first error, rest ...error) []error { return append(rest, first) }

func logAll(args ...any) { log.Println(args...) }

// Errors in lists, handed on whole, in parts and not at all.
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	err1 := os.Chdir("a")
	err2 := os.Chdir("b")
	list := variadic(err1, err2)
	list = variadic(nil, list...)
	logAll(list[0])
	logAll([]any{err1, err2, 3}...)
	logAll(any([]error{err1}))
	s.log.With("err", err1).ErrorContext(r.Context(), "x", slog.Group("g", slog.Any("e", err2)))
	if err := r.ParseForm(); err != nil {
		http.Error(w, fmt.Sprint(err), map[bool]int{true: 500}[err1 != nil])
		fmt.Fprintf(w, "%[1]v %[1]T %[2]*d", err, 1, 2)
		return
	}
	s.err = fmt.Errorf("%w %w %v", err1, err2, s.err)
	defer s.Handler.ServeHTTP(w, r)
	go http.ListenAndServe("", s)
	w.Write(nil)
	w.WriteHeader(func() int { return 500 }())
}

func main() {
	if err := http.ListenAndServe(":0", &server{}); err != nil {
		os.Exit(1)
	}
}
`,
	`package p

import "os"

//go:noinline
func external() error

//loglint:logs
func declared(err error)

//loglint:classifies
func (t *T) kind() bool { return t != nil }

type T struct{ _ struct{ _ error } }

//loglint:responds
type alias = func(error)

type A[T any] = []T

type rec interface{ next() (rec, error) }

type chain []chain

// Types that refer to themselves, aliases, and functions without a body.
func odd(r rec, f alias, x A[error]) (_ rec, err error) {
	for r != nil {
		if r, err = r.next(); err != nil {
			f(err)
		}
	}
	declared(external())
	var c chain
	for len(c) > 0 {
		c = c[0]
	}
	var g func() func() error
	if g != nil {
		err = g()()
	}
	var s struct{ error }
	s.error = os.Chdir("a")
	if err := s; err.error != nil {
		return nil, s
	}
	x[0], x[1] = x[1], x[0]
	type local struct{ T }
	return r, (*local)(nil).t()
}

func (t *T) t() error { var e *os.PathError; return e }
`,
}

func init() {
	// A switch with more cases than any bound in the engine, and a function
	// with more variables, booleans and paths.
	var cases, many strings.Builder
	cases.WriteString("package p\n\nimport \"os\"\n\nfunc huge(n int) (err error) {\n\tswitch n {\n")
	many.WriteString("package p\n\nimport \"os\"\n\nfunc many(b [100]bool) error {\n\terr := os.Chdir(\"a\")\n")
	for i := range 100 {
		n := string(rune('A'+i%26)) + strings.Repeat("x", i/26)
		cases.WriteString("\tcase " + strings.Repeat("1+", i) + "1:\n\t\terr = os.Chdir(\"" + n + "\")\n")
		many.WriteString("\tv" + n + " := err\n\tb" + n + " := b[0] && v" + n + " != nil\n\tif b" + n + " {\n\t\terr = v" + n + "\n\t}\n\tif b" + n + " {\n\t\tv" + n + " = nil\n\t}\n")
	}
	cases.WriteString("\tdefault:\n\t\treturn os.Chdir(\"z\")\n\t}\n\treturn nil\n}\n")
	many.WriteString("\treturn nil\n}\n")
	odd = append(odd, cases.String(), many.String())
}
