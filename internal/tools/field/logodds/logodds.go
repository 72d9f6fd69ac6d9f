// Package logodds fits additive models of a probability: its log-odds are an intercept and a
// weight for each feature that a case has. Weights are held to what was thought of them before,
// so that one of a feature that few cases have stays near that, and none is infinite.
package logodds

import (
	"maps"
	"math"
)

// A Case is one observation. Each counts as much as any other.
type Case struct {
	Group    string   // what it was seen in: cases of a group are alike
	Features []string // each once
	Yes      bool
}

// A Model is what is fitted to cases. Weights and the intercept are log-odds.
type Model struct {
	Intercept float64
	Weights   map[string]float64 // by feature
	Lambda    float64            // how strongly weights were held to their priors
}

// Probability returns the probability, between 0 and 1, of a case with these features. One that has no
// weight adds nothing.
func (m *Model) Probability(features []string) float64 {
	return logistic(m.odds(features))
}

// odds returns the log-odds of a case with these features.
func (m *Model) odds(features []string) float64 {
	x := m.Intercept
	for _, f := range features {
		x += m.Weights[f]
	}
	return x
}

// logistic turns log-odds into a probability.
func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// Fit fits a model to cases. Prior is what the weights of features are thought to be, in log-odds,
// 0 for those that it does not have; the model has a weight for all that cases or prior have. If
// lambda is 0 it is chosen by leaving groups out.
//
// It fails unless some cases are yes and some are no, and, where it is to choose lambda, without each
// of the groups. It also fails for a lambda that is too small for the cases.
func Fit(cases []Case, prior map[string]float64, lambda float64) (*Model, error) {
	d := newDesign(cases, prior)
	all := d.examples(cases)
	if lambda == 0 {
		var err error
		if lambda, err = d.choose(all); err != nil {
			return nil, err
		}
	}
	beta, err := d.train(all, lambda, nil)
	if err != nil {
		return nil, err
	}
	m := &Model{Intercept: beta[0], Weights: make(map[string]float64), Lambda: lambda}
	for i, name := range d.names[1:] {
		m.Weights[name] = beta[i+1]
	}
	return m, nil
}

// Extend returns m with weights for the features of cases that it has none for, fitted to the
// cases, while its own weights and intercept stay as they are: what has been shown of them holds on. Prior
// and lambda are as in [Fit], but that lambda has to be given. A model all of whose features have
// weights comes back as it is.
func Extend(m *Model, cases []Case, prior map[string]float64, lambda float64) (*Model, error) {
	out := &Model{Intercept: m.Intercept, Weights: maps.Clone(m.Weights), Lambda: lambda}
	added := make([]Case, len(cases))
	for i, c := range cases {
		added[i] = c
		added[i].Features = nil
		for _, f := range c.Features {
			if _, known := m.Weights[f]; !known {
				added[i].Features = append(added[i].Features, f)
			}
		}
	}
	fresh := make(map[string]float64)
	for f, w := range prior {
		if _, known := m.Weights[f]; !known {
			fresh[f] = w
		}
	}
	d := newDesign(added, fresh)
	d.held = true
	all := d.examples(added)
	for i, c := range cases {
		all[i].base = m.odds(c.Features)
	}
	beta, err := d.train(all, lambda, nil)
	if err != nil {
		return nil, err
	}
	for i, name := range d.names[1:] {
		out.Weights[name] = beta[i+1]
	}
	return out, nil
}
