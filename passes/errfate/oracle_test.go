package errfate_test

import (
	"bufio"
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/internal/message"
	"github.com/loglint/loglint/passes/internal/progen"
)

var (
	oracleSeed = flag.Uint64("oracle.seed", 1, "seed of the functions that the oracle runs")
	oracleN    = flag.Int("oracle.n", 200, "how many functions the oracle runs")
	oracleAll  = flag.Bool("oracle.all", false, "shrink and print all disagreements, known or not")
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

var (
	originSubject = regexp.MustCompile(`^error from (?:Source\.(?:Load|Read)|fetch\d+_|load)(\d+) `)
	handedSubject = regexp.MustCompile(`^error \w+ handed to `)
	// A wrapped error that is overwritten is no origin of its own.
	wrapSubject = regexp.MustCompile(`^error from wrap\d+ is overwritten `)
)

// lineCategories speak of log lines, not of errors.
var lineCategories = map[defect.Category]bool{
	defect.CatNoContext: true, defect.CatBackground: true, defect.CatHelper: true, defect.CatAnonymous: true,
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
		} else if !wrapSubject.MatchString(text) {
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

// A disagreement is an origin of which engine and run say different things.
type disagreement struct {
	f      *progen.Func
	k      int
	missed bool // it was lost, and the engine is silent; or else the reverse
}

// innocent reports whether the engine has no reason to report origin k: none
// of its errors was lost. Code that cannot be reached, which the engine does
// not look for, tells nothing.
func (d truth) innocent(k int) bool {
	return !d.big && !d.dead && slices.Contains(d.called, k) && !slices.Contains(d.lost, k) && !slices.Contains(d.maybe, k)
}

// disagreements compares a verdict with the truth.
func disagreements(f *progen.Func, v verdict, d truth) []disagreement {
	if d.big {
		return nil
	}
	var list []disagreement
	for k := range progen.MaxOrigins {
		switch _, found := v.found[k]; {
		case slices.Contains(d.lost, k) && !found && !v.handed:
			list = append(list, disagreement{f, k, true})
		case found && d.innocent(k):
			list = append(list, disagreement{f, k, false})
		}
	}
	return list
}

// A tally counts what engine and runs agree on, and what says nothing.
type tally struct {
	reported  int // origins whose errors are lost, and reported
	silent    int // origins whose errors are not lost, and not reported
	dead, big int // functions that cannot be compared in full
}

func (n *tally) add(v verdict, d truth) {
	switch {
	case d.big:
		n.big++
	case d.dead:
		n.dead++
	}
	for k := range progen.MaxOrigins {
		switch _, found := v.found[k]; {
		case found && slices.Contains(d.lost, k):
			n.reported++
		case !found && d.innocent(k):
			n.silent++
		}
	}
}

// compare judges and runs functions, and returns where the two disagree. A
// finding for which no run was seen gets a second chance, with more rounds.
func compare(t testing.TB, functions []*progen.Func) (list []disagreement, n tally) {
	t.Helper()
	if len(functions) == 0 {
		return nil, n
	}
	verdicts := judge(t, functions, progen.Style{})
	var doubtful []disagreement
	for i, d := range execute(t, functions, 2) {
		n.add(verdicts[i], d)
		for _, dis := range disagreements(functions[i], verdicts[i], d) {
			if dis.missed || !functions[i].Has(progen.OpFor) {
				list = append(list, dis)
			} else {
				doubtful = append(doubtful, dis)
			}
		}
	}
	if len(doubtful) > 0 {
		var again []*progen.Func
		for _, dis := range doubtful {
			again = append(again, dis.f)
		}
		for i, d := range execute(t, again, 4) {
			dis := doubtful[i]
			if d.innocent(dis.k) {
				list = append(list, dis)
			}
		}
	}
	return list, n
}

// shrink returns the smallest functions it finds that show the same
// disagreements, all shrunk side by side so that each round is one program.
func shrink(t testing.TB, list []disagreement) []disagreement {
	t.Helper()
	list = slices.Clone(list)
	for open := slices.Repeat([]bool{true}, len(list)); slices.Contains(open, true); {
		var candidates []*progen.Func
		owner := make(map[*progen.Func]int)
		for i, dis := range list {
			if !open[i] {
				continue
			}
			open[i] = false
			for _, c := range dis.f.Smaller() {
				if typechecks(c) {
					candidates = append(candidates, c)
					owner[c] = i
				}
			}
		}
		best := make(map[int]*progen.Func)
		for chunk := range slices.Chunk(candidates, 1000) {
			found, _ := compare(t, chunk)
			for _, dis := range found {
				i := owner[dis.f]
				if dis.k == list[i].k && dis.missed == list[i].missed && (best[i] == nil || dis.f.Size() < best[i].Size()) {
					best[i] = dis.f
				}
			}
		}
		for i, f := range best {
			list[i].f, open[i] = f, true
		}
	}
	return list
}

// shape returns the body of a shrunk function as a key: its origins are
// numbered anew.
func (d disagreement) shape() string {
	f := d.f.Clone()
	numbers := make(map[int]int)
	f.Walk(func(x *progen.Node) {
		switch x.Op {
		case progen.OpCall, progen.OpScope, progen.OpDiscard:
			if _, ok := numbers[x.K]; !ok {
				numbers[x.K] = len(numbers)
			}
			x.K = numbers[x.K]
		}
	})
	text := f.Print(0, progen.Style{}).Source
	_, text, _ = strings.Cut(text, "func F0")
	kind := "reported, never lost"
	if d.missed {
		kind = "lost, not reported"
	}
	return fmt.Sprintf("error from origin %d is %s:\nfunc F0%s", numbers[d.k], kind, text)
}

// The disagreements that the engine has today are of two shapes. They are
// counted, and do not fail the test:
//
//   - An error in a variable that a function literal captures. What another
//     function than the one that stores an error does with it is asked without
//     regard to order (cells.go): one use, on any path and at any time, counts
//     as a trace. The bodies of range-over-func loops are such functions. That
//     this is the cause is shown by writing the function without literals: see
//     withoutLiterals.
//
//   - A finding for a path that cannot be: the same condition is tested
//     before the error is born and after, and the flow, which begins at the
//     birth, does not know how the first test came out: see repeats.
//
// In the first the engine is silent about an error that is lost.
const (
	knownCaptured = "captured by a function literal"
	knownRepeated = "condition tested before and after the error is born"
)

// repeats reports whether f tests a condition again that cannot have changed
// since: a flag, or what an error is.
func repeats(f *progen.Func) bool {
	type condition struct {
		op   progen.Op
		what int // the variable, or the loop of the flag
	}
	seen := make(map[condition]bool)
	again := false
	f.Walk(func(x *progen.Node) {
		var c condition
		switch {
		case x.Op == progen.OpBit && x.Form >= 2:
			c = condition{progen.OpBit, x.Label}
		case x.Op == progen.OpIs, x.Op == progen.OpIf:
			c = condition{x.Op, x.V}
		default:
			return
		}
		again = again || seen[c]
		seen[c] = true
	})
	return again
}

// withoutLiterals returns f with the bodies of its function literals in the
// places where the literals stood, those of deferred ones, or nothing, in
// theirs, and other loops for those over functions. It returns nothing if f
// has no literals.
func withoutLiterals(f *progen.Func) []*progen.Func {
	var list []*progen.Func
	for _, deferred := range []bool{false, true} {
		c := f.Clone()
		var inline func(nodes []*progen.Node) []*progen.Node
		inline = func(nodes []*progen.Node) []*progen.Node {
			var out []*progen.Node
			for _, x := range nodes {
				x.Body, x.Alt = inline(x.Body), inline(x.Alt)
				switch {
				case x.Op == progen.OpDo, x.Op == progen.OpDefer && deferred:
					out = append(out, x.Body...)
				case x.Op == progen.OpDefer:
				default:
					if x.Op == progen.OpFor && x.Form == 2 {
						x.Form = 0
					}
					out = append(out, x)
				}
			}
			return out
		}
		c.Body = inline(c.Body)
		if c.Print(0, progen.Style{}) != f.Print(0, progen.Style{}) && typechecks(c) {
			list = append(list, c)
		}
	}
	return list
}

// literals reports whether f has function literals.
func literals(f *progen.Func) bool {
	found := false
	f.Walk(func(x *progen.Node) {
		found = found || x.Op == progen.OpDefer || x.Op == progen.OpDo || x.Op == progen.OpFor && x.Form == 2
	})
	return found
}

// TestOracle makes small functions, runs each on all its paths, and compares
// what was lost with what the engine says.
func TestOracle(t *testing.T) {
	g := &progen.Generator{Typechecks: typechecks, Rand: rand.New(rand.NewPCG(*oracleSeed, 0))}
	var functions []*progen.Func
	for range *oracleN {
		functions = append(functions, g.Func())
	}
	var open, captured []disagreement
	list, n := compare(t, functions)
	t.Logf("%d lost errors are reported, and %d others are not; %d functions have dead branches, %d too many paths", n.reported, n.silent, n.dead, n.big)
	for _, dis := range list {
		switch {
		case *oracleAll:
			open = append(open, dis)
		case dis.missed && literals(dis.f):
			captured = append(captured, dis)
		default:
			open = append(open, dis)
		}
	}
	t.Logf("%d known disagreements: %s", len(captured), knownCaptured)

	// What is lost without the literals as well is not known.
	var plain []*progen.Func
	numbers := make(map[*progen.Func]int)
	for _, dis := range captured {
		for _, c := range withoutLiterals(dis.f) {
			plain = append(plain, c)
			numbers[c] = dis.k
		}
	}
	again, _ := compare(t, plain)
	for _, dis := range again {
		if dis.k == numbers[dis.f] && dis.missed {
			open = append(open, dis)
		}
	}

	shapes := make(map[string]int)
	repeated := 0
	for _, dis := range shrink(t, open) {
		switch {
		case *oracleAll:
			shapes[dis.shape()]++
		case !dis.missed && repeats(dis.f):
			repeated++
		default:
			shapes[dis.shape()]++
		}
	}
	t.Logf("%d known disagreements: %s", repeated, knownRepeated)
	for _, shape := range slices.SortedFunc(maps.Keys(shapes), func(a, b string) int {
		return cmp.Or(shapes[b]-shapes[a], strings.Compare(a, b))
	}) {
		t.Errorf("%d times: %s", shapes[shape], shape)
	}
}

// TestMetamorphic changes generated functions in ways that change nothing of
// what they do: other names for the locals, code that does nothing, a switch
// for each if. The engine says the same of all of them.
func TestMetamorphic(t *testing.T) {
	g := &progen.Generator{Typechecks: typechecks, Rand: rand.New(rand.NewPCG(*oracleSeed, 1))}
	var functions []*progen.Func
	for range 100 {
		functions = append(functions, g.Func())
	}
	dead := func(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 2)) }
	want := judge(t, functions, progen.Style{})
	for _, variant := range []struct {
		name  string
		style func() progen.Style
	}{
		{"renamed locals", func() progen.Style { return progen.Style{Renamed: true} }},
		{"switches", func() progen.Style { return progen.Style{Switched: true} }},
		{"dead code", func() progen.Style { return progen.Style{Dead: dead(1)} }},
		{"more dead code", func() progen.Style { return progen.Style{Dead: dead(2)} }},
		{"all of it", func() progen.Style { return progen.Style{Renamed: true, Switched: true, Dead: dead(3)} }},
	} {
		got := judge(t, functions, variant.style())
		for i, f := range functions {
			if diff := gocmp.Diff(want[i], got[i], gocmp.AllowUnexported(verdict{})); diff != "" {
				t.Errorf("%s change the verdict (-before +after):\n%s\nbefore:\n%s\nafter:\n%s", variant.name, diff, f.Print(i, progen.Style{}).Source, genSources(functions, variant.style())[i+1].text)
			}
		}
	}
}
