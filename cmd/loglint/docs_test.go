package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// fenced returns the first block of a language in a page of Markdown.
func fenced(t *testing.T, page, language string) string {
	t.Helper()
	_, rest, ok := strings.Cut(page, "\n```"+language+"\n")
	block, _, closed := strings.Cut(rest, "```\n")
	if !ok || !closed {
		t.Fatalf("there is no block of %s", language)
	}
	return block
}

// TestCoveragePage holds the example of docs/coverage.md to what is said of it there. With -update it
// rewrites what is said.
func TestCoveragePage(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	name := filepath.Join("..", "..", "docs", "coverage.md")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	page := string(text)
	dir := t.TempDir()
	for file, text := range map[string]string{"go.mod": "module example.com/m\n\ngo 1.26\n", "store.go": fenced(t, page, "go")} {
		if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	tool, err := exec.LookPath("loglint")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(tool, "-C", dir, "coverage", "./...")
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	want := fenced(t, page, "text")
	if *update {
		page = strings.Replace(page, "\n```text\n"+want+"```\n", "\n```text\n"+string(out)+"```\n", 1)
		if err := os.WriteFile(name, []byte(page), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, string(out)); diff != "" {
		t.Errorf("docs/coverage.md (-said +written):\n%s", diff)
	}
	cmd = exec.Command(tool, "-C", dir, "coverage", "-json", "./...")
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off")
	if out, err = cmd.Output(); err != nil {
		t.Fatal(err)
	}
	for _, fate := range []string{"Logged", "NoValue", "Answered", "Replaced", "Dropped", "Propagated", "Escaped", "Retried", "Classified", "Unknown"} {
		_, of, _ := strings.Cut(string(out), `"function": "(*Store).`+fate+`"`)
		of, _, _ = strings.Cut(of, `"function": `)
		if !strings.Contains(of, `"fate": "`+strings.ToLower(fate)+`"`) {
			t.Errorf("%s has no path of that fate: %s", fate, of)
		}
	}
}
