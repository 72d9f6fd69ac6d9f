package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// TestShop runs golangci-lint on the example, twice: what it has in its cache
// from the first time changes nothing.
func TestShop(t *testing.T) {
	at := place{dir: root}
	want := runLoglint(t, at, options{}, "./examples/shop")
	if len(want) == 0 {
		t.Fatal("nothing is found")
	}
	for range 2 {
		if diff := cmp.Diff(want, runGolangci(t, at, options{}, "./examples/shop")); diff != "" {
			t.Errorf("-loglint +golangci-lint:\n%s", diff)
		}
	}
}

// TestReadme runs golangci-lint with the configuration that the README gives:
// it is accepted, and shows what the command shows.
func TestReadme(t *testing.T) {
	file := filepath.Join(t.TempDir(), "golangci.yml")
	write(t, file, block(t, "docs/golangci-lint.md", "yaml", "linters:"))
	at := place{dir: root}
	got := 0
	for _, i := range issuesWith(t, at, file, "./examples/shop") {
		if i.FromLinter == "loglint" {
			got++
		}
	}
	if want := len(runLoglint(t, at, options{}, "./examples/shop")); got != want {
		t.Errorf("%d findings, want %d", got, want)
	}
}

// TestCachedFacts changes one package at a time: what is known of the other
// comes from the cache, and is still known.
func TestCachedFacts(t *testing.T) {
	at := place{dir: module(t, script(t, "facts.txtar"))}
	check := func(what string) {
		t.Helper()
		want := runLoglint(t, at, options{confidence: "low"}, "./...")
		if len(want) == 0 {
			t.Fatal("nothing is found")
		}
		if diff := cmp.Diff(want, runGolangci(t, at, options{confidence: "low"}, "./...")); diff != "" {
			t.Errorf("%s: -loglint +golangci-lint:\n%s", what, diff)
		}
	}
	check("with an empty cache")
	check("with a full one")

	app := filepath.Join(at.dir, "app", "app.go")
	text := read(t, app)
	write(t, app, "// A new line.\n"+text)
	check("after a change of the importing package")

	write(t, filepath.Join(at.dir, "note", "note.go"), read(t, filepath.Join(at.dir, "note", "silent.txt")))
	check("after a change of the imported package")
}

// TestCgo compares the drivers where each has the source from cmd/cgo, and
// its positions by way of line directives.
func TestCgo(t *testing.T) {
	if _, err := exec.LookPath("gcc"); err != nil {
		t.Skip(err)
	}
	at := place{dir: module(t, script(t, "cgo.txtar")), env: []string{"CGO_ENABLED=1"}}
	want := runLoglint(t, at, options{confidence: "medium"}, "./...")
	if len(want) == 0 {
		t.Fatal("nothing is found")
	}
	for _, d := range drivers[1:] {
		if diff := cmp.Diff(want, d.run(t, at, options{confidence: "medium"}, "./...")); diff != "" {
			t.Errorf("-loglint +%s:\n%s", d.name, diff)
		}
	}
}

