package manual_test

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/loglint/loglint/cmd/loglint/internal/manual"
)

var update = flag.Bool("update", false, "rewrite the manual page")

// TestPage holds the manual page to be fresh; with -update it writes it.
func TestPage(t *testing.T) {
	got, err := manual.Page()
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join("..", "..", "..", "..", "docs", "loglint.1")
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("docs/loglint.1 is stale: go generate ./... (-is +should be)\n%s", diff)
	}
}

// TestRendered holds the page to what a program that shows such pages takes, and to have all that is told.
func TestRendered(t *testing.T) {
	mandoc, err := exec.LookPath("mandoc")
	if err != nil {
		t.Skip("mandoc is not installed")
	}
	page, err := manual.Page()
	if err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"-T", "lint", "-W", "error"}, {"-T", "ascii", "-O", "width=200"}} {
		cmd := exec.Command(mandoc, args...)
		cmd.Stdin = strings.NewReader(page)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("mandoc %v: %v\n%s", args, err, out)
		}
		if args[1] != "ascii" {
			continue
		}
		text := overstruck(string(out))
		for _, group := range append(manual.Flags, manual.CoverageFlags) {
			for _, f := range group {
				if !strings.Contains(text, f.Form()) {
					t.Errorf("the page that is shown lacks %s", f.Form())
				}
			}
		}
	}
}

// overstruck returns text without the letters that a printer would strike again to make them bold.
func overstruck(s string) string {
	var out []rune
	for _, r := range s {
		if r == '\b' && len(out) > 0 {
			out = out[:len(out)-1]
			continue
		}
		out = append(out, r)
	}
	return string(out)
}

// TestUsage holds lines to what a terminal shows in one.
func TestUsage(t *testing.T) {
	texts := map[string]string{"usage": manual.Usage()}
	for _, name := range manual.TopicNames() {
		text, ok := manual.Topic(name)
		if !ok {
			t.Errorf("there is no topic %s", name)
		}
		texts[name] = text
	}
	for name, text := range texts {
		for line := range strings.Lines(text) {
			if n := len(strings.ReplaceAll(line, "\t", "        ")); n > 115 || name == "usage" && !strings.Contains(line, "loglint ") && n > 80 {
				t.Errorf("%s: a line of %d columns: %s", name, n, line)
			}
		}
	}
	if _, ok := manual.Topic("nosuch"); ok {
		t.Error("there is a topic nosuch")
	}
}
