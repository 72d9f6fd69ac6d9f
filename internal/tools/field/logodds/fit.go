package logodds

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
)

// An example is a case as the fit sees it.
type example struct {
	group string
	has   []int // indices of its features in the design, from 1
	yes   bool
	base  float64 // log-odds that are given, and not fitted
}

// A design says which features have weights, and what these are thought to be without cases.
// Index 0 is the intercept, of which nothing is thought.
type design struct {
	names []string  // names[0] is empty, the others are sorted
	prior []float64 // log-odds
	// held says that the intercept stays where it is.
	held bool
}

// newDesign returns the design of the features that cases or prior have.
func newDesign(cases []Case, prior map[string]float64) *design {
	named := make(map[string]bool)
	for _, c := range cases {
		for _, f := range c.Features {
			named[f] = true
		}
	}
	for f := range prior {
		named[f] = true
	}
	d := &design{names: []string{""}, prior: []float64{0}}
	for _, f := range slices.Sorted(maps.Keys(named)) {
		d.names = append(d.names, f)
		d.prior = append(d.prior, prior[f])
	}
	return d
}

// examples returns cases as examples, in their order.
func (d *design) examples(cases []Case) []example {
	out := make([]example, len(cases))
	for k, c := range cases {
		out[k] = example{group: c.Group, yes: c.Yes}
		for _, f := range c.Features {
			i, _ := slices.BinarySearch(d.names, f)
			out[k].has = append(out[k].has, i)
		}
	}
	return out
}

// train fits the design to examples. It starts the search at start, or at the priors if that is nil.
func (d *design) train(all []example, lambda float64, start []float64) ([]float64, error) {
	yes := 0
	for _, e := range all {
		if e.yes {
			yes++
		}
	}
	if yes == 0 || yes == len(all) {
		return nil, fmt.Errorf("%d of %d cases are yes: there is nothing to tell apart", yes, len(all))
	}
	if start == nil {
		start = d.prior
	}
	return d.maximise(all, lambda, start)
}

// maximise returns the weights, in log-odds, that have the greatest
//
//	sum over examples of log(probability of what it is) - lambda/2 * sum over features of (weight - prior)²
//
// by the method of Newton, with a step that is halved until it leads upwards. The intercept is
// free.
func (d *design) maximise(all []example, lambda float64, start []float64) ([]float64, error) {
	const (
		maxSteps  = 200
		maxHalves = 40
		enough    = 1e-9 // log-odds: a step that moves no weight further ends the search
	)
	beta := slices.Clone(start)
	cost := d.cost(all, lambda, beta)
	for range maxSteps {
		gradient, hessian := d.slope(all, lambda, beta)
		step, err := hessian.solve(gradient)
		if err != nil {
			return nil, err
		}
		size, better := 1.0, false
		next := make([]float64, len(beta))
		for range maxHalves {
			for i := range beta {
				next[i] = beta[i] - size*step[i]
			}
			if c := d.cost(all, lambda, next); c < cost {
				cost, better = c, true
				break
			}
			size /= 2
		}
		if !better {
			return beta, nil // as far up as numbers can tell
		}
		moved := 0.0
		for i := range beta {
			moved = max(moved, math.Abs(next[i]-beta[i]))
		}
		beta = next
		if moved < enough {
			return beta, nil
		}
	}
	return nil, errors.New("the fit does not come to rest: lambda is too small")
}

// odds returns the log-odds of an example.
func (e *example) odds(beta []float64) float64 {
	x := e.base + beta[0]
	for _, i := range e.has {
		x += beta[i]
	}
	return x
}

// loss returns minus the log of the probability that log-odds give to what is.
func loss(x float64, yes bool) float64 {
	if yes {
		x = -x
	}
	// log(1+exp(x)) that does not overflow
	return max(x, 0) + math.Log1p(math.Exp(-math.Abs(x)))
}

// cost returns what maximise makes great, with its sign turned.
func (d *design) cost(all []example, lambda float64, beta []float64) float64 {
	sum := 0.0
	for i := range all {
		sum += loss(all[i].odds(beta), all[i].yes)
	}
	for i := 1; i < len(beta); i++ {
		sum += lambda / 2 * (beta[i] - d.prior[i]) * (beta[i] - d.prior[i])
	}
	return sum
}

// slope returns the first and the second derivatives of the cost.
func (d *design) slope(all []example, lambda float64, beta []float64) ([]float64, *matrix) {
	gradient, hessian := make([]float64, len(beta)), newMatrix(len(beta))
	for k := range all {
		e := &all[k]
		p := logistic(e.odds(beta))
		g, h := p, p*(1-p)
		if e.yes {
			g--
		}
		gradient[0] += g
		hessian.row(0)[0] += h
		for _, i := range e.has {
			gradient[i] += g
			row := hessian.row(i)
			row[0] += h
			for _, j := range e.has {
				if j <= i {
					row[j] += h
				}
			}
		}
	}
	if d.held {
		gradient[0] = 0
		for i := range beta {
			hessian.row(i)[0] = 0
		}
		hessian.row(0)[0] = 1
	}
	for i := 1; i < len(beta); i++ {
		gradient[i] += lambda * (beta[i] - d.prior[i])
		hessian.row(i)[i] += lambda
	}
	return gradient, hessian
}
