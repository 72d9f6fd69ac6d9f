package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"
	"golang.org/x/tools/txtar"
)

// The continuous integration that the README describes is run here by as much
// of a runner as it takes.

// project is a checkout with one finding.
var project = []txtar.File{
	{Name: "service/go.mod", Data: []byte(gomod)},
	{Name: "service/m.go", Data: []byte("package m\n\nimport \"os\"\n\nfunc Save(name string, data []byte) {\n\tgo os.WriteFile(name, data, 0o600)\n}\n")},
}

// TestAction runs the steps of action.yml as a runner of GitHub does, with the
// inputs of the README and others.
func TestAction(t *testing.T) {
	const found = "m.go:6:2: error from os.WriteFile ends the goroutine, but nothing logs it (goroutine)\n"
	workspace := module(t, project)
	git := func(args ...string) {
		output(t, place{workspace, identity}, 0, "git", args...)
	}
	git("init", "-q")
	git("add", ".")
	git("commit", "-q", "-m", "Begin")
	inputs := readmeInputs(t)
	inputs["working-directory"] = "service"
	check := func(status int, want string) {
		t.Helper()
		out, others := runAction(t, workspace, inputs, status)
		got := summary.ReplaceAllString(out, "")
		if len(others) != 1 || !strings.HasPrefix(others[0].Uses, "actions/cache@") || filepath.Base(others[0].With["path"]) != "loglint-cache" {
			t.Errorf("%v: the other steps are %+v; want one for the cache", inputs, others)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%v: -want +got:\n%s", inputs, diff)
		}
	}
	check(3, found)
	inputs["args"] = "-github"
	check(3, "::warning file=service/m.go,line=6,col=2,endColumn=35,title=loglint%3A goroutine::error from os.WriteFile ends the goroutine, but nothing logs it (goroutine)\n")
	inputs["args"] = ""
	inputs["new-from"] = "HEAD"
	check(0, "")
	write(t, filepath.Join(workspace, "service", "new.go"),
		"package m\n\nimport \"os\"\n\nfunc Move(name string) {\n\tgo os.Rename(name, name+\".old\")\n}\n")
	check(3, "new.go:6:2: error from os.Rename ends the goroutine, but nothing logs it (goroutine)\n")

	inputs["sarif"], inputs["cache"] = "true", "false"
	_, others := runAction(t, workspace, inputs, 3)
	if len(others) != 1 || !strings.HasPrefix(others[0].Uses, "github/codeql-action/upload-sarif@") {
		t.Fatalf("the other steps are %+v; want one that uploads", others)
	}
	if text := read(t, others[0].With["sarif_file"]); !strings.Contains(text, `"uri": "service/new.go"`) {
		t.Errorf("what is uploaded does not name the file from the root of the repository:\n%s", text)
	}
	inputs["args"] = "-confidence=much"
	if out, others := runAction(t, workspace, inputs, 1); len(others) != 0 {
		t.Errorf("nothing was written, and it is uploaded: %+v\n%s", others, out)
	}
}

// summary are the lines that are about the run, and no findings.
var summary = regexp.MustCompile(`(?m)^loglint: .*\n`)

// readmeInputs returns what the README's workflow hands to the action.
func readmeInputs(t *testing.T) map[string]string {
	t.Helper()
	var workflow struct {
		Jobs map[string]struct {
			Steps []struct {
				Uses string
				With map[string]string
			}
		}
	}
	if err := yaml.Unmarshal([]byte(block(t, "docs/ci.md", "yaml", "jobs:")), &workflow); err != nil {
		t.Fatal(err)
	}
	for _, step := range workflow.Jobs["loglint"].Steps {
		if strings.HasPrefix(step.Uses, "loglint/loglint@") {
			return step.With
		}
	}
	t.Fatal("the workflow does not use the action")
	return nil
}

