package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A finding is what each driver says of a defect. Its text ends in the
// category.
type finding struct {
	File      string // absolute
	Line, Col int
	Pass      string
	Text      string
}

func (f finding) String() string {
	return fmt.Sprintf("%s:%d:%d: %s: %s", f.File, f.Line, f.Col, f.Pass, f.Text)
}

// A place is where a driver runs: a directory, and what its environment has
// beside that of the test.
type place struct {
	dir string
	env []string
}

// A driver runs loglint over packages with flags and settings that say the
// same, and returns what it finds in the order of the source.
type driver struct {
	name string
	run  func(t *testing.T, at place, o options, packages ...string) []finding
}

// options are the flags of the engine that the tests set.
type options struct{ confidence string }

// drivers are all ways to run loglint that end in a list of findings.
var drivers = []driver{
	{"loglint", runLoglint},
	{"go vet", runVet},
	{"golangci-lint", runGolangci},
}

func runLoglint(t *testing.T, at place, o options, packages ...string) []finding {
	t.Helper()
	return fromJSON(t, output(t, at, 0, loglint, append(o.flags(), packages...)...))
}

func runVet(t *testing.T, at place, o options, packages ...string) []finding {
	t.Helper()
	args := append([]string{"vet", "-vettool=" + loglint}, o.flags()...)
	return fromJSON(t, output(t, at, 0, "go", append(args, packages...)...))
}

func (o options) flags() []string {
	flags := []string{"-json"}
	if o.confidence != "" {
		flags = append(flags, "-confidence="+o.confidence)
	}
	return flags
}

// fromJSON reads what the analysis drivers print: an object for each package
// or one for all, from package to pass to diagnostics. A package with tests
// comes twice.
func fromJSON(t *testing.T, data []byte) []finding {
	t.Helper()
	var found []finding
	for dec := json.NewDecoder(bytes.NewReader(data)); ; {
		var tree map[string]map[string][]struct{ Posn, Message string }
		if err := dec.Decode(&tree); err == io.EOF {
			return inOrder(found)
		} else if err != nil {
			t.Fatalf("%v in:\n%s", err, data)
		}
		for _, passes := range tree {
			for pass, diagnostics := range passes {
				for _, d := range diagnostics {
					f := finding{Pass: pass, Text: d.Message}
					f.File, f.Line, f.Col = position(t, d.Posn)
					found = append(found, f)
				}
			}
		}
	}
}

// position reads file:line:col.
func position(t *testing.T, posn string) (file string, line, col int) {
	t.Helper()
	rest, text, _ := cutLast(posn, ":")
	col, errCol := strconv.Atoi(text)
	file, text, _ = cutLast(rest, ":")
	line, errLine := strconv.Atoi(text)
	if err := errors.Join(errCol, errLine); err != nil {
		t.Fatalf("%s: %v", posn, err)
	}
	return file, line, col
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// runGolangci runs golangci-lint with loglint alone.
func runGolangci(t *testing.T, at place, o options, packages ...string) []finding {
	t.Helper()
	c := config{Enable: []string{"loglint"}}
	if o.confidence != "" {
		c.Settings = map[string]any{"confidence": o.confidence}
	}
	var found []finding
	for _, issue := range issues(t, at, c, packages...) {
		if issue.FromLinter != "loglint" {
			t.Errorf("golangci-lint: %s: %s", issue.FromLinter, issue.Text)
			continue
		}
		found = append(found, issue.finding())
	}
	return inOrder(found)
}

// A config is the part of .golangci.yml that differs between tests.
type config struct {
	Enable   []string
	Settings any
}

// write writes a configuration that shows all that is found: by default
// golangci-lint shows one finding a line, three of the same text and fifty of
// a linter. JSON is YAML.
func (c config) write(t *testing.T) string {
	t.Helper()
	custom := map[string]any{"type": "module"}
	if c.Settings != nil {
		custom["settings"] = c.Settings
	}
	data, err := json.Marshal(map[string]any{
		"version": "2",
		"linters": map[string]any{
			"default":  "none",
			"enable":   c.Enable,
			"settings": map[string]any{"custom": map[string]any{"loglint": custom}},
		},
		"issues": map[string]any{"uniq-by-line": false, "max-issues-per-linter": 0, "max-same-issues": 0},
	})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "golangci.yml")
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// An issue is a finding of golangci-lint.
type issue struct {
	FromLinter, Text string
	Pos              struct {
		Filename     string
		Line, Column int
	}
}

// finding returns what an issue says in the words of the other drivers.
func (i issue) finding() finding {
	pass, text, _ := strings.Cut(i.Text, ": ")
	return finding{i.Pos.Filename, i.Pos.Line, i.Pos.Column, pass, text}
}

// issues runs golangci-lint and returns what it finds.
func issues(t *testing.T, at place, c config, packages ...string) []issue {
	t.Helper()
	return issuesWith(t, at, c.write(t), packages...)
}

// issuesWith is issues with a configuration that is a file.
func issuesWith(t *testing.T, at place, config string, packages ...string) []issue {
	t.Helper()
	return issuesOf(t, golangciLint, at, config, packages...)
}

// issuesOf is issuesWith for another build of golangci-lint.
func issuesOf(t *testing.T, program string, at place, config string, packages ...string) []issue {
	t.Helper()
	args := append([]string{"run", "--config=" + config, "--issues-exit-code=0", "--path-mode=abs",
		"--show-stats=false", "--output.json.path=stdout"}, packages...)
	var report struct{ Issues []issue }
	data := output(t, at, 0, program, args...)
	if err := json.Unmarshal(data, &report); err != nil {
		t.Fatalf("%v in:\n%s", err, data)
	}
	return report.Issues
}

// output runs a program that has to end with the exit status, and returns
// what it writes to standard output.
func output(t *testing.T, at place, status int, program string, args ...string) []byte {
	t.Helper()
	var stdout, stderr bytes.Buffer
	execute(t, at, status, &stdout, &stderr, program, args...)
	return stdout.Bytes()
}

// combined is output for what the program writes to standard error, too.
func combined(t *testing.T, at place, status int, program string, args ...string) string {
	t.Helper()
	var both bytes.Buffer
	execute(t, at, status, &both, &both, program, args...)
	return both.String()
}

func execute(t *testing.T, at place, status int, stdout, stderr *bytes.Buffer, program string, args ...string) {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Dir = at.dir
	cmd.Env = append(os.Environ(), at.env...)
	cmd.Stdout, cmd.Stderr = stdout, stderr
	err := cmd.Run()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	if got := cmd.ProcessState.ExitCode(); got != status {
		t.Fatalf("%s: exit status %d, want %d\n%s%s", cmd, got, status, stdout, stderr)
	}
}

// identity is who commits, and no settings of whoever runs the test.
var identity = []string{
	"GIT_AUTHOR_NAME=loglint", "GIT_AUTHOR_EMAIL=loglint@example.com",
	"GIT_COMMITTER_NAME=loglint", "GIT_COMMITTER_EMAIL=loglint@example.com",
	"GIT_CONFIG_GLOBAL=" + os.DevNull, "GIT_CONFIG_NOSYSTEM=1",
}

// inOrder sorts findings by their place and leaves out those that come again.
func inOrder(found []finding) []finding {
	slices.SortFunc(found, func(a, b finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col),
			cmp.Compare(a.Pass, b.Pass), cmp.Compare(a.Text, b.Text))
	})
	return slices.Compact(found)
}
