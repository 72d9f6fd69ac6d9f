package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/loglint/loglint/cmd/loglint/internal/rules"
)

var (
	depsOf = regexp.MustCompile(`(?ms)^nogo\(.*?deps = \[\n(.*?)\n    \]`)
	srcsOf = regexp.MustCompile(`srcs = \[([^\]]*)\]`)
	quoted = regexp.MustCompile(`"([^"]+)"`)
)

// TestBazelExample holds examples/bazel to what there is: the passes, the Go files, the pages, and what
// loglint finds there. Bazel itself is run by scripts/bazel.
func TestBazelExample(t *testing.T) {
	root := filepath.Join("..", "..")
	example := filepath.Join(root, "examples", "bazel")
	read := func(name ...string) string {
		t.Helper()
		text, err := os.ReadFile(filepath.Join(append([]string{root}, name...)...))
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	build := read("examples", "bazel", "BUILD.bazel")

	all, err := rules.All()
	if err != nil {
		t.Fatal(err)
	}
	passes := []string{"errfate"} // which has the flags
	for _, r := range all {
		passes = append(passes, r.Pass)
	}
	slices.Sort(passes)
	passes = slices.Compact(passes)
	deps := depsOf.FindStringSubmatch(build)
	if deps == nil {
		t.Fatal("BUILD.bazel has no nogo")
	}
	var listed []string
	for _, m := range quoted.FindAllStringSubmatch(deps[1], -1) {
		listed = append(listed, strings.TrimPrefix(m[1], "@com_github_loglint_loglint//passes/"))
	}
	if diff := cmp.Diff(passes, listed); diff != "" {
		t.Errorf("-passes +nogo of BUILD.bazel:\n%s", diff)
	}

	var flags map[string]struct {
		Flags map[string]string `json:"analyzer_flags"`
	}
	if err := json.Unmarshal([]byte(read("examples", "bazel", "nogo.json")), &flags); err != nil {
		t.Fatal(err)
	}
	for pass := range flags {
		if !slices.Contains(passes, pass) {
			t.Errorf("nogo.json has flags of %s, which is no analyzer of nogo", pass)
		}
	}

	for _, dir := range []string{".", "store"} {
		files, err := filepath.Glob(filepath.Join(example, dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for i, name := range files {
			files[i] = filepath.Base(name)
		}
		var srcs []string
		for _, list := range srcsOf.FindAllStringSubmatch(read("examples", "bazel", dir, "BUILD.bazel"), -1) {
			for _, m := range quoted.FindAllStringSubmatch(list[1], -1) {
				srcs = append(srcs, m[1])
			}
		}
		if diff := cmp.Diff(files, srcs); diff != "" {
			t.Errorf("-files +sources of %s/BUILD.bazel:\n%s", dir, diff)
		}
	}

	page := read("docs", "bazel.md")
	nogo, _, _ := strings.Cut(build[strings.Index(build, "nogo(\n"):], "\n)\n")
	for _, want := range []string{read("examples", "bazel", "MODULE.bazel"), nogo, read("examples", "bazel", "nogo.json")} {
		if !strings.Contains(page, want) {
			t.Errorf("docs/bazel.md does not show:\n%s", want)
		}
	}

	if testing.Short() {
		t.Skip("runs the go command")
	}
	cmd := exec.Command("loglint", "-swallowederr.discarded=false", "./...")
	cmd.Dir = example
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off")
	var said bytes.Buffer
	cmd.Stderr = &said
	if err := cmd.Run(); err == nil {
		t.Error("there is nothing to find")
	}
	finding, _, _ := strings.Cut(said.String(), "\n")
	if finding == "" || !strings.Contains(read("examples", "bazel", "README.md"), finding+" (nolog)\n") {
		t.Errorf("the README does not say what is found, without the name of the pass that nogo adds:\n%s", said.String())
	}
}
