package logodds

import (
	"math"
	"testing"
)

// TestSolve solves a system whose answer is known, and none that has no single answer.
func TestSolve(t *testing.T) {
	m := newMatrix(3)
	copy(m.cell, []float64{4, 0, 0, 2, 5, 0, 1, 3, 6}) // what is above the diagonal is not looked at
	x, err := m.solve([]float64{4*1 + 2*2 + 1*3, 2*1 + 5*2 + 3*3, 1*1 + 3*2 + 6*3})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []float64{1, 2, 3} {
		if math.Abs(x[i]-want) > 1e-12 {
			t.Errorf("x[%d] is %v, want %v", i, x[i], want)
		}
	}
	m = newMatrix(2)
	copy(m.cell, []float64{1, 1, 1, 1})
	if x, err := m.solve([]float64{1, 1}); err == nil {
		t.Errorf("%v solves what is singular", x)
	}
}

// TestChooseLeavesOut has each group contradict what the others say of a feature of its own: whoever
// sees the group itself trusts it, and whoever does not holds to the priors.
func TestChooseLeavesOut(t *testing.T) {
	var cases []Case
	for g := range 6 {
		name := string(rune('a' + g))
		for i := range 20 {
			cases = append(cases, Case{Group: name, Features: []string{"f"}, Yes: (g+i)%2 == 0 || g%2 == 0})
			cases = append(cases, Case{Group: name, Yes: i%2 == 0 || g%2 == 1})
		}
	}
	d := newDesign(cases, nil)
	lambda, err := d.choose(d.examples(cases))
	if err != nil {
		t.Fatal(err)
	}
	if want := lambdas[len(lambdas)-1]; lambda != want {
		t.Errorf("lambda is %v, want %v: nothing that holds in five groups holds in the sixth", lambda, want)
	}
	if got := except(d.examples(cases), "a"); len(got) != 200 || groupsOf(got)[0] != "b" {
		t.Errorf("%d examples are left of %v", len(got), groupsOf(got))
	}
}

// TestSlope holds the derivatives to differences of the cost, at a place that is none of rest.
func TestSlope(t *testing.T) {
	cases := []Case{
		{Features: []string{"a", "b"}, Yes: true},
		{Features: []string{"b"}},
		{Features: []string{"a", "c"}},
		{Yes: true},
	}
	d := newDesign(cases, map[string]float64{"a": 1, "d": -2})
	all, lambda := d.examples(cases), 0.7
	beta := []float64{-0.3, 0.4, -0.5, 1.2, 0.1}
	moved := func(i int, by float64) []float64 {
		out := append([]float64(nil), beta...)
		out[i] += by
		return out
	}
	gradient, hessian := d.slope(all, lambda, beta)
	const step = 1e-5
	for i := range beta {
		want := (d.cost(all, lambda, moved(i, step)) - d.cost(all, lambda, moved(i, -step))) / (2 * step)
		if math.Abs(gradient[i]-want) > 1e-8 {
			t.Errorf("the first derivative by %d is %v, want %v", i, gradient[i], want)
		}
		up, _ := d.slope(all, lambda, moved(i, step))
		down, _ := d.slope(all, lambda, moved(i, -step))
		for j := range i + 1 {
			if want := (up[j] - down[j]) / (2 * step); math.Abs(hessian.row(i)[j]-want) > 1e-8 {
				t.Errorf("the second derivative by %d and %d is %v, want %v", i, j, hessian.row(i)[j], want)
			}
		}
	}
}