// A step of a composite action.
type step struct {
	Name, ID, If, Shell, Run, Uses string
	Dir                            string `yaml:"working-directory"`
	Env, With                      map[string]string
}

// runAction runs the action and returns what it writes, with the names of
// files relative to the workspace, and the steps that use other actions, with
// what they are given. These are not run: that takes GitHub.
func runAction(t *testing.T, workspace string, inputs map[string]string, status int) (out string, others []step) {
	t.Helper()
	var action struct {
		Inputs map[string]struct{ Default string }
		Runs   struct {
			Using string
			Steps []step
		}
	}
	if err := yaml.Unmarshal([]byte(read(t, filepath.Join(root, "action.yml"))), &action); err != nil {
		t.Fatal(err)
	}
	if action.Runs.Using != "composite" {
		t.Fatalf("%s action; this runner knows composite ones", action.Runs.Using)
	}
	temp := t.TempDir()
	values := map[string]string{
		"github.action_path": root, "github.ref_name": "main", "github.sha": "0123456789",
		"runner.temp": temp, "runner.os": "Linux", "runner.arch": "X64",
	}
	for name, input := range action.Inputs {
		values["inputs."+name] = input.Default
	}
	for name, value := range inputs {
		if _, ok := action.Inputs[name]; !ok {
			t.Fatalf("the action has no input %s", name)
		}
		values["inputs."+name] = value
	}
	evaluate := func(text string) string {
		return expression.ReplaceAllStringFunc(text, func(e string) string {
			value, ok := values[expression.FindStringSubmatch(e)[1]]
			if !ok {
				t.Fatalf("%s has no value", e)
			}
			return value
		})
	}
	// The standard library has been compiled before, on the machine of the test.
	cache := strings.TrimSpace(string(output(t, place{dir: root}, 0, "go", "env", "GOCACHE")))
	if err := os.Symlink(cache, filepath.Join(temp, "loglint-cache")); err != nil {
		t.Fatal(err)
	}
	for _, s := range action.Runs.Steps {
		if !holds(t, s.If, values) {
			continue
		}
		if s.Uses != "" {
			for name, value := range s.With {
				s.With[name] = evaluate(value)
			}
			others = append(others, s)
			continue
		}
		if s.Shell != "bash" {
			t.Fatalf("shell %s; this runner knows bash", s.Shell)
		}
		script, outputs := filepath.Join(temp, "step.sh"), filepath.Join(temp, "output")
		write(t, script, evaluate(s.Run))
		write(t, outputs, "")
		at := place{filepath.Join(workspace, evaluate(s.Dir)), []string{
			"CI=true", "GITHUB_ACTIONS=true", "GITHUB_WORKSPACE=" + workspace, "GITHUB_ACTION_PATH=" + root,
			"GITHUB_OUTPUT=" + outputs, "RUNNER_TEMP=" + temp,
		}}
		for name, value := range s.Env {
			at.env = append(at.env, name+"="+evaluate(value))
		}
		out += combined(t, at, status, "bash", "--noprofile", "--norc", "-e", "-o", "pipefail", script)
		values["steps."+s.ID+".outputs.sarif"] = ""
		for line := range strings.Lines(read(t, outputs)) {
			name, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "=")
			values["steps."+s.ID+".outputs."+name] = value
		}
	}
	return strings.ReplaceAll(out, workspace+string(filepath.Separator), ""), others
}

// holds evaluates a condition, as far as those of the action go: comparisons, all of which have to hold.
func holds(t *testing.T, condition string, values map[string]string) bool {
	t.Helper()
	if condition == "" {
		return true
	}
	for term := range strings.SplitSeq(strings.TrimSpace(strings.Trim(condition, "${ }")), "&&") {
		f := strings.Fields(term)
		if len(f) == 1 && f[0] == "!cancelled()" {
			continue
		}
		value, ok := "", false
		if len(f) == 3 {
			value, ok = values[f[0]]
		}
		if !ok || f[1] != "==" && f[1] != "!=" {
			t.Fatalf("this runner does not know the condition %s", term)
		}
		if (value == strings.Trim(f[2], "'")) != (f[1] == "==") {
			return false
		}
	}
	return true
}

