package errfate_test

import (
	"cmp"
	"flag"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/internal/progen"
)

var (
	oracleSeed = flag.Uint64("oracle.seed", 1, "seed of the functions that the oracle runs")
	oracleN    = flag.Int("oracle.n", 200, "how many functions the oracle runs")
	oracleAll  = flag.Bool("oracle.all", false, "shrink and print all disagreements, known or not")
)

var (
	originSubject = regexp.MustCompile(`^error from (?:Source\.(?:Load|Read)|fetch\d+_|load)(\d+) `)
	handedSubject = regexp.MustCompile(`^error \w+ handed to `)
	// Where an error is nil there is no origin, nor is there one that a field holds.
	nilSubject = regexp.MustCompile(`^error [\w.]+(, which is nil here,| is replaced:) `)
	// A wrapped error that is overwritten is no origin of its own.
	wrapSubject = regexp.MustCompile(`^error from wrap\d+ is overwritten `)
)

// lineCategories speak of log lines, not of errors.
var lineCategories = map[defect.Category]bool{
	defect.CatNoContext: true, defect.CatBackground: true, defect.CatHelper: true, defect.CatAnonymous: true,
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

// The disagreements that the engine has today are of three shapes. They are
// counted, and do not fail the test:
//
//   - An error in a variable that a function literal captures. What another
//     function than the one that stores an error does with it is asked without
//     regard to order (passes/internal/captured): one use, on any path and at any time, counts
//     as a trace. The bodies of range-over-func loops are such functions. That
//     this is the cause is shown by writing the function without literals: see
//     plainly.
//
//   - An error that is sent to a channel from which the function, too, receives, that is put into a list of structs
//     which it may go through, or into a struct that it lends to another function. What comes out again
//     is asked without regard to order as well; and so it is shown.
//
//   - A finding for a path that cannot be: the same condition is tested
//     before the error is born and after, and the flow, which begins at the
//     birth, does not know how the first test came out: see repeats.
//
// In the first two the engine is silent about an error that is lost.
const (
	knownCaptured = "captured by a function literal"
	knownCarried  = "carried by a channel, a list or a struct that is lent"
	knownRepeated = "condition tested before and after the error is born"
)

// TestOracle makes small functions, runs each on all its paths, and compares
// what was lost with what the engine says.
func TestOracle(t *testing.T) {
	t.Run("plain", func(t *testing.T) { oracle(t, &progen.Generator{}) })
	t.Run("channels", func(t *testing.T) { oracle(t, &progen.Generator{Channels: true}) })
	t.Run("carriers", func(t *testing.T) { oracle(t, &progen.Generator{Carriers: true}) })
}

// oracle compares what the engine says of functions that a generator grows with what is
// lost in them.
func oracle(t *testing.T, g *progen.Generator) {
	g.Typechecks, g.Rand = typechecks, rand.New(rand.NewPCG(*oracleSeed, 0))
	var functions []*progen.Func
	for range *oracleN {
		functions = append(functions, g.Func())
	}
	var open, unsure []disagreement
	known := make(map[string]int)
	list, n := compare(t, functions)
	t.Logf("%d lost errors are reported, and %d others are not; %d functions have dead branches, %d too many paths", n.reported, n.silent, n.dead, n.big)
	for _, dis := range list {
		if why := unordered(dis.f); why != "" && dis.missed && !*oracleAll {
			known[why]++
			unsure = append(unsure, dis)
		} else {
			open = append(open, dis)
		}
	}

	// What is lost in plain code as well is not known.
	var plain []*progen.Func
	numbers := make(map[*progen.Func]int)
	for _, dis := range unsure {
		for _, c := range plainly(dis.f) {
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
	for _, dis := range shrink(t, open) {
		switch {
		case *oracleAll:
			shapes[dis.shape()]++
		case !dis.missed && repeats(dis.f):
			known[knownRepeated]++
		default:
			shapes[dis.shape()]++
		}
	}
	for _, why := range []string{knownCaptured, knownCarried, knownRepeated} {
		t.Logf("%d known disagreements: %s", known[why], why)
	}
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
