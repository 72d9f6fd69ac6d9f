package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var updatePages = flag.Bool("pages", false, "write what is found into docs/comparison.md and docs/faq.md")

var asked = regexp.MustCompile("(?s)```go\n(.*?)```\n\n`loglint ([^`]*)` says(?: nothing\\.\n|:\n\n```text\n(.+?)```\n)")

// TestQuestions holds what docs/faq.md says of each piece of code to what loglint says of it.
func TestQuestions(t *testing.T) {
	page := read(t, filepath.Join(root, "docs", "faq.md"))
	found := asked.FindAllStringSubmatch(page, -1)
	if len(found) < 10 || len(found) != strings.Count(page, "```go\n") {
		t.Fatalf("%d pieces of code are run, of %d", len(found), strings.Count(page, "```go\n"))
	}
	// Each is a package of its own, and all that are asked about in one way are asked about at once.
	files := []txtar.File{{Name: "go.mod", Data: []byte("module example.com/notes\n\ngo 1.26\n")}}
	dirs := make(map[string][]string)
	for i, m := range found {
		dir := fmt.Sprintf("./q%02d", i)
		files = append(files, txtar.File{Name: dir + "/notes.go", Data: []byte(m[1])})
		flags, all := strings.CutSuffix(m[2], " ./...")
		if !all {
			t.Fatalf("loglint %s does not ask about all packages", m[2])
		}
		dirs[flags] = append(dirs[flags], dir)
	}
	notes := module(t, files)
	said := make(map[string]string)
	for flags, dirs := range dirs {
		cmd := exec.Command(loglint, append(strings.Fields(flags), dirs...)...)
		cmd.Dir = notes
		out, err := cmd.CombinedOutput()
		if status := cmd.ProcessState.ExitCode(); status != 0 && status != 3 {
			t.Fatalf("%v\n%s", err, out)
		}
		for line := range strings.Lines(summary.ReplaceAllString(string(out), "")) {
			dir, rest, _ := strings.Cut(line, "/")
			said["./"+dir] += rest
		}
	}
	silent := 0
	for i, m := range found {
		said := said[fmt.Sprintf("./q%02d", i)]
		if said == "" {
			silent++
		}
		if *updatePages {
			answer := " says nothing.\n"
			if said != "" {
				answer = " says:\n\n```text\n" + said + "```\n"
			}
			page = strings.Replace(page, m[0], "```go\n"+m[1]+"```\n\n`loglint "+m[2]+"`"+answer, 1)
		} else if diff := cmp.Diff(m[3], said); diff != "" {
			t.Errorf("docs/faq.md says -, loglint +, of\n%s\n%s", m[1], diff)
		}
	}
	if silent == 0 || silent == len(found) {
		t.Errorf("%d of %d answers are silence", silent, len(found))
	}
	if *updatePages {
		write(t, filepath.Join(root, "docs", "faq.md"), page)
	}
}

// A report of golangci-lint.
type report struct {
	Issues []struct {
		FromLinter string
		Pos        struct {
			Filename string
			Line     int
		}
	}
}

// peers runs the linters of docs/comparison.md in a directory.
func peers(t *testing.T, dir string) report {
	t.Helper()
	config := filepath.Join(t.TempDir(), "golangci.yml")
	write(t, config, block(t, "docs/comparison.md", "yaml", "default: none"))
	cmd := exec.Command(golangciLint, "run", "-c", config, "--path-mode=abs", "--output.json.path=stdout", "--output.text.path=stderr", "--issues-exit-code=0", "./...")
	cmd.Dir = dir
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var r report
	if err := json.Unmarshal([]byte(strings.SplitN(string(out), "\n", 2)[0]), &r); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return r
}

