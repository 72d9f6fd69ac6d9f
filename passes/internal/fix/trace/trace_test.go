package trace_test

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/fix/source/sourcetest"
	"github.com/loglint/loglint/passes/internal/fix/trace"
)

const head = `package p

func call() error { return nil }
func other() error { return nil }
func log(...any) {}

func f(again bool) {
`

// edit returns the function of the given body with a line put where it says HERE, and
// the finding of the error that call makes there.
func edit(t *testing.T, body, line string) (*trace.Edited, defect.Finding) {
	t.Helper()
	p := sourcetest.New(t, head+strings.ReplaceAll(body, "HERE", "/*HERE*/")+"\n}\n")
	edits := []analysis.TextEdit{source.Insertion(p.At("/*HERE*/"), line)}
	piece := p.File.Piece(edits)
	text, ok := piece.Apply(edits)
	if !ok {
		t.Fatal("the edit cannot be applied")
	}
	file, err := parser.ParseFile(p.Pass.Fset, "edited.go", text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	pkg := types.NewPackage("example.org/p", "p")
	for _, name := range []string{"call", "other", "log"} {
		pkg.Scope().Insert(p.Pass.Pkg.Scope().Lookup(name))
	}
	info := &types.Info{Uses: make(map[*ast.Ident]types.Object), Defs: make(map[*ast.Ident]types.Object)}
	conf := types.Config{Importer: importer.Default()}
	if err := types.NewChecker(&conf, p.Pass.Fset, pkg, info).Files([]*ast.File{file}); err != nil {
		t.Fatal(err)
	}
	origin := p.Call("call()")
	site := &defect.Site{Kind: defect.Leaves, Origin: origin}
	return trace.New(piece, edits, file, text, info), defect.Finding{Pos: origin.Pos(), Site: site}
}

// TestHolds shows that a line tells of the lost error, on each way, and once.
func TestHolds(t *testing.T) {
	for name, c := range map[string]struct {
		body string
		want bool
	}{
		"in its branch":           {"err := call()\nif err != nil {\nHERE\nreturn\n}", true},
		"after a wrapping":        {"err := call()\nif err != nil {\nHERE\n}\n_ = again", true},
		"of another error":        {"err := call()\nerr = other()\nif err != nil {\nHERE\n}", false},
		"where it may be nil":     {"err := call()\nHERE\nif err != nil {\n}", false},
		"on some ways alone":      {"err := call()\nif again {\nif err != nil {\nHERE\n}\n}", false},
		"beside one in a literal": {"var err error\nfunc() { err = other() }()\nerr = call()\nif err != nil {\nHERE\n}", false},
		"after another line":      {"err := call()\nif err != nil {\nif again {\nlog(err)\n}\nHERE\n}", false},
		"in each round":           {"err := call()\nfor again {\nif err != nil {\nHERE\n}\n}", false},
		"in a round of its own":   {"for again {\nif err := call(); err != nil {\nHERE\n}\n}", true},
	} {
		e, f := edit(t, c.body, "log(err)\n")
		if got := e.Holds(f, []defect.Finding{f}, []string{"err"}); got != c.want {
			t.Errorf("a line %s: %v, want %v", name, got, c.want)
		}
	}
}

// TestRepeats finds a line beside one that says the same.
func TestRepeats(t *testing.T) {
	for body, want := range map[string]bool{
		"err := call()\nif err != nil {\nHERE\n}":             false,
		"err := call()\nif err != nil {\nHERE\nlog(err)\n}":   true,
		"err := call()\nif err != nil {\nHERE\nlog(again)\n}": false,
	} {
		e, _ := edit(t, body, "log(err)\n")
		if got := e.Repeats([]string{"err"}); got != want {
			t.Errorf("%s: %v, want %v", body, got, want)
		}
	}
}

// TestAreNil looks at the error that a line does not name any more.
func TestAreNil(t *testing.T) {
	for body, want := range map[string]bool{
		"var old error\nerr := call()\nif err != nil {\nHERE\n}\n_ = old":  true,
		"old := other()\nerr := call()\nif err != nil {\nHERE\n}\n_ = old": false,
	} {
		e, _ := edit(t, body, "log(err)\n")
		var old *types.Var
		for _, v := range e.Piece.File.Locals(token.Pos(int(e.Piece.Decl.End()) - 2)) {
			if v.Name() == "old" {
				old = v
			}
		}
		if got := e.AreNil([]*types.Var{old}, []string{"err"}); got != want {
			t.Errorf("%s: %v, want %v", body, got, want)
		}
	}
}
