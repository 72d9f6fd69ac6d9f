package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// rulesGo and udiff are the modules that nogo is made of, beside x/tools.
const (
	rulesGo = "github.com/bazelbuild/rules_go@v0.65.0"
	udiff   = "github.com/aymanbagabas/go-udiff@v0.4.1"
)

// A nogo is the program that rules_go makes of analyzers and a configuration.
// It is made in a directory, of the generators and sources of rules_go.
type nogo struct{ program, dir, builder, generated string }

// nogoSources are what the target nogo_srcs of rules_go lists, without its
// generated part.
var nogoSources = []string{
	"constants.go", "env.go", "flags.go", "nogo_fix.go", "nogo_goversions_go118.go", "nogo_goversions_go121.go",
	"nogo_goversions_go122.go", "nogo_main.go", "nogo_version.go", "nolint.go",
}

// newNogo prepares what nogo is made of. Its sources see what is internal to
// x/tools, and get a copy of that to be in.
func newNogo(t *testing.T) nogo {
	t.Helper()
	dir := t.TempDir()
	n := nogo{program: filepath.Join(dir, "nogo"), dir: dir, builder: filepath.Join(dir, "builder")}
	builders := filepath.Join(download(t, rulesGo), "go", "tools", "builders")
	tools := filepath.Join(n.dir, "tools")
	xtools := strings.TrimSpace(string(output(t, place{dir: root}, 0, "go", "list", "-m", "-f", "{{.Dir}}", "golang.org/x/tools")))
	for _, sub := range []string{"go", "internal"} {
		if err := os.CopyFS(filepath.Join(tools, sub), os.DirFS(filepath.Join(xtools, sub))); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		write(t, filepath.Join(tools, name), read(t, filepath.Join(xtools, name)))
	}
	main := filepath.Join(tools, "nogo")
	if err := os.Mkdir(main, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range nogoSources {
		write(t, filepath.Join(main, name), read(t, filepath.Join(builders, name)))
	}
	n.generated = filepath.Join(main, "nogo_gen.go")
	args := []string{"build", "-o", n.builder, "-ldflags=-X=main.rulesGoStdlibPrefix=@io_bazel_rules_go//stdlib:"}
	for _, name := range builderSources {
		args = append(args, filepath.Join(builders, name))
	}
	output(t, place{dir: builders}, 0, "go", args...)
	name, version, _ := strings.Cut(udiff, "@")
	write(t, filepath.Join(n.dir, "go.mod"), fmt.Sprintf(`module example.com/nogo

go 1.26

require (
	%s %s
	github.com/loglint/loglint v0.0.0
	golang.org/x/tools v0.52.0
)

replace (
	github.com/loglint/loglint => %s
	golang.org/x/tools => ./tools
)
`, name, version, root))
	// The copy of x/tools needs no sums; the rest is held to loglint's own.
	write(t, filepath.Join(n.dir, "go.sum"), read(t, filepath.Join(root, "go.sum")))
	return n
}

// build makes nogo of the passes as Bazel does: rules_go generates the list of
// the analyzers and the configuration, and compiles it with its sources.
func (n nogo) build(t *testing.T, config string) {
	t.Helper()
	file := filepath.Join(n.dir, "nogo.json")
	write(t, file, config)
	args := []string{"gennogomain", "-output", n.generated, "-config", file}
	for _, path := range nogoAnalyzers {
		args = append(args, "-analyzer_importpath", path)
	}
	output(t, place{dir: n.dir}, 0, n.builder, args...)
	at := place{n.dir, []string{"GOFLAGS=-mod=mod", "GOSUMDB=off"}}
	output(t, at, 0, "go", "build", "-o", n.program, "golang.org/x/tools/nogo")
}

// nogoAnalyzers are those that the README lists.
var nogoAnalyzers = []string{
	"github.com/loglint/loglint/passes/errfate",
	"github.com/loglint/loglint/passes/missingctx",
	"github.com/loglint/loglint/passes/nolog",
	"github.com/loglint/loglint/passes/swallowederr",
}

// builderSources are what the target builder_srcs of rules_go lists, for a
// system that is not Windows.
var builderSources = strings.Fields(`ar.go asm.go baseline_coverage.go builder.go buildid.go buildinfo.go cc.go cgo2.go
	codesign.go compilepkg.go constants.go cover.go edit.go embedcfg.go env.go filter.go filter_buildid.go flags.go
	generate_nogo_main.go generate_test_main.go importcfg.go link.go nogo.go nogo_validation.go preprofile.go read.go
	replicate.go stdlib.go stdliblist.go path.go`)

// download returns the directory of a module from the proxy.
func download(t *testing.T, module string) string {
	t.Helper()
	var m struct{ Dir string }
	data := output(t, place{dir: t.TempDir()}, 0, "go", "mod", "download", "-json", module)
	if err := json.Unmarshal(data, &m); err != nil {
		t.Fatal(err)
	}
	return m.Dir
}

// run runs nogo over packages in the order of their imports, each in a process
// of its own that has what Bazel gives it: the sources, the export data of all
// that is imported, and the facts of what is imported directly, but none of
// the standard library. Packages that were not named are run for their facts.
// It returns what is found and the directory of the fixes of the last package.
func (n nogo) run(t *testing.T, at place, patterns ...string) (found []finding, fixes string) {
	t.Helper()
	type listed struct {
		ImportPath, Dir, Export string
		Standard, DepOnly       bool
		GoFiles, Imports        []string
		ImportMap               map[string]string
	}
	var packages []listed
	var importcfg strings.Builder
	args := append([]string{"list", "-export", "-deps", "-json=ImportPath,Dir,Export,Standard,DepOnly,GoFiles,Imports,ImportMap"}, patterns...)
	for dec := json.NewDecoder(bytes.NewReader(output(t, at, 0, "go", args...))); ; {
		var p listed
		if err := dec.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
		if p.Export != "" {
			fmt.Fprintf(&importcfg, "packagefile %s=%s\n", p.ImportPath, p.Export)
		}
	}
	dir := t.TempDir()
	cfg := filepath.Join(dir, "importcfg")
	write(t, cfg, importcfg.String())
	facts := make(map[string]string)
	for i, p := range packages {
		if p.Standard || len(p.GoFiles) == 0 {
			continue
		}
		facts[p.ImportPath] = filepath.Join(dir, fmt.Sprintf("%d.facts", i))
		args := []string{"-p", p.ImportPath, "-importcfg", cfg, "-go_version", "1.26", "-x", facts[p.ImportPath], "-fix_dir", dir}
		for _, path := range p.Imports {
			if file, ok := facts[path]; ok {
				args = append(args, "-fact", path+"="+file)
			}
		}
		if p.DepOnly {
			args = append(args, "-facts_only")
		}
		for _, name := range p.GoFiles {
			args = append(args, filepath.Join(p.Dir, name))
		}
		found = append(found, n.check(t, at, args)...)
	}
	return inOrder(found), dir
}

// check runs nogo once and reads what it prints.
func (n nogo) check(t *testing.T, at place, args []string) []finding {
	t.Helper()
	cmd := exec.Command(n.program, args...)
	cmd.Dir = at.dir
	out, err := cmd.CombinedOutput()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	// 3 is rules_go's status for findings; all else stops the build.
	if status := cmd.ProcessState.ExitCode(); status != 0 && status != 3 {
		t.Fatalf("%s: exit status %d\n%s", cmd, status, out)
	}
	var found []finding
	for line := range strings.Lines(string(out)) {
		text, pass, ok := cutLast(strings.TrimSuffix(strings.TrimSuffix(line, "\n"), ")"), " (")
		if !ok || !strings.HasPrefix(line, "/") {
			continue // a heading
		}
		posn, text, _ := strings.Cut(text, ": ")
		f := finding{Pass: pass, Text: text}
		f.File, f.Line, f.Col = position(t, posn)
		found = append(found, f)
	}
	return found
}

// TestNogo compares what nogo finds with what the command finds: in the
// corpora, in packages that know of each other by facts alone, and, with the
// configuration of the README, in the example, where it has fixes as well.
func TestNogo(t *testing.T) {
	n := newNogo(t)
	gopath := filepath.Join(root, "testdata")
	corpora := place{filepath.Join(gopath, "src"), []string{"GO111MODULE=off", "GOPATH=" + gopath}}
	example := place{dir: root}
	n.build(t, `{"errfate": {"analyzer_flags": {"confidence": "low"}}}`)
	for _, tt := range []struct {
		at       place
		patterns []string
	}{
		{corpora, []string{"./swallowederr/...", "./nolog/...", "./missingctx/..."}},
		{place{dir: module(t, script(t, "facts.txtar"))}, []string{"./..."}},
	} {
		n.compare(t, runLoglint(t, tt.at, options{confidence: "low"}, tt.patterns...), tt.at, tt.patterns...)
	}

	at := place{module(t, txtar.Parse([]byte(repositories)).Files), []string{"GOFLAGS=-mod=mod"}}
	n.compare(t, runLoglint(t, at, options{confidence: "low"}, "./..."), at, "./...")

	n.build(t, block(t, "docs/bazel.md", "json", "errfate"))
	want := fromJSON(t, output(t, example, 0, loglint, "-json", "-swallowederr.discarded=false", "./examples/shop"))
	dir := n.compare(t, want, example, "./examples/shop")
	if patch := read(t, filepath.Join(dir, "nogo.patch")); !strings.Contains(patch, `"confirmation was not sent", "order", o.ID, "err", err)`) {
		t.Errorf("nogo offers no fix for the line without its error:\n%s", patch)
	}
}

// repositories are two of a code host: a helper of the same repository that answers
// for errors and loses them is reported where it stands, and one of the other where it
// is handed one. The driver does not say which module a package is of.
const repositories = `
-- go.mod --
module github.com/shop/orders

go 1.26

require github.com/web/answer v0.0.0

replace github.com/web/answer => ./answer
-- answer/go.mod --
module github.com/web/answer

go 1.26
-- answer/answer.go --
// Package answer is of another repository.
package answer

import "net/http"

// Fail answers for an error.
func Fail(w http.ResponseWriter, err error) {
	http.Error(w, "cannot be done", http.StatusInternalServerError)
}
-- reply/reply.go --
// Package reply is of this repository.
package reply

import "net/http"

// Fail answers for an error.
func Fail(w http.ResponseWriter, err error) {
	http.Error(w, "cannot be done", http.StatusInternalServerError)
}
-- orders.go --
package orders

import (
	"net/http"
	"os"

	"github.com/shop/orders/reply"
	"github.com/web/answer"
)

// Order answers with a helper of another repository.
func Order(w http.ResponseWriter, r *http.Request) {
	data, err := os.ReadFile("order.json")
	if err != nil {
		answer.Fail(w, err)
		return
	}
	w.Write(data)
}

// Stock answers with a helper of this one.
func Stock(w http.ResponseWriter, r *http.Request) {
	data, err := os.ReadFile("stock.json")
	if err != nil {
		reply.Fail(w, err)
		return
	}
	w.Write(data)
}
`

// compare holds what nogo finds to what is wanted, and returns the directory
// of its fixes.
func (n nogo) compare(t *testing.T, want []finding, at place, patterns ...string) (dir string) {
	t.Helper()
	if len(want) == 0 {
		t.Fatalf("%s: nothing is found", patterns)
	}
	got, dir := n.run(t, at, patterns...)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s: -loglint +nogo:\n%s", patterns, diff)
	}
	return dir
}
