package logodds_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/loglint/loglint/internal/tools/field/logodds"
)

// truth is what the cases of generate follow.
var truth = logodds.Model{
	Intercept: -1.5,
	Weights:   map[string]float64{"a": 1.5, "b": -2, "c": 0.5, "d": 0, "e": 2.5},
}

// generate makes n cases in ten groups by the lots of a seed. Each has each feature as likely as not.
func generate(seed uint64, n int) []logodds.Case {
	lots := rand.New(rand.NewPCG(seed, 0))
	var out []logodds.Case
	for i := range n {
		c := logodds.Case{Group: fmt.Sprint("g", i%10)}
		for _, f := range []string{"a", "b", "c", "d", "e"} {
			if lots.IntN(2) == 0 {
				c.Features = append(c.Features, f)
			}
		}
		c.Yes = lots.Float64() < truth.Probability(c.Features)
		out = append(out, c)
	}
	return out
}

func fit(t *testing.T, cases []logodds.Case, prior map[string]float64, lambda float64) *logodds.Model {
	t.Helper()
	m, err := logodds.Fit(cases, prior, lambda)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func near(t *testing.T, what string, got, want, by float64) {
	t.Helper()
	if !(math.Abs(got-want) <= by) {
		t.Errorf("%s is %.4f, want %.4f, or at most %.4f off", what, got, want, by)
	}
}

// TestFitRecovers fits many cases: what they were made by comes out, whether lambda is given
// or chosen.
func TestFitRecovers(t *testing.T) {
	cases := generate(1, 8000)
	for _, lambda := range []float64{0.5, 0} {
		m := fit(t, cases, nil, lambda)
		near(t, "intercept", m.Intercept, truth.Intercept, 0.2)
		for f, w := range truth.Weights {
			near(t, f, m.Weights[f], w, 0.2)
		}
		if m.Lambda == 0 || lambda != 0 && m.Lambda != lambda {
			t.Errorf("lambda is %v, given %v", m.Lambda, lambda)
		}
	}
}

// TestFitExact holds the fit to a case that can be worked out: with a weight that is held by
// nothing, the probabilities are the shares.
func TestFitExact(t *testing.T) {
	var cases []logodds.Case
	add := func(n int, yes bool, features ...string) {
		for range n {
			cases = append(cases, logodds.Case{Group: "g", Features: features, Yes: yes})
		}
	}
	add(10, true)
	add(30, false)
	add(30, true, "a")
	add(20, false, "a")
	m := fit(t, cases, nil, 1e-9)
	near(t, "probability without", m.Probability(nil), 0.25, 1e-6)
	near(t, "probability with", m.Probability([]string{"a"}), 0.6, 1e-6)
	near(t, "probability with what is unknown", m.Probability([]string{"a", "zzz"}), 0.6, 1e-6)
}

// TestPrior shows what priors do: all where there are no cases, less the more there are, and more
// the greater lambda is.
func TestPrior(t *testing.T) {
	prior := map[string]float64{"a": -3, "unseen": 1.25}
	few, many := fit(t, generate(2, 100), prior, 8), fit(t, generate(2, 8000), prior, 8)
	near(t, "a feature that no case has", few.Weights["unseen"], 1.25, 1e-9)
	if !(few.Weights["a"] > -3 && few.Weights["a"] < many.Weights["a"] && many.Weights["a"] < 1.6) {
		t.Errorf("a weighs %.3f with few cases and %.3f with many, from -3 to 1.5", few.Weights["a"], many.Weights["a"])
	}
	held := fit(t, generate(2, 100), prior, 1e6)
	near(t, "a feature that is held fast", held.Weights["a"], -3, 0.001)
	near(t, "a feature that is held fast without a prior", held.Weights["e"], 0, 0.001)
	if math.Abs(held.Intercept) < 0.1 {
		t.Errorf("the intercept is %.3f: it is held, too", held.Intercept)
	}
}

// TestSeparation fits cases that a feature tells apart without exception: its weight stays finite.
func TestSeparation(t *testing.T) {
	var cases []logodds.Case
	for i := range 40 {
		c := logodds.Case{Group: fmt.Sprint("g", i%4), Yes: i%8 < 4}
		if c.Yes {
			c.Features = []string{"a"}
		} else {
			c.Features = []string{"b"}
		}
		cases = append(cases, c)
	}
	m := fit(t, cases, nil, 1)
	if w := m.Weights["a"]; !(w > 1 && w < 10) {
		t.Errorf("a weighs %v", w)
	}
	near(t, "the sum of both, which are the same with opposite signs", m.Weights["a"]+m.Weights["b"], 0, 1e-6)
}

// TestErrors has what cannot be fitted.
func TestErrors(t *testing.T) {
	cases := generate(4, 50)
	alike := slices.Clone(cases)
	for i := range alike {
		alike[i].Yes = false
	}
	single := slices.Clone(cases)
	for i := range single {
		single[i].Group = "g"
	}
	lone := slices.Clone(alike)
	lone[7].Yes = true
	for _, test := range []struct {
		name   string
		cases  []logodds.Case
		lambda float64
		want   string
	}{
		{"none", nil, 1, "0 of 0 cases are yes"},
		{"all alike", alike, 1, "0 of 50 cases are yes"},
		{"a single group", single, 0, "single group"},
		{"yes in a single group", lone, 0, "without g7: 0 of 45"},
	} {
		if _, err := logodds.Fit(test.cases, nil, test.lambda); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", test.name, err, test.want)
		}
	}
}

// TestDeterministic fits twice: not a bit differs.
func TestDeterministic(t *testing.T) {
	prior := map[string]float64{"a": 1, "x": 2}
	a, b := fit(t, generate(5, 300), prior, 0), fit(t, generate(5, 300), prior, 0)
	if diff := cmp.Diff(a, b); diff != "" {
		t.Error(diff)
	}
}

// TestExtend fits what is new, and leaves what is there as it is.
func TestExtend(t *testing.T) {
	m := &logodds.Model{Intercept: -1, Weights: map[string]float64{"old": 0.5}}
	var cases []logodds.Case
	for i := range 200 {
		c := logodds.Case{Group: "g", Yes: i%10 < 3}
		if i%2 == 0 {
			c.Features = append(c.Features, "old")
		}
		if i%4 < 2 {
			c.Features = append(c.Features, "new")
			c.Yes = i%10 < 9
		}
		cases = append(cases, c)
	}
	out, err := logodds.Extend(m, cases, map[string]float64{"old": 3, "declared": 0.25}, 1)
	if err != nil {
		t.Fatal(err)
	}
	if out.Intercept != -1 || out.Weights["old"] != 0.5 {
		t.Errorf("what was there is %v and %v now", out.Intercept, out.Weights["old"])
	}
	if w := out.Weights["new"]; w < 1.5 || w > 4 {
		t.Errorf("what nine in ten have that are yes weighs %v", w)
	}
	if w := out.Weights["declared"]; w != 0.25 {
		t.Errorf("what no case has weighs %v, and was declared as 0.25", w)
	}
	if _, there := m.Weights["new"]; there {
		t.Error("what was given is changed")
	}
}