// TestNolint holds golangci-lint's own comments to being its own: they
// silence, nolintlint knows those that are needed, and complains about the
// one that is not.
func TestNolint(t *testing.T) {
	at := place{dir: module(t, []txtar.File{{Name: "go.mod", Data: []byte(gomod)}, {Name: "m.go", Data: []byte(`package m

import "os"

func Loud(name string, data []byte) {
	go os.WriteFile(name, data, 0o600)
}

func Silenced(name string, data []byte) {
	go os.WriteFile(name, data, 0o600) //nolint:loglint // the file is a hint
}

//nolint:loglint // golangci-lint takes it for the whole function
func AllSilenced(name string, data []byte) {
	go os.WriteFile(name, data, 0o600)
	go os.WriteFile(name, data, 0o600)
}

func Bare(name string, data []byte) {
	go os.WriteFile(name, data, 0o600) //nolint
}

func Pass(name string, data []byte) {
	go os.WriteFile(name, data, 0o600) //nolint:nolog
}

func Needless(name string, data []byte) error {
	return os.WriteFile(name, data, 0o600) //nolint:loglint // nothing is wrong here
}
`)}})}
	var got []string
	for _, i := range issues(t, at, config{[]string{"loglint", "nolintlint"}, map[string]any{"confidence": "low"}}, "./...") {
		got = append(got, fmt.Sprintf("%d %s: %s", i.Pos.Line, i.FromLinter, i.Text))
	}
	slices.Sort(got)
	want := []string{
		"28 nolintlint: directive `//nolint:loglint // nothing is wrong here` is unused for linter \"loglint\"",
		"6 loglint: nolog: error from os.WriteFile ends the goroutine, but nothing logs it (goroutine)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestSettings holds settings to changing the answer, with what the run
// before has left in the cache.
func TestSettings(t *testing.T) {
	at := place{dir: module(t, script(t, "switches.txtar"))}
	lines := func(settings any) []int {
		var lines []int
		for _, i := range issues(t, at, config{[]string{"loglint"}, settings}, "./...") {
			lines = append(lines, i.Pos.Line)
		}
		slices.Sort(lines)
		return lines
	}
	for _, tt := range []struct {
		settings map[string]any
		want     []int
	}{
		{nil, nil},
		{map[string]any{"confidence": "medium"}, []int{7}},
		{map[string]any{"confidence": "medium", "disable": []string{"swallowederr"}}, nil},
		{map[string]any{"confidence": "low"}, []int{7, 12, 20}},
		{map[string]any{"confidence": "low", "disable": []string{"swallowederr.discarded"}}, []int{20}},
		{map[string]any{"all": true}, []int{7, 12, 20}},
		{nil, nil},
	} {
		if got := lines(tt.settings); !slices.Equal(got, tt.want) {
			t.Errorf("%v: found in lines %v, want %v", tt.settings, got, tt.want)
		}
	}
}

// TestMistakes holds golangci-lint to stopping at a setting that it does not
// know or understand, and to naming it.
func TestMistakes(t *testing.T) {
	at := place{dir: module(t, script(t, "switches.txtar"))}
	for _, tt := range []struct {
		settings map[string]any
		want     string
	}{
		{map[string]any{"confidense": "low"}, `unknown field "confidense"`},
		{map[string]any{"confidence": "some"}, `setting confidence: "some": want high, medium, low, or a probability from 0 to 1`},
		{map[string]any{"disable": []string{"dropped"}}, `setting disable: no pass or category "dropped"`},
	} {
		c := config{[]string{"loglint"}, tt.settings}
		cmd := exec.Command(golangciLint, "run", "--config="+c.write(t), "./...")
		cmd.Dir = at.dir
		got, err := cmd.CombinedOutput()
		if err == nil || !strings.Contains(string(got), tt.want) {
			t.Errorf("%v: %v, and no %s in: %s", tt.settings, err, tt.want, got)
		}
	}
}

// TestSARIF reads the findings from the report that code scanning takes.
func TestSARIF(t *testing.T) {
	at := place{dir: root}
	file := filepath.Join(t.TempDir(), "report.sarif")
	c := config{Enable: []string{"loglint"}}
	output(t, at, 1, golangciLint, "run", "--config="+c.write(t), "--path-mode=abs", "--output.sarif.path="+file, "./examples/shop")
	var report struct {
		Version string
		Runs    []struct {
			Results []struct {
				RuleID    string
				Message   struct{ Text string }
				Locations []struct {
					PhysicalLocation struct {
						ArtifactLocation struct{ URI string }
						Region           struct{ StartLine, StartColumn int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(read(t, file)), &report); err != nil {
		t.Fatal(err)
	}
	if report.Version != "2.1.0" || len(report.Runs) != 1 {
		t.Fatalf("version %s with %d runs, want 2.1.0 with one", report.Version, len(report.Runs))
	}
	var got []finding
	for _, r := range report.Runs[0].Results {
		if r.RuleID != "loglint" || len(r.Locations) != 1 {
			t.Fatalf("rule %s with %d locations: %s", r.RuleID, len(r.Locations), r.Message.Text)
		}
		l := r.Locations[0].PhysicalLocation
		pass, text, _ := strings.Cut(r.Message.Text, ": ")
		got = append(got, finding{l.ArtifactLocation.URI, l.Region.StartLine, l.Region.StartColumn, pass, text})
	}
	if diff := cmp.Diff(runLoglint(t, at, options{}, "./examples/shop"), inOrder(got)); diff != "" {
		t.Errorf("-loglint +SARIF:\n%s", diff)
	}
}

// TestFix holds golangci-lint --fix to writing what loglint -fix writes.
func TestFix(t *testing.T) {
	shop := []txtar.File{{Name: "go.mod", Data: []byte(gomod)}}
	sources, err := filepath.Glob(filepath.Join(root, "examples", "shop", "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range sources {
		shop = append(shop, txtar.File{Name: filepath.Base(name), Data: []byte(read(t, name))})
	}
	ours, theirs := place{dir: module(t, shop)}, place{dir: module(t, shop)}
	if !strings.Contains(string(output(t, ours, 0, loglint, "-json", "./...")), `"suggested_fixes"`) {
		t.Skip("no finding of the example has a fix")
	}
	output(t, ours, 3, loglint, "-fix", "./...") // a line without its request remains, for log has none that is given a context
	c := config{Enable: []string{"loglint"}}
	output(t, theirs, 0, golangciLint, "run", "--config="+c.write(t), "--issues-exit-code=0", "--fix", "./...")
	for _, file := range shop {
		want, got := read(t, filepath.Join(ours.dir, file.Name)), read(t, filepath.Join(theirs.dir, file.Name))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: -loglint +golangci-lint:\n%s", file.Name, diff)
		}
	}
}

const gomod = "module example.com/m\n\ngo 1.26\n"

// script returns the files of a script of the command, whose module does here
// as well.
func script(t *testing.T, name string) []txtar.File {
	t.Helper()
	archive, err := txtar.ParseFile(filepath.Join(root, "cmd", "loglint", "testdata", "script", name))
	if err != nil {
		t.Fatal(err)
	}
	return archive.Files
}

// module writes files to a directory of their own.
func module(t *testing.T, files []txtar.File) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range files {
		name := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		write(t, name, string(f.Data))
	}
	return dir
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
