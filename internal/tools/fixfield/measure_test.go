package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestTake measures a module of one file with loglint itself: one finding
// that can be mended, and one that cannot.
func TestTake(t *testing.T) {
	if testing.Short() {
		t.Skip("builds loglint")
	}
	binary := filepath.Join(t.TempDir(), "loglint")
	if out, err := exec.Command("go", "build", "-o", binary, "github.com/loglint/loglint/cmd/loglint").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	module := t.TempDir()
	for name, text := range map[string]string{
		"go.mod":        "module example.com/m\n\ngo 1.26\n",
		".loglint.toml": "confidence = \"medium\"\n",
		"a/a.go": `package a

import (
	"log"
	"os"
)

func Save(name string) {
	os.WriteFile(name, nil, 0o600)
	log.Print("saved")
}
`,
		"b/b.go": `package b

import "os"

func Save(name string) {
	os.WriteFile(name, nil, 0o600)
}
`,
		"a/a_test.go": `package a

import "testing"

func TestSave(t *testing.T) { Save(t.TempDir()) }

func TestBroken(t *testing.T) { t.Error("it was before") }
`,
		".git/config": "",
	} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(module, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(module, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	scratch := filepath.Join(t.TempDir(), "m")
	m := &measurement{binary: binary, patterns: []string{"./..."}, test: true}
	if err := m.take(module, scratch); err != nil {
		t.Fatal(err)
	}
	if m.findings != 2 || m.withFix != 1 || !m.compiles || m.gone != 1 || m.tested != "1 packages, 0 new failures" || m.takenBack != 0 || m.secondRun != 0 {
		t.Errorf("got %s, want 2 findings, 1 with a fix that compiles, 1 gone, 1 package tested, nothing left to fix", m.row("m"))
	}
	if len(m.complaints) != 1 || !strings.HasPrefix(m.complaints[0], "no fix: b/b.go: ") {
		t.Errorf("complaints %q, want that b has no fix", m.complaints)
	}
	if _, err := os.Stat(filepath.Join(scratch, ".git")); err == nil {
		t.Error("the repository was copied")
	}
	original, err := os.ReadFile(filepath.Join(module, "a/a.go"))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(original), "err :=") {
		t.Error("the module itself was changed")
	}
}

func TestNewLines(t *testing.T) {
	before := "# m\nm.go:3:2: unreachable code\n"
	after := "# m\nm.go:9:2: unreachable code\nm.go:11: self-assignment\n"
	got := newLines("vet", before, after)
	if want := []string{"vet: m.go:11: self-assignment"}; !slices.Equal(got, want) {
		t.Errorf("newLines = %q, want %q", got, want)
	}
}

func TestWithout(t *testing.T) {
	a, b := finding{message: "a"}, finding{message: "b"}
	if got := without([]finding{a, a, b}, []finding{a, b, b}); !slices.Equal(got, []finding{a}) {
		t.Errorf("without = %v, want one a", got)
	}
}
