package reach_test

import (
	"go/ast"
	"testing"

	"github.com/loglint/loglint/passes/internal/fix/reach"
	"github.com/loglint/loglint/passes/internal/fix/source/sourcetest"
	"github.com/loglint/loglint/passes/internal/fix/style"
)

const text = `package p

import (
	"context"
	"log/slog"
)

var global = slog.Default()

type server struct {
	logger *slog.Logger
	maybe  *handler
}

type handler struct{ log *slog.Logger }

func from(ctx context.Context) *slog.Logger { return global }

func (s *server) seen(ctx context.Context) {
	s.logger.Error("seen")
	from(ctx).Error("of a context")
}

func (s *server) method(c context.Context) {
	println("in a method")
}

func (h *handler) other() {
	println("in another type")
}

func function(logger *slog.Logger) {
	println("in a function")
	func(global string) { println("in a literal") }("")
}

func bare() {
	println("in bare")
	func(global string) { println("nothing here") }("")
}

func (s *server) start() {
	if s.maybe != nil {
		s.maybe.log.Error("there")
	}
	println("at the start")
}
`

// logger returns what a line of the text is written with.
func logger(t *testing.T, p *sourcetest.Package, call string) style.Logger {
	t.Helper()
	line := p.Call(call)
	s := style.New(p.Package, []*ast.CallExpr{line}).TakeApart(p.File, line)
	if s == nil {
		t.Fatalf("%s is no line", call)
	}
	return s.Logger
}

// TestReach gets at the logger of another line.
func TestReach(t *testing.T) {
	p := sourcetest.New(t, text)
	field := logger(t, p, `s.logger.Error("seen")`)
	for at, want := range map[string]string{
		"in a method":     "s.logger",
		"in another type": "h.log",
		"in a function":   "logger",
		"in a literal":    "logger",
		"in bare":         "global",
		"nothing here":    "",
	} {
		r, ok := reach.New(p.Package, nil, nil).Reach(p.File, field, p.At(at), "", nil)
		if r.Text != want || ok != (want != "") {
			t.Errorf("%s: %q, %v; want %q", at, r.Text, ok, want)
		}
	}
}

// TestSight takes a logger from a context only where one is put into contexts.
func TestSight(t *testing.T) {
	p := sourcetest.New(t, text)
	made := logger(t, p, `from(ctx).Error("of a context")`)
	at := p.At("in a method")
	for _, c := range []struct {
		put, sure []string
		want      string
	}{
		{nil, nil, ""},
		{[]string{"log/slog"}, nil, "from(c)"},
		{nil, []string{"example.org/p.from"}, "from(c)"},
	} {
		if r, _ := reach.New(p.Package, c.put, c.sure).Reach(p.File, made, at, "c", nil); r.Text != c.want {
			t.Errorf("put %v, sure %v: %q, want %q", c.put, c.sure, r.Text, c.want)
		}
	}
}

// TestGuard says under which condition a logger can be used.
func TestGuard(t *testing.T) {
	p := sourcetest.New(t, text)
	loggers := reach.New(p.Package, nil, nil)
	for _, c := range []struct{ text, at, want string }{
		{"s.logger", "at the start", ""},
		{"s.maybe.log", "at the start", "s.maybe != nil"},
		{"s.maybe.log", `s.maybe.log.Error`, ""},
	} {
		if got, ok := loggers.Guard(p.File, reach.Reached{Text: c.text}, p.At(c.at)); got != c.want || !ok {
			t.Errorf("%s %s: %q, %v; want %q", c.text, c.at, got, ok, c.want)
		}
	}
}

// TestContext writes the context that is in reach.
func TestContext(t *testing.T) {
	p := sourcetest.New(t, text)
	loggers := reach.New(p.Package, nil, nil)
	for at, want := range map[string]string{"in a method": "c", "in a function": ""} {
		if got, edits := loggers.Context(p.File, nil, p.At(at)); got != want || len(edits) > 0 {
			t.Errorf("%s: %q with %v, want %q", at, got, edits, want)
		}
	}
}
