// Package resample tells how far figures can be trusted that were taken in a few groups: by
// the bootstrap over groups, which are drawn as a whole since what is in a group is alike.
package resample

import (
	"math"
	"math/rand/v2"
	"slices"
)

const (
	rounds = 1000
	seed   = 20261127
	tail   = 0.05 // left out at each end of an interval
)

// Rounds say how often each group was drawn in each round: as many groups as there are, each as
// likely as the others, drawn with replacement. All figures that are to be compared use
// the same rounds.
type Rounds struct {
	groups int
	times  [][]float64 // by round and group
}

// New draws the rounds. The same number of groups gives the same rounds.
func New(groups int) *Rounds {
	r := &Rounds{groups: groups}
	lots := rand.New(rand.NewPCG(seed, 0))
	for range rounds {
		times := make([]float64, groups)
		for range groups {
			times[lots.IntN(groups)]++
		}
		r.times = append(r.times, times)
	}
	return r
}

// A Figure is a value with the interval in which it lies in nine of ten rounds. All three are NaN
// if the value is undefined; the ends are if there is a single group.
type Figure struct{ Value, Low, High float64 }

// Figure evaluates a statistic once with each group as it is, and in all rounds. It is told how
// often each group counts, and returns NaN where it is undefined: such rounds are passed over.
func (r *Rounds) Figure(statistic func(times []float64) float64) Figure {
	f := Figure{statistic(slices.Repeat([]float64{1}, r.groups)), math.NaN(), math.NaN()}
	if math.IsNaN(f.Value) || r.groups < 2 {
		return f
	}
	var values []float64
	for _, times := range r.times {
		if v := statistic(times); !math.IsNaN(v) {
			values = append(values, v)
		}
	}
	if len(values) == 0 {
		return f
	}
	slices.Sort(values)
	cut := int(tail * float64(len(values)))
	f.Low, f.High = values[cut], values[len(values)-1-cut]
	return f
}

// A Ratio is one sum over groups divided by another.
type Ratio struct {
	rounds       *Rounds
	above, below []float64 // by group
}

// Ratio returns a ratio of nothing to nothing.
func (r *Rounds) Ratio() *Ratio {
	return &Ratio{rounds: r, above: make([]float64, r.groups), below: make([]float64, r.groups)}
}

// Add adds to both sums of a group.
func (q *Ratio) Add(group int, above, below float64) {
	q.above[group] += above
	q.below[group] += below
}

// Figure returns the ratio. It is undefined where the second sum is 0.
func (q *Ratio) Figure() Figure {
	return q.rounds.Figure(func(times []float64) float64 {
		above, below := 0.0, 0.0
		for i, n := range times {
			above += n * q.above[i]
			below += n * q.below[i]
		}
		if below == 0 {
			return math.NaN()
		}
		return above / below
	})
}
