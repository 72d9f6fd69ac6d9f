package errfate_test

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/loglint/loglint/internal/message"
	"github.com/loglint/loglint/passes/internal/progen"
)

// A verdict is what the engine says of a function: for each origin of which
// it found something, the categories.
type verdict struct {
	found map[int][]string
	// handed says that something was found in a helper: the origin whose
	// error it was handed is not named.
	handed bool
}

// A truth is what came of running a function on all its paths.
type truth struct {
	lost   []int // origins whose errors were lost for sure
	maybe  []int // ... or by being superseded by a later attempt, or by a crash
	called []int // origins that were reached
	big    bool  // too many paths
	dead   bool  // a branch of a test of an error is never taken
}

// genSources returns the files of package gen.
func genSources(functions []*progen.Func, s progen.Style) []source {
	sources := []source{{"types.go", progen.Types()}}
	for id, f := range functions {
		sources = append(sources, source{fmt.Sprintf("f%d.go", id), f.Print(id, s).Source})
	}
	return sources
}

// judge asks the engine, with everything on.
func judge(t testing.TB, functions []*progen.Func, s progen.Style) []verdict {
	t.Helper()
	w := newWorld()
	r := w.run(t, "oracle/gen", genSources(functions, s))
	for _, f := range r.result.Failures {
		t.Errorf("%v: %s\n%s", w.fset.Position(f.Pos), f.Text, f.Stack)
	}
	verdicts := make([]verdict, len(functions))
	for _, f := range r.result.Findings {
		if lineCategories[f.Category] {
			continue
		}
		pos, text := w.fset.Position(f.Pos), message.Of(f.Says)
		id, err := strconv.Atoi(strings.TrimSuffix(strings.TrimPrefix(pos.Filename, "f"), ".go"))
		if err != nil {
			t.Fatalf("%v: finding in the types: %s", pos, text)
		}
		v := &verdicts[id]
		if m := originSubject.FindStringSubmatch(text); m != nil {
			k, _ := strconv.Atoi(m[1])
			if v.found == nil {
				v.found = make(map[int][]string)
			}
			v.found[k] = append(v.found[k], string(f.Category))
		} else if handedSubject.MatchString(text) {
			v.handed = true
		} else if !wrapSubject.MatchString(text) && !nilSubject.MatchString(text) {
			t.Fatalf("%v: whose error is this? %s", pos, text)
		}
	}
	return verdicts
}

// typechecks reports whether a function does: the shrinker makes some that
// do not.
func typechecks(f *progen.Func) bool {
	_, err := newWorld().check("oracle/gen", genSources([]*progen.Func{f}, progen.Style{}))
	return err == nil
}

// execute runs functions on all their paths, with at most as many rounds of
// each loop.
func execute(t testing.TB, functions []*progen.Func, rounds int) []truth {
	t.Helper()
	dir := t.TempDir()
	write := func(name, text string) {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("go.mod", "module oracle\n\ngo 1.26\n")
	for _, src := range genSources(functions, progen.Style{Covered: true}) {
		write("gen/"+src.name, src.text)
	}
	var calls strings.Builder
	for id, f := range functions {
		fmt.Fprintf(&calls, "\trunAll(%d, rounds, func(ctx context.Context, src gen.Source, in gen.Input) error { %s })\n", id, f.Print(id, progen.Style{Covered: true}).Call)
	}
	write("run.go", progen.Runtime())
	write("main.go", strings.ReplaceAll(oracleMain, "//CALLS\n", calls.String()))

	// Vet has nothing to say here, and optimizing takes longer than running.
	binary := filepath.Join(dir, "oracle.exe")
	build := exec.Command("go", "build", "-gcflags=-N -l", "-o", binary, ".")
	build.Dir = dir
	build.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod", "GOPROXY=off")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("building the functions: %v\n%s", err, out)
	}
	var stderr bytes.Buffer
	run := exec.Command(binary, strconv.Itoa(rounds))
	run.Stderr = &stderr
	out, err := run.Output()
	if err != nil {
		t.Fatalf("running the functions: %v\n%s", err, stderr.Bytes())
	}

	truths := make([]truth, len(functions))
	seen := 0
	for lines := bufio.NewScanner(bytes.NewReader(out)); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		if len(fields) < 3 || fields[0] != "result" {
			t.Fatalf("the functions printed %q", lines.Text())
		}
		id, err := strconv.Atoi(fields[1])
		if err != nil {
			t.Fatal(err)
		}
		seen++
		switch {
		case fields[2] == "big":
			truths[id].big = true
		case fields[2] == "broken":
			t.Fatalf("function %d uses a nil error:\n%s", id, functions[id].Print(id, progen.Style{}).Source)
		default:
			truths[id].lost = numbers(fields[2])
			truths[id].maybe = numbers(fields[3])
			truths[id].called = numbers(fields[4])
			covered, err := strconv.Atoi(fields[5])
			if err != nil {
				t.Fatal(err)
			}
			truths[id].dead = covered < functions[id].Print(id, progen.Style{Covered: true}).Covers
		}
	}
	if seen != len(functions) {
		t.Fatalf("%d results of %d functions", seen, len(functions))
	}
	return truths
}

// numbers reads a list of origins.
func numbers(text string) []int {
	var list []int
	for field := range strings.SplitSeq(text, "-") {
		if n, err := strconv.Atoi(field); err == nil {
			list = append(list, n)
		}
	}
	return list
}
