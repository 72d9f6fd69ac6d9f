package main

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/format"
	"github.com/loglint/loglint/cmd/loglint/internal/manual"
	"github.com/loglint/loglint/cmd/loglint/internal/workspace"
	"github.com/loglint/loglint/passes/errfate"
)

// untold are the flags that users are told nothing of: those that vet once had, and those for drivers.
var untold = []string{"alternatives", "fixes", "nolint", "source", "v"}

// TestTable holds what users are told of flags to the flags that there are: each is told of, takes a value
// if that is said, and has the values that are named.
func TestTable(t *testing.T) {
	before := flag.CommandLine
	t.Cleanup(func() { flag.CommandLine = before })
	flag.CommandLine = flag.NewFlagSet("loglint", flag.ContinueOnError)
	if _, _, err := liftFlags(nil); err != nil {
		t.Fatal(err)
	}
	if _, err := parse(nil, []string{"./..."}, workspace.Start{Names: t.TempDir()}); err != nil {
		t.Fatal(err)
	}
	told := make(map[string]manual.Flag)
	for _, group := range manual.Flags {
		for _, f := range group {
			told[f.Name] = f
		}
	}
	for _, name := range []string{"C", "files", "version", "pass", "pass.category"} { // not parsed with the others
		if _, ok := told[name]; !ok {
			t.Errorf("nobody is told of -%s", name)
		}
		delete(told, name)
	}
	flag.VisitAll(func(f *flag.Flag) {
		name := strings.Replace(f.Name, everything, "all", 1)
		pass, _, _ := strings.Cut(name, ".")
		if slices.Contains(untold, name) || slices.Contains(passNames(), pass) {
			return
		}
		of, ok := told[name]
		delete(told, name)
		if !ok {
			t.Errorf("nobody is told of -%s", name)
			return
		}
		b, isBool := f.Value.(interface{ IsBoolFlag() bool })
		if isBool = isBool && b.IsBoolFlag(); isBool == (of.Arg != "") {
			t.Errorf("-%s: a switch: %v; told of as -%s=%s", name, isBool, name, of.Arg)
		}
		if of.Off != (isBool && f.DefValue == "true") {
			t.Errorf("-%s is %s by default; told of as one that is on: %v", name, f.DefValue, of.Off)
		}
	})
	for name := range told {
		t.Errorf("there is no -%s, of which users are told", name)
	}
	for _, test := range []struct {
		name string
		want []string
	}{{"format", format.Names()}, {"sort", finding.Orders}} {
		for _, group := range manual.Flags {
			for _, f := range group {
				if f.Name != test.name {
					continue
				}
				if diff := gocmp.Diff(test.want, f.Values); diff != "" {
					t.Errorf("values of -%s (-there are +told of)\n%s", test.name, diff)
				}
			}
		}
	}
	set(t, errfate.Analyzer, "confidence", "high") // and back, when this is over
	set(t, errfate.Analyzer, "reach", "request")
	for _, name := range []string{"confidence", "reach"} {
		for _, group := range manual.Flags {
			for _, f := range group {
				for _, value := range f.Values {
					if f.Name == name && errfate.Analyzer.Flags.Lookup(name).Value.Set(value) != nil {
						t.Errorf("-%s=%s is told of, and refused", name, value)
					}
				}
			}
		}
	}
}

// example is a block of docs/formats.md that a script pins, with its name.
var example = regexp.MustCompile("(?s)<!-- example: (\\S+) -->\n\n(`{3,})(\\w*)\n(.*?)\n(`{3,})\n")

// TestDocumented holds the examples of docs/formats.md to what the formats say, which the script documented
// pins; with -update it writes them. Each format has one.
func TestDocumented(t *testing.T) {
	archive, err := txtar.ParseFile(filepath.Join("testdata", "script", "documented.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	pinned := make(map[string]string)
	for _, f := range archive.Files {
		pinned[f.Name] = strings.TrimSuffix(string(f.Data), "\n")
	}
	name := filepath.Join("..", "..", "docs", "formats.md")
	is, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	shown := make(map[string]bool)
	want := example.ReplaceAllStringFunc(string(is), func(block string) string {
		part := example.FindStringSubmatch(block)
		text, ok := pinned[part[1]]
		if !ok {
			t.Errorf("the example %s is pinned by no script", part[1])
		}
		of, _, _ := strings.Cut(part[1], ".")
		shown[of] = true
		return "<!-- example: " + part[1] + " -->\n\n" + part[2] + part[3] + "\n" + text + "\n" + part[2] + "\n"
	})
	for _, of := range append(format.Names(), "baseline", "explain") {
		if !shown[of] {
			t.Errorf("docs/formats.md has no example of %s", of)
		}
	}
	if *update {
		if err := os.WriteFile(name, []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := gocmp.Diff(string(is), want); diff != "" {
		t.Errorf("docs/formats.md is stale: go test ./cmd/loglint -run 'TestScript/documented|TestDocumented' -update (-is +should be)\n%s", diff)
	}
}
