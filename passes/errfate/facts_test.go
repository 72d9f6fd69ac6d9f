package errfate_test

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/loglint/loglint/passes/internal/ctxvalue"
	"github.com/loglint/loglint/passes/internal/fates"
	"github.com/loglint/loglint/passes/internal/logctx"
	"github.com/loglint/loglint/passes/internal/summary"
)

// TestFacts reads the facts of three packages, each of which imports the one
// before it, against the want comments at the declarations. A fact without a
// want comment is an error as well.
func TestFacts(t *testing.T) {
	dir, err := filepath.Abs(filepath.Dir(testdata))
	if err != nil {
		t.Fatal(err)
	}
	analysistest.Run(t, dir, fates.Analyzer, "errfate/facts/a", "errfate/facts/b", "errfate/facts/c")
	analysistest.Run(t, dir, logctx.Analyzer, "errfate/traits/a", "errfate/traits/b", "errfate/traits/c")
	analysistest.Run(t, dir, ctxvalue.Analyzer, "errfate/values/a", "errfate/values/b")
}

// maxFactBytes bounds what one fact adds to the encoded facts of a package,
// and maxFactAlone what it takes with the description of its type. The longest
// name the methods of interfaces that an error comes through.
const (
	maxFactBytes = 256
	maxFactAlone = 768
)

// A fact is one of a function.
type fact interface {
	analysis.Fact
	fmt.Stringer
	Informative() bool
}

// TestFactCodec sends each fact of the corpora through gob, as drivers do
// between packages.
func TestFactCodec(t *testing.T) {
	w := newWorld()
	count, largest, sum := 0, 0, 0
	for _, c := range corpora(t, ".") {
		r := w.run(t, c.path, c.sources)
		for _, key := range sortedFacts(r) {
			obj, s := key.obj, r.facts[key].(fact)
			if !s.Informative() {
				t.Errorf("%v: the fact says nothing: %v", obj, s)
			}
			if s.String() == "" {
				t.Errorf("%v: the fact cannot be read: %+v", obj, s)
			}
			first, second := encode(t, s), encode(t, s)
			if !bytes.Equal(first, second) {
				t.Errorf("%v: two encodings of %v differ", obj, s)
			}
			back := reflect.New(key.kind.Elem()).Interface()
			if err := gob.NewDecoder(bytes.NewReader(first)).Decode(back); err != nil {
				t.Errorf("%v: %v", obj, err)
			}
			if diff := cmp.Diff(s, back); diff != "" {
				t.Errorf("%v: the fact changes on its way (-before +after):\n%s", obj, diff)
			}
			if len(first) > maxFactAlone {
				t.Errorf("%v: %d bytes alone, more than %d: %v", obj, len(first), maxFactAlone, s)
			}
			size := added(t, s)
			if size > maxFactBytes {
				t.Errorf("%v: %d bytes, more than %d: %v", obj, size, maxFactBytes, s)
			}
			count, sum, largest = count+1, sum+size, max(largest, size)
		}
	}
	if count == 0 {
		t.Fatal("no facts")
	}
	t.Logf("%d facts, %d bytes each, the largest has %d", count, sum/count, largest)
}

// encode returns a fact as gob has it, with the description of its type.
func encode(t *testing.T, s fact) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := gob.NewEncoder(&buf).Encode(s); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// added returns how many bytes a fact takes in a stream that has described
// the type already.
func added(t *testing.T, s fact) int {
	t.Helper()
	var buf bytes.Buffer
	enc := gob.NewEncoder(&buf)
	var first fact = &summary.Summary{Params: []summary.ParamFate{{}}, Results: []summary.ResultClass{{}}}
	if _, ok := s.(*logctx.Traits); ok {
		first = new(logctx.Traits)
	}
	if err := enc.Encode(first); err != nil {
		t.Fatal(err)
	}
	before := buf.Len()
	if err := enc.Encode(s); err != nil {
		t.Fatal(err)
	}
	return buf.Len() - before
}

// TestFileOrder analyses each package of the corpora with its files in many
// orders: neither facts nor findings may depend on it.
func TestFileOrder(t *testing.T) {
	const seeds = 20
	var want [][]string
	for seed := range uint64(seeds) {
		r := rand.New(rand.NewPCG(seed, 0))
		w := newWorld()
		for i, c := range corpora(t, ".") {
			sources := slices.Clone(c.sources)
			if seed > 0 {
				r.Shuffle(len(sources), func(i, j int) { sources[i], sources[j] = sources[j], sources[i] })
			}
			got := w.run(t, c.path, sources).render(w.fset)
			if seed == 0 {
				want = append(want, got)
				continue
			}
			if diff := cmp.Diff(want[i], got); diff != "" {
				t.Errorf("%s: seed %d changes the result (-sorted +shuffled):\n%s", c.path, seed, diff)
			}
		}
	}
}
