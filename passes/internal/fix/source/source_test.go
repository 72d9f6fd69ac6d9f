package source_test

import (
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/passes/internal/fix/source"
	"github.com/loglint/loglint/passes/internal/fix/source/sourcetest"
)

const text = `package p

import (
	"context"
	"os"
)

var shared int

// save is documented.
func save(ctx context.Context, name string) error {
	// This belongs to the call.
	err := os.Remove(name) // and so does this
	go func() {
		drop(ctx)
	}()
	return err
}

func drop(context.Context) {}
`

// apply returns the piece that an edit lies in as the edit leaves it.
func apply(t *testing.T, p *sourcetest.Package, edits ...analysis.TextEdit) (string, bool) {
	t.Helper()
	piece := p.File.Piece(edits)
	if piece == nil {
		return "", false
	}
	got, ok := piece.Apply(edits)
	return string(got), ok
}

// TestLines puts lines beside a statement: its comments stay with it.
func TestLines(t *testing.T) {
	p := sourcetest.New(t, text)
	stmt, list := p.File.Statement(p.At("os.Remove"), p.At("os.Remove"))
	if len(list) != 3 {
		t.Fatalf("%d statements in the list, want 3", len(list))
	}
	before, _ := apply(t, p, p.File.Before(stmt, "first()"))
	if want := "\tfirst()\n\t// This belongs"; !strings.Contains(before, want) {
		t.Errorf("no %q in\n%s", want, before)
	}
	after, _ := apply(t, p, p.File.After(stmt, "if x {", source.Nested("y()"), "}"))
	if want := "so does this\n\tif x {\n\t\ty()\n\t}\n"; !strings.Contains(after, want) {
		t.Errorf("no %q in\n%s", want, after)
	}
}

// TestPiece holds edits to one declaration and the imports, and to the comments.
func TestPiece(t *testing.T) {
	p := sourcetest.New(t, text)
	stmt, _ := p.File.Statement(p.At("os.Remove"), p.At("os.Remove"))
	good := []analysis.TextEdit{source.Replacement(stmt, "err := os.RemoveAll(name)")}
	piece := p.File.Piece(good)
	if got, ok := piece.Apply(good); !ok || !strings.Contains(string(got), "RemoveAll") || strings.Contains(string(got), "shared") {
		t.Errorf("the piece is %v:\n%s", ok, got)
	}
	if at, ok := piece.Moved(p.At("return err"), good); !ok {
		t.Error("what stands after an edit is gone")
	} else if got, _ := piece.Apply(good); !strings.HasPrefix(string(got[at:]), "return err") {
		t.Errorf("what stands after an edit is at %q", got[at:])
	}
	if _, ok := piece.Moved(stmt.Pos(), good); ok {
		t.Error("what an edit replaces is still there")
	}
	if _, ok := piece.Apply([]analysis.TextEdit{source.Insertion(p.At("shared"), "x")}); ok {
		t.Error("an edit of another declaration is in the piece")
	}
	if _, ok := piece.Apply([]analysis.TextEdit{{Pos: p.At("// This"), End: stmt.End()}}); ok {
		t.Error("an edit loses a comment")
	}
}

// TestNames asks what a name stands for at a place.
func TestNames(t *testing.T) {
	p := sourcetest.New(t, text)
	inside := p.At("drop(ctx)")
	if v := p.File.Lookup("ctx", inside); v == nil || !source.IsContext(v.Type()) {
		t.Errorf("ctx is %v", v)
	}
	if v := p.File.Lookup("err", p.At("os.Remove")); v != nil {
		t.Errorf("err is %v before it is declared", v)
	}
	var names []string
	for _, v := range p.File.Locals(inside) {
		names = append(names, v.Name())
	}
	if got := strings.Join(names, " "); got != "err ctx name" && got != "ctx err name" {
		t.Errorf("the variables at hand are %s", got)
	}
	v := p.File.Locals(p.At("err := "))[0]
	if call := p.Call("drop(ctx)"); !p.File.Outlives(call, v) {
		t.Error("a goroutine does not outlive the function that starts it")
	}
}

// TestAddImport puts an import into its group.
func TestAddImport(t *testing.T) {
	p := sourcetest.New(t, text)
	if edits := p.File.AddImport("os"); len(edits) != 0 {
		t.Errorf("an import that is there is added by %v", edits)
	}
	for path, want := range map[string]string{
		"log/slog":        "\"context\"\n\t\"log/slog\"\n\t\"os\"",
		"example.com/zap": "\"os\"\n\n\t\"example.com/zap\"\n)",
	} {
		edits := append(p.File.AddImport(path), source.Insertion(p.At("return err"), "/**/"))
		if got, _ := apply(t, p, edits[1], edits[0]); !strings.Contains(got, want) {
			t.Errorf("%s: no %q in\n%s", path, want, got)
		}
	}
}

// TestImport imports what the package imports, and stand-ins of the standard library.
func TestImport(t *testing.T) {
	p := sourcetest.New(t, text)
	for _, path := range []string{"os", "log/slog", "unsafe"} {
		if _, err := p.Import(path); err != nil {
			t.Error(err)
		}
	}
	if pkg, err := p.Import("net/http"); err == nil {
		t.Errorf("%v is imported by nothing", pkg)
	}
}