var expression = regexp.MustCompile(`\$\{\{\s*([\w.-]+)\s*\}\}`)

// TestGitLab runs the script of the README's job as a runner of GitLab does,
// twice, the second time with the cache of the first.
func TestGitLab(t *testing.T) {
	var jobs map[string]struct {
		Image     string
		Variables map[string]string
		Cache     struct{ Paths []string }
		Script    []string
		Artifacts struct {
			When    string
			Reports struct{ Codequality string }
		}
	}
	if err := yaml.Unmarshal([]byte(block(t, "docs/ci.md", "yaml", "image:")), &jobs); err != nil {
		t.Fatal(err)
	}
	job, ok := jobs["loglint"]
	if !ok || !strings.HasPrefix(job.Image, "golang:") || len(job.Script) == 0 {
		t.Fatalf("no job loglint in an image of Go: %+v", jobs)
	}
	dir := filepath.Join(module(t, project), "service")
	at := place{dir, append(publish(t), "CI=true", "CI_PROJECT_DIR="+dir)}
	for name, value := range job.Variables {
		value = os.Expand(value, func(name string) string {
			if name != "CI_PROJECT_DIR" {
				t.Fatalf("$%s has no value here", name)
			}
			return dir
		})
		if rel, err := filepath.Rel(dir, value); err != nil || !strings.HasPrefix(rel, job.Cache.Paths[0]) {
			t.Errorf("%s is %s, which is not kept: %v", name, value, job.Cache.Paths)
		}
		at.env = append(at.env, name+"="+value)
	}
	// The standard library has been compiled before, on the machine of the test.
	cache := strings.TrimSpace(string(output(t, place{dir: root}, 0, "go", "env", "GOCACHE")))
	if err := os.Mkdir(filepath.Join(dir, ".cache"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(cache, filepath.Join(dir, ".cache", "build")); err != nil {
		t.Fatal(err)
	}
	script := "set -eo pipefail\n" + strings.Join(job.Script, "\n")
	type issue struct{ Location struct{ Path string } }
	report := func() (issues []issue) {
		t.Helper()
		if err := json.Unmarshal([]byte(read(t, filepath.Join(dir, job.Artifacts.Reports.Codequality))), &issues); err != nil {
			t.Fatal(err)
		}
		return issues
	}
	for range 2 {
		got := combined(t, at, 3, "bash", "-c", script)
		if want := "m.go:6:2: error from os.WriteFile ends the goroutine, but nothing logs it (goroutine)"; !strings.Contains(got, want) {
			t.Errorf("no %q in:\n%s", want, got)
		}
		// A job that fails uploads what `when` says.
		if issues := report(); len(issues) != 1 || issues[0].Location.Path != "m.go" || job.Artifacts.When != "always" {
			t.Errorf("the report, uploaded %s, has the issues %+v", job.Artifacts.When, issues)
		}
	}
	write(t, filepath.Join(dir, "m.go"), "package m\n")
	combined(t, at, 0, "bash", "-c", script)
	if issues := report(); len(issues) != 0 {
		t.Errorf("without findings the report has the issues %+v", issues)
	}
}

// block returns the text of the first code block of a language, in a file of
// the repository, that contains a word.
func block(t *testing.T, file, language, word string) string {
	t.Helper()
	rest := read(t, filepath.Join(root, file))
	for {
		_, after, found := strings.Cut(rest, "\n```"+language+"\n")
		if !found {
			t.Fatalf("%s has no block of %s with %s", file, language, word)
		}
		text, end, _ := strings.Cut(after, "\n```")
		if strings.Contains(text, word) {
			return text + "\n"
		}
		rest = end
	}
}
