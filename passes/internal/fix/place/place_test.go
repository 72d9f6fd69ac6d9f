package place_test

import (
	"go/ast"
	"strings"
	"testing"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/fix/place"
	"github.com/loglint/loglint/passes/internal/fix/source/sourcetest"
)

const head = `package p

func call() error { return nil }
func two() (int, error) { return 0, nil }
func use(...any) {}

var shared, sharedAgain int

func init() { sharedAgain = 1 }

func f(again bool) (n int) {
`

// exit returns the exit of the if statement that tests the error of call.
func exit(t *testing.T, p *sourcetest.Package) defect.Exit {
	t.Helper()
	for n := range ast.Preorder(p.File.Syntax) {
		branch, ok := n.(*ast.IfStmt)
		if !ok {
			continue
		}
		x := defect.Exit{Branch: branch, Body: branch.Body.List, From: branch.Body.Lbrace + 1, To: branch.Body.Rbrace}
		for m := range ast.Preorder(branch.Cond) {
			if test, ok := m.(*ast.BinaryExpr); ok && x.Test == nil && strings.Contains(p.File.Text(test), "nil") && !strings.Contains(p.File.Text(test), "|") {
				x.Test = test
			}
		}
		if len(x.Body) > 0 {
			x.Leave = x.Body[len(x.Body)-1]
			x.At = x.Leave.Pos()
		}
		return x
	}
	t.Fatal("no if statement")
	return defect.Exit{}
}

// TestPlace puts a line into the branch of an error.
func TestPlace(t *testing.T) {
	for body, want := range map[string]string{
		"err := call()\nif err != nil {\n\treturn 1\n}":           "if err != nil {\n\tLINE\n\treturn 1\n}",
		"err := call()\nif err != nil {\n\tuse(1)\n\treturn 1\n}": "if err != nil {\n\tLINE\n\tuse(1)\n\treturn 1\n}",
		"err := call()\nif err != nil {\n}":                       "if err != nil {\n\tLINE\n}",
		"err := call()\nif err != nil || again {\n\treturn 1\n}":  "{\n\tif err != nil {\n\t\tLINE\n\t}\n\treturn 1\n}",
		"if call() != nil {\n\treturn 1\n}":                       "if err := call(); err != nil {\n\tLINE\n\treturn 1\n}",
	} {
		p := sourcetest.New(t, head+body+"\nreturn 0\n}\n")
		f := defect.Finding{Pos: p.Call("call()").Pos(), Site: &defect.Site{Origin: p.Call("call()")}}
		got, ok := place.New(p.Package, nil).Of(p.File, f, []string{"call"}).Place(exit(t, p), false)
		if !ok {
			t.Errorf("no place in\n%s", body)
			continue
		}
		edits := append(got.Rewrite, got.Put("LINE"))
		if text, _ := p.File.Piece(edits).Apply(edits); !strings.Contains(string(text), want) || got.Err != "err" || got.When != "before returning" && got.When != "before going on" {
			t.Errorf("%s for %s in\n%s", got.When, got.Err, text)
		}
	}
}

// TestFresh names a new error variable.
func TestFresh(t *testing.T) {
	for body, want := range map[string]string{
		"call()":                         "err",
		"err := call()\nuse(err)\ntwo()": "err",
		"err := call()\ntwo()\nuse(err)": "readErr",
	} {
		p := sourcetest.New(t, head+body+"\nreturn 0\n}\n")
		mark := "two()"
		if !strings.Contains(body, mark) {
			mark = "call()"
		}
		at := p.At("again bool")
		var stmt ast.Stmt
		for n := range ast.Preorder(p.File.Syntax) {
			if s, ok := n.(*ast.ExprStmt); ok && s.Pos() > at && p.File.Text(s) == mark {
				stmt = s
			}
		}
		sp := place.New(p.Package, nil).Of(p.File, defect.Finding{Pos: stmt.Pos(), Site: &defect.Site{}}, []string{"read", "file"})
		if got, _ := sp.Fresh(stmt); got != want {
			t.Errorf("%q: %s, want %s", body, got, want)
		}
	}
}

// TestOrder says which calls may be made at another time.
func TestOrder(t *testing.T) {
	p := sourcetest.New(t, head+`
	once, twice := 1, 1
	twice = 2
	use(once)
	use(twice)
	use(shared)
	if use2(once) && again {
	}
	if again && use2(twice) {
	}
	return 0
}

func use2(int) bool { return false }
`)
	sp := place.New(p.Package, nil).Of(p.File, defect.Finding{Pos: p.At("once"), Site: &defect.Site{}}, nil)
	for call, want := range map[string]bool{"use(once)": true, "use(twice)": false, "use(shared)": false} {
		if got := sp.Lasts(p.Call(call)); got != want {
			t.Errorf("%s made later is the same: %v, want %v", call, got, want)
		}
	}
	for n := range ast.Preorder(p.File.Syntax) {
		if branch, ok := n.(*ast.IfStmt); ok {
			want := strings.HasPrefix(p.File.Text(branch.Cond), "use2")
			call := p.Call("use2(once)")
			if !want {
				call = p.Call("use2(twice)")
			}
			if got := sp.IsFirst(call, branch.Cond); got != want {
				t.Errorf("%s begins with its call: %v, want %v", p.File.Text(branch.Cond), got, want)
			}
		}
	}
}
