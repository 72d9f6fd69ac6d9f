package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/loglint/loglint/internal/tools/field/logodds"
	"github.com/loglint/loglint/internal/tools/field/table"
)

// A predictor says how probabilities are come by.
type predictor struct {
	model  *model   // if it is set, the rest does not matter
	fit    []string // the uses of the services to fit on
	leave  bool     // fit a model for each service, without it
	lambda float64  // 0 to choose it, for each model
	priors priors
	drop   []string // features that a fit goes without
}

// predict returns the probability of each of on, and says in a clause where they come from. It
// fits on those of all that are for the right use and not gone. Nothing is told of a row
// that is gone: its probability is 0.
func (p *predictor) predict(all, on []row) ([]float64, string, error) {
	out := make([]float64, len(on))
	if p.model != nil {
		for i, r := range on {
			if !r.gone() {
				out[i] = p.model.odds().Probability(r.Features)
			}
		}
		n := p.model.FittedOn
		return out, fmt.Sprintf("from a model file, fitted on %d labels of %d services", n.Labels, n.Services), nil
	}
	if err := p.known(all); err != nil {
		return nil, "", err
	}
	used, err := ofUse(all, p.fit)
	if err != nil {
		return nil, "", err
	}
	from := present(used)
	how := fmt.Sprintf("fitted on %d labels of %d services (%s)", len(from), len(servicesOf(from)), strings.Join(p.fit, ", "))
	if len(p.drop) > 0 {
		how += ", without " + strings.Join(p.drop, ", ")
	}
	if !p.leave {
		lambda, err := p.apply(from, on, func(row) bool { return true }, out)
		if err != nil {
			return nil, "", err
		}
		if overlap(from, on) {
			how += ", on some of what is judged here: this flatters"
		}
		return out, how + ", with lambda " + table.Exact(lambda), nil
	}
	var lambdas []float64
	for _, s := range servicesOf(on) {
		own := func(r row) bool { return r.Repo == s }
		lambda, err := p.apply(slices.DeleteFunc(slices.Clone(from), own), on, own, out)
		if err != nil {
			return nil, "", fmt.Errorf("without %s: %w", s, err)
		}
		lambdas = append(lambdas, lambda)
	}
	how += ", without the service that is judged, with lambda " + table.Exact(slices.Min(lambdas))
	if high := slices.Max(lambdas); high > slices.Min(lambdas) {
		how += " to " + table.Exact(high)
	}
	return out, how, nil
}

// apply fits a model on from, sets out for those of on that are asked for, and returns lambda.
func (p *predictor) apply(from, on []row, asked func(row) bool, out []float64) (float64, error) {
	m, err := logodds.Fit(casesOf(from, p.drop), p.priors.means(p.drop), p.lambda)
	if err != nil {
		return 0, err
	}
	for i, r := range on {
		if asked(r) && !r.gone() {
			out[i] = m.Probability(r.Features)
		}
	}
	return m.Lambda, nil
}

// known fails if a feature is to be dropped that neither rows nor priors have.
func (p *predictor) known(rows []row) error {
	for _, f := range p.drop {
		_, declared := p.priors.Points[f]
		if !declared && !slices.ContainsFunc(rows, func(r row) bool { return slices.Contains(r.Features, f) }) {
			return fmt.Errorf("no finding has the feature %q that is to be dropped", f)
		}
	}
	return nil
}

// overlap reports whether rows are of the same services, in part.
func overlap(a, b []row) bool {
	of := servicesOf(b)
	return slices.ContainsFunc(servicesOf(a), func(s string) bool { return slices.Contains(of, s) })
}
