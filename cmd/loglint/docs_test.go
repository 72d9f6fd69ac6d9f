package main

import (
	"errors"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

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

// TestCoverageOfShop holds what README.md says of the example to what coverage says of it.
func TestCoverageOfShop(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	root := filepath.Join("..", "..")
	text, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("loglint", "-C", filepath.Join(root, "examples", "shop"), "coverage", "./...")
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	lines := strings.SplitAfter(string(out), "\n")
	if len(lines) < 2 || !strings.Contains(string(text), "```\n"+lines[0]+lines[1]+"```\n") {
		t.Errorf("README.md has no block of the first two lines of\n%s", out)
	}
}

var (
	svgLine = regexp.MustCompile(`(?s)<text [^>]*>(.*?)</text>`)
	svgTag  = regexp.MustCompile(`<[^>]*>`)
	located = regexp.MustCompile(`(?m)^(?:\S+:)?(\d+:\d+: .*)$`)
)

// TestTerminal holds the findings in the picture of a terminal to what is found there at any confidence, which
// the weights do not decide: scripts/terminal draws it anew.
func TestTerminal(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the go command")
	}
	root := filepath.Join("..", "..")
	svg, err := os.ReadFile(filepath.Join(root, "docs", "terminal.svg"))
	if err != nil {
		t.Fatal(err)
	}
	var drawn strings.Builder
	for _, line := range svgLine.FindAllStringSubmatch(string(svg), -1) {
		drawn.WriteString(strings.TrimSpace(html.UnescapeString(svgTag.ReplaceAllString(line[1], ""))) + "\n")
	}
	out, err := exec.Command("loglint", "-C", filepath.Join(root, "examples", "shop"), "-swallowederr", "-confidence=low", "./...").CombinedOutput()
	if exit := new(exec.ExitError); !errors.As(err, &exit) || exit.ExitCode() != 3 {
		t.Fatalf("%v\n%s", err, out)
	}
	findings := func(text string) (all []string) {
		for _, m := range located.FindAllStringSubmatch(text, -1) {
			all = append(all, m[1])
		}
		return all
	}
	found, all := findings(string(out)), findings(drawn.String())
	if len(all) == 0 {
		t.Error("docs/terminal.svg shows no finding")
	}
	for _, f := range all {
		if !slices.Contains(found, f) {
			t.Errorf("docs/terminal.svg shows %q, and what is found is\n%s", f, strings.Join(found, "\n"))
		}
	}
}

var (
	linked  = regexp.MustCompile(`\]\(([^)\s]+)\)`)
	heading = regexp.MustCompile(`(?m)^#+ (.*)$`)
	fence   = regexp.MustCompile("(?ms)^```.*?^```$")
	inline  = regexp.MustCompile("`[^`\n]*`")
)

// anchors returns the names under which a code host links to the headings of a page.
func anchors(page string) map[string]bool {
	all := make(map[string]bool)
	for _, h := range heading.FindAllStringSubmatch(fence.ReplaceAllString(page, ""), -1) {
		name := strings.Map(func(r rune) rune {
			switch {
			case r == ' ':
				return '-'
			case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
				return unicode.ToLower(r)
			}
			return -1
		}, h[1])
		all[name] = true
	}
	return all
}

// TestLinks holds the links of all pages to lead somewhere: to a file that there is, and to a heading in it.
func TestLinks(t *testing.T) {
	root := filepath.Join("..", "..")
	var pages []string
	for _, pattern := range []string{"*.md", "docs/*.md", "docs/*/*.md", "examples/*/*.md"} {
		found, err := filepath.Glob(filepath.Join(root, pattern))
		if err != nil {
			t.Fatal(err)
		}
		pages = append(pages, found...)
	}
	links := 0
	for _, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range linked.FindAllStringSubmatch(inline.ReplaceAllString(fence.ReplaceAllString(string(text), ""), ""), -1) {
			to, anchor, _ := strings.Cut(m[1], "#")
			if strings.Contains(to, "://") {
				continue
			}
			links++
			target := page
			if to != "" {
				target = filepath.Join(filepath.Dir(page), filepath.FromSlash(to))
			}
			info, err := os.Stat(target)
			if err != nil {
				t.Errorf("%s links to %s: there is no such file", page, m[1])
				continue
			}
			if anchor == "" || info.IsDir() {
				continue
			}
			of, err := os.ReadFile(target)
			if err != nil {
				t.Fatal(err)
			}
			if !anchors(string(of))[anchor] {
				t.Errorf("%s links to %s: there is no such heading", page, m[1])
			}
		}
	}
	if len(pages) < 15 || links < 50 {
		t.Errorf("%d pages have %d links: the search has lost its way", len(pages), links)
	}
}
