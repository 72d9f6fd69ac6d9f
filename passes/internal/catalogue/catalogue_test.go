package catalogue_test

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/internal/message"
	"github.com/loglint/loglint/passes/internal/catalogue"
	"github.com/loglint/loglint/passes/internal/directive"
	"github.com/loglint/loglint/passes/internal/report"
	"github.com/loglint/loglint/passes/missingctx"
	"github.com/loglint/loglint/passes/nolog"
	"github.com/loglint/loglint/passes/swallowederr"
)

var update = flag.Bool("update", false, "rewrite what is rendered")

// passes are the passes in the order of the catalogue.
var passes = []*analysis.Analyzer{swallowederr.Analyzer, nolog.Analyzer, missingctx.Analyzer}

// root is the root of the module.
var root = filepath.Join("..", "..", "..")

// TestComplete holds the catalogue to the passes: each category has its rule,
// under its pass, and can be named by an ignore.
func TestComplete(t *testing.T) {
	type rule struct{ Pass, Category string }
	var inPasses, inCatalogue []rule
	for _, a := range passes {
		a.Flags.VisitAll(func(f *flag.Flag) { inPasses = append(inPasses, rule{a.Name, f.Name}) })
	}
	var categories []string
	for _, p := range catalogue.Passes {
		var sorted []rule // the flags of a pass are
		for _, r := range p.Rules {
			sorted = append(sorted, rule{p.Name, string(r.Category)})
			categories = append(categories, string(r.Category))
		}
		slices.SortFunc(sorted, func(a, b rule) int { return strings.Compare(a.Category, b.Category) })
		inCatalogue = append(inCatalogue, sorted...)
	}
	if diff := cmp.Diff(inPasses, inCatalogue); diff != "" {
		t.Errorf("the rules of the passes are not those of the catalogue (-passes +catalogue):\n%s", diff)
	}
	if diff := cmp.Diff(directive.Categories, categories); diff != "" {
		t.Errorf("directive.Categories are not those of the catalogue (-directive +catalogue):\n%s", diff)
	}
}

// TestTexts holds each rule to what a reader is promised.
func TestTexts(t *testing.T) {
	for _, p := range catalogue.Passes {
		if p.Title == "" || p.About == "" {
			t.Errorf("%s lacks a text", p.Name)
		}
	}
	for _, r := range catalogue.Rules() {
		if r.Summary == "" || r.Reports == "" || r.Why == "" || len(r.NotReported) == 0 {
			t.Errorf("%s lacks a text", r.Category)
		}
		for _, text := range append(r.NotReported, r.Summary, r.Comment) {
			if strings.HasSuffix(text, ".") {
				t.Errorf("%s: %q is no whole sentence", r.Category, text)
			}
		}
	}
	for _, ev := range defect.Evidences() {
		if ev.String() == "" || message.Evidence(ev) == "" {
			t.Errorf("evidence %d (%s) has no name or no words", ev, ev)
		}
	}
}

// TestRendered holds docs/rules.md, and what the command tells other programs
// of the rules, to the data; with -update it writes them.
func TestRendered(t *testing.T) {
	page, err := catalogue.Render(os.DirFS(root))
	if err != nil {
		t.Fatal(err)
	}
	rules, err := catalogue.RenderJSON()
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []struct {
		name string
		got  []byte
	}{
		{filepath.Join("docs", "rules.md"), page},
		{filepath.Join("cmd", "loglint", "internal", "rules", "rules.json"), rules},
	} {
		name := filepath.Join(root, file.name)
		if *update {
			if err := os.WriteFile(name, file.got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(file.got)); diff != "" {
			t.Errorf("%s is stale, run go generate ./... (-file +data):\n%s", file.name, diff)
		}
	}
}

var (
	heading = regexp.MustCompile(`(?m)^#+ (.*)$`)
	inside  = regexp.MustCompile(`\]\(#([^)]*)\)`) // a link to a heading of the page
)

// TestAnchors holds the URLs of all diagnostics to the headings that they
// lead to, each of which is there once.
func TestAnchors(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(root, "docs", "rules.md"))
	if err != nil {
		t.Fatal(err)
	}
	var anchors []string
	for _, m := range heading.FindAllStringSubmatch(string(data), -1) {
		anchor := strings.ReplaceAll(strings.ToLower(m[1]), " ", "-")
		if slices.Contains(anchors, anchor) {
			t.Errorf("two headings have the anchor #%s", anchor)
		}
		anchors = append(anchors, anchor)
	}
	for _, category := range append(slices.Clone(directive.Categories), "directive", "internal") {
		url := report.URL(category)
		anchor, ok := strings.CutPrefix(url, "https://github.com/loglint/loglint/blob/main/docs/rules.md#")
		if !ok || anchor != category || !slices.Contains(anchors, anchor) {
			t.Errorf("%s of %s leads to no heading", url, category)
		}
	}
	for _, m := range inside.FindAllStringSubmatch(string(data), -1) {
		if !slices.Contains(anchors, m[1]) {
			t.Errorf("a link leads to #%s, and no heading does", m[1])
		}
	}
}

// TestReadme holds the README's list of rules, and its examples, to the
// catalogue.
func TestReadme(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	readme := string(data)
	examples := strings.Count(readme, "```go\n// bad\n")
	for _, p := range catalogue.Passes {
		if want := "### " + p.Name + ": " + p.Title + "\n"; !strings.Contains(readme, want) {
			t.Errorf("the README lacks the heading\n%s", want)
		}
		for _, r := range p.Rules {
			want := "[" + string(r.Category) + "](docs/rules.md#" + string(r.Category) + ") | " + r.Summary + " |\n"
			if !strings.Contains(readme, "| "+want) {
				t.Errorf("the README lacks the row\n| %s", want)
			}
			example, err := catalogue.Example(os.DirFS(root), r)
			if err != nil {
				t.Fatal(err)
			}
			examples -= strings.Count(readme, example)
		}
	}
	if examples != 0 {
		t.Errorf("%d examples in the README are not those of the catalogue", examples)
	}
}
