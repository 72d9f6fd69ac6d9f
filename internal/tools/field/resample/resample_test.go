package resample_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/loglint/loglint/internal/tools/field/resample"
)

// share makes a ratio of ten groups, of which three are all yes and seven all no.
func share(r *resample.Rounds) resample.Figure {
	q := r.Ratio()
	for g := range 10 {
		yes := 0.0
		if g < 3 {
			yes = 5
		}
		q.Add(g, yes, 5)
	}
	return q.Figure()
}

// TestFigure has the interval of a binomial share of 3 in 10, which is what is drawn.
func TestFigure(t *testing.T) {
	f := share(resample.New(10))
	if f.Value != 0.3 {
		t.Errorf("the value is %v", f.Value)
	}
	// Of ten draws, fewer than 1 are yes in 2.8 % of rounds, and more than 5 in 4.7 %.
	if math.Abs(f.Low-0.1) > 1e-12 || math.Abs(f.High-0.5) > 1e-12 {
		t.Errorf("the interval is %v to %v, want 0.1 to 0.5", f.Low, f.High)
	}
}

// TestDeterministic draws twice.
func TestDeterministic(t *testing.T) {
	statistic := func(times []float64) float64 {
		sum := 0.0
		for i, n := range times {
			sum += n * math.Sqrt(float64(i))
		}
		return sum
	}
	a, b := resample.New(7), resample.New(7)
	if diff := cmp.Diff(a.Figure(statistic), b.Figure(statistic)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(share(resample.New(10)), share(resample.New(10))); diff != "" {
		t.Error(diff)
	}
}

// TestUndefined has figures that have no value, or no interval.
func TestUndefined(t *testing.T) {
	r := resample.New(3)
	if f := r.Ratio().Figure(); !math.IsNaN(f.Value) || !math.IsNaN(f.Low) || !math.IsNaN(f.High) {
		t.Errorf("nothing of nothing is %v", f)
	}
	q := r.Ratio()
	q.Add(1, 1, 2)
	if f := q.Figure(); f != (resample.Figure{Value: 0.5, Low: 0.5, High: 0.5}) {
		t.Errorf("where the one group that counts is not drawn, a round is to be passed over: %v", f)
	}
	q = resample.New(1).Ratio()
	q.Add(0, 1, 2)
	if f := q.Figure(); f.Value != 0.5 || !math.IsNaN(f.Low) {
		t.Errorf("of a single group there is no interval: %v", f)
	}
}