// TestComparison holds the tables of docs/comparison.md to what the linters say.
func TestComparison(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS(filepath.Join(root, "testdata", "src", "catalogue"))); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(dir, "shop"), os.DirFS(filepath.Join(root, "examples", "shop"))); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "go.mod"), "module example.com/catalogue\n\ngo 1.26\n")
	issues, findings := peers(t, dir).Issues, runLoglint(t, place{dir: dir}, options{confidence: "low"}, "./...")
	by := make(map[string][]string)
	for _, issue := range issues {
		category, file := filepath.Split(issue.Pos.Filename)
		if category = filepath.Base(category); file == "bad.go" && !slices.Contains(by[category], issue.FromLinter) {
			by[category] = append(by[category], issue.FromLinter)
		}
	}
	for _, f := range findings {
		if category := filepath.Base(filepath.Dir(f.File)); filepath.Base(f.File) == "bad.go" && !slices.Contains(by[category], "loglint") {
			by[category] = append(by[category], "loglint")
		}
	}
	var rules []struct{ ID, Summary string }
	if err := json.Unmarshal([]byte(read(t, filepath.Join(root, "cmd", "loglint", "internal", "rules", "rules.json"))), &rules); err != nil {
		t.Fatal(err)
	}
	table := "| category | what it is | reported by |\n|---|---|---|\n"
	for _, r := range rules {
		if _, err := os.Stat(filepath.Join(dir, r.ID)); err != nil {
			continue // what is about loglint itself has no example
		}
		slices.Sort(by[r.ID])
		if !slices.Contains(by[r.ID], "loglint") {
			t.Errorf("loglint does not report its example of %s", r.ID)
		}
		table += fmt.Sprintf("| [%s](rules.md#%s) | %s | %s |\n", r.ID, r.ID, r.Summary, strings.Join(by[r.ID], ", "))
	}

	// Of what loglint finds in the shop with the least confidence the fourteen are those that its README names.
	named := read(t, filepath.Join(root, "examples", "shop", "README.md"))
	places := make(map[string]bool)
	for _, f := range findings {
		base := filepath.Base(f.File)
		category := f.Text[strings.LastIndex(f.Text, "(")+1 : len(f.Text)-1]
		if inShop(f.File) && regexp.MustCompile(`(?m)^\| `+regexp.QuoteMeta(base)+` \| [^|]* \| `+category+` \|`).MatchString(named) {
			places[fmt.Sprintf("%s:%d", base, f.Line)] = true
		}
	}
	if len(places) != 14 {
		t.Errorf("the places of the README of the shop are %d, want 14: %v", len(places), places)
	}
	of, elsewhere := make(map[string]int), make(map[string]int)
	for _, issue := range issues {
		switch {
		case !inShop(issue.Pos.Filename):
		case places[fmt.Sprintf("%s:%d", filepath.Base(issue.Pos.Filename), issue.Pos.Line)]:
			of[issue.FromLinter]++
		default:
			elsewhere[issue.FromLinter]++
		}
	}
	counts := "| linter | of the fourteen | elsewhere |\n|---|---|---|\n"
	for _, name := range []string{"contextcheck", "errcheck", "loggercheck", "nilerr", "rowserrcheck", "sloglint", "staticcheck", "wrapcheck"} {
		counts += fmt.Sprintf("| %s | %d | %d |\n", name, of[name], elsewhere[name])
	}
	for marker, want := range map[string]string{"table": table, "shop": counts} {
		name := filepath.Join(root, "docs", "comparison.md")
		page := read(t, name)
		before, rest, found := strings.Cut(page, "<!-- "+marker+" -->\n\n")
		said, after, closed := strings.Cut(rest, "\n\n")
		if !found || !closed {
			t.Fatalf("docs/comparison.md has no table %s", marker)
		}
		if *updatePages {
			write(t, name, before+"<!-- "+marker+" -->\n\n"+strings.TrimSuffix(want, "\n")+"\n\n"+after)
		} else if diff := cmp.Diff(want, said+"\n"); diff != "" {
			t.Errorf("docs/comparison.md (-found +said):\n%s", diff)
		}
	}
}

func inShop(file string) bool { return filepath.Base(filepath.Dir(file)) == "shop" }
