package logodds

import (
	"errors"
	"fmt"
	"maps"
	"slices"
)

// lambdas are the strengths of priors to choose from. A weight comes to rest about half-way
// between its prior and what the cases say if lambda is m*p*(1-p), where m cases have its
// feature and the share p of these is yes.
var lambdas = []float64{0.5, 1, 2, 4, 8, 16, 32, 64}

// choose returns the lambda with which groups are predicted best that were left out of the fit:
// with the least mean log-loss over the examples. Of two that are as good it takes the greater. It
// needs at least two groups.
func (d *design) choose(all []example) (float64, error) {
	groups := groupsOf(all)
	if len(groups) < 2 {
		return 0, errors.New("lambda cannot be chosen from a single group: name it")
	}
	best, least := 0.0, 0.0
	for k, lambda := range lambdas {
		start, err := d.train(all, lambda, nil)
		if err != nil {
			return 0, err
		}
		sum := 0.0
		for _, g := range groups {
			beta, err := d.train(except(all, g), lambda, start)
			if err != nil {
				return 0, fmt.Errorf("without %s: %w", g, err)
			}
			for i := range all {
				if e := &all[i]; e.group == g {
					sum += loss(e.odds(beta), e.yes)
				}
			}
		}
		if k == 0 || sum <= least {
			best, least = lambda, sum
		}
	}
	return best, nil
}

// groupsOf returns the groups that examples are of, sorted.
func groupsOf(all []example) []string {
	named := make(map[string]bool)
	for _, e := range all {
		named[e.group] = true
	}
	return slices.Sorted(maps.Keys(named))
}

// except returns the examples that are of other groups.
func except(all []example, group string) []example {
	return slices.DeleteFunc(slices.Clone(all), func(e example) bool { return e.group == group })
}
