package check_test

import (
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/fix/check"
	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/fix/source/sourcetest"
)

const text = `package p

import (
	"log"
	"os"
)

func save(name string) {
	if err := os.Remove(name); err != nil {
		return
	}
	err := name
	_ = err // as it is
}

func other() { log.Print("other") }
`

// TestVerify offers what compiles, means what it meant and tells of the error.
func TestVerify(t *testing.T) {
	p := sourcetest.New(t, text)
	origin := p.Call("os.Remove(name)")
	f := defect.Finding{Pos: origin.Pos(), Site: &defect.Site{Origin: origin}}
	at := func(mark, text string) []analysis.TextEdit {
		return []analysis.TextEdit{source.Insertion(p.At(mark), text)}
	}
	for name, c := range map[string]struct {
		draft check.Draft
		want  string // what the fix puts there; none is offered for ""
	}{
		"logs it":            {check.Draft{Edits: at("return", "log.Print(err)\n\t\t"), Names: []string{"err"}}, "log.Print(err)"},
		"imports":            {check.Draft{Edits: at("return", "log.Print(err, debug.Stack())\n\t\t"), Imports: []string{"runtime/debug"}, Names: []string{"err"}}, `"runtime/debug"`},
		"does not import":    {check.Draft{Edits: at("return", "log.Print(err, debug.Stack())\n\t\t"), Names: []string{"err"}}, ""},
		"does not compile":   {check.Draft{Edits: at("return", "log.Print(errr)\n\t\t"), Names: []string{"errr"}}, ""},
		"is for other names": {check.Draft{Edits: at("return", "log.Print(name)\n\t\t"), Names: []string{"err"}}, ""},
		"is none":            {check.Draft{Edits: at("return", "")}, ""},
		"shadows":            {check.Draft{Edits: at("_ = err", "{\n\t\terr := 1\n\t\t"), Imports: nil}, ""},
		"loses an import":    {check.Draft{Edits: []analysis.TextEdit{{Pos: p.At(`"log"`), End: p.At(`"os"`)}}}, ""},
		"is as gofmt has it": {check.Draft{Edits: at("return", "log.Print(  err )\n\t\t"), Names: []string{"err"}}, "log.Print(err)"},
	} {
		c.draft.Message = "Do it"
		fix, ok := check.New(p.Package, []defect.Finding{f}).Verify(p.File, f, c.draft)
		var put strings.Builder
		for _, e := range fix.TextEdits {
			put.Write(e.NewText)
		}
		if ok != (c.want != "") || !strings.Contains(put.String(), c.want) || ok && fix.Message != "Do it" {
			t.Errorf("a fix that %s: %v with %q, want %q", name, ok, put.String(), c.want)
		}
	}
}

// TestApart refuses what takes the last use from under another fix.
func TestApart(t *testing.T) {
	p := sourcetest.New(t, `package p

import "context"

func a() { use(context.Background()) }

func b() { use(context.TODO()) }

func use(any) {}
`)
	mine := defect.Finding{Pos: p.At("func b"), Site: &defect.Site{Line: p.Call("use(context.TODO())")}}
	other := defect.Finding{Pos: p.At("func a"), Site: &defect.Site{Line: p.Call("use(context.Background())")}}
	draft := check.Draft{Edits: []analysis.TextEdit{source.Replacement(p.Call("context.TODO()"), "nil")}}
	if _, ok := check.New(p.Package, []defect.Finding{mine}).Verify(p.File, mine, draft); !ok {
		t.Error("no fix where the import is used by what none takes away")
	}
	if _, ok := check.New(p.Package, []defect.Finding{mine, other}).Verify(p.File, mine, draft); ok {
		t.Error("a fix where another may take the other use of the import away")
	}
}
