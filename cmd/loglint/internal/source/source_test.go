package source_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/source"
)

const code = `package p

var inverse = func() int {
	return 1
}()

func plain() { _ = "é"; plain() }

func (s *Store[K, V]) Notes() {
	func() {
		plain()
	}()
}

func (Value) Text() {}
`

// TestFunction holds names to those of declarations: what a closure does is
// done by the function around it.
func TestFunction(t *testing.T) {
	name := write(t, code)
	var files source.Files
	for line, want := range map[int]string{1: "", 4: "", 7: "plain", 9: "(*Store).Notes", 11: "(*Store).Notes", 13: "(*Store).Notes", 14: "", 15: "Value.Text", 99: ""} {
		if got := files.Function(finding.Position{File: name, Line: line, Column: 1}); got != want {
			t.Errorf("line %d is in %q, want %q", line, got, want)
		}
	}
}

// TestPosition holds offsets and positions together, and columns to
// characters where they are asked for.
func TestPosition(t *testing.T) {
	name := write(t, code)
	var files source.Files
	call := strings.Index(code, "plain() }")
	got := files.Position(name, call)
	if want := (finding.Position{File: name, Line: 7, Column: 26}); got != want {
		t.Errorf("byte %d is at %v, want %v", call, got, want)
	}
	if got := files.Runes(got).Column; got != 25 {
		t.Errorf("the call is character %d, want 25", got)
	}
}

// TestMissing holds what cannot be read to be empty.
func TestMissing(t *testing.T) {
	var files source.Files
	nowhere := finding.Position{File: filepath.Join(t.TempDir(), "gone.go"), Line: 3, Column: 9}
	if got := files.Line(nowhere.File, 3) + files.Function(nowhere); got != "" {
		t.Errorf("a file that is not there has %q", got)
	}
	if got := files.Runes(nowhere); got != nowhere {
		t.Errorf("a position in it became %v", got)
	}
}

func write(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "p.go")
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}
