package defect

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"math"
)

// A Model gives the probability that a maintainer would act on a finding. It is additive: each
// kind of evidence, and the category, moves the log-odds by its weight. It is fitted to what readers
// said of findings in services drawn by lot, by internal/tools/field, which writes it; docs/labels says
// how, and docs/measured.md how good it is.
type Model struct {
	Intercept float64 // log-odds of a finding of which nothing is known
	// Weights are in log-odds, by the name of the evidence or, after "category:", of the
	// category. What is not named has none.
	Weights map[string]float64
	// Thresholds are the probabilities from which confidence is high, and medium.
	Thresholds struct{ High, Medium float64 }
}

//go:embed model.json
var fitted []byte

//go:embed priors.json
var declared []byte

// inForce is the model that is asked.
var inForce = Fitted()

func parseModel(data []byte) (*Model, error) {
	m := new(Model)
	if err := json.Unmarshal(data, m); err != nil {
		return nil, fmt.Errorf("model of confidence: %w", err)
	}
	return m, nil
}

// Priors returns the model that is declared with the evidence, before any label: points that
// add up, 3 for high confidence and 1 for medium. The fit begins there. What must not change with each fit asks
// it: the corpora, which hold mechanisms, and the choice between fixes.
func Priors() *Model {
	m := &Model{Weights: readPriors().Priors}
	m.Thresholds.High, m.Thresholds.Medium = probability(2.5), probability(0.5)
	return m
}

// priors are what priors.json has.
type priors struct {
	Scale  float64 // log-odds of one point
	Priors map[string]float64
}

func readPriors() priors {
	var p priors
	if err := json.Unmarshal(declared, &p); err != nil {
		panic(err) // embedded, and read by a test
	}
	return p
}

// completed gives each kind of evidence that no fit has seen yet the points that are declared
// with it: what a fit without labels would give it.
func completed(m *Model) *Model {
	p := readPriors()
	for name, points := range p.Priors {
		if _, seen := m.Weights[name]; !seen {
			m.Weights[name] = p.Scale * points
		}
	}
	return m
}

// points is the model that is declared.
var points = Priors()

// ByPoints returns the confidence that the declared points give: see [Priors].
func ByPoints(c Category, evidence []Evidence) Confidence { return points.ConfidenceOf(c, evidence) }

// Fitted returns the model that is built in.
func Fitted() *Model { return completed(must(parseModel(fitted))) }

// Use puts a model in force until restore is called. It is for tests.
func Use(m *Model) (restore func()) {
	before := inForce
	inForce = m
	return func() { inForce = before }
}

// must is for what is embedded, and read by a test.
func must(m *Model, err error) *Model {
	if err != nil {
		panic(err)
	}
	return m
}

// Probability returns the share of findings of a category with such evidence that a maintainer
// would act on, from 0 to 1.
func (m *Model) Probability(c Category, evidence []Evidence) float64 {
	odds := m.Intercept + m.Weights[featureOf(c)]
	for _, ev := range evidence {
		odds += m.Weights[ev.String()]
	}
	return probability(odds)
}

// ConfidenceOf names the probability.
func (m *Model) ConfidenceOf(c Category, evidence []Evidence) Confidence {
	switch p := m.Probability(c, evidence); {
	case p >= m.Thresholds.High:
		return High
	case p >= m.Thresholds.Medium:
		return Medium
	}
	return Low
}

// featureOf is how a category is named in a model.
func featureOf(c Category) string { return "category:" + string(c) }

// probability returns the probability whose log-odds are given.
func probability(odds float64) float64 { return 1 / (1 + math.Exp(-odds)) }

// Probability returns the probability that a maintainer would act on a finding of a category
// with such evidence, from 0 to 1.
func Probability(c Category, evidence []Evidence) float64 { return inForce.Probability(c, evidence) }

// ConfidenceOf returns the confidence that evidence gives a finding of a category.
func ConfidenceOf(c Category, evidence []Evidence) Confidence {
	return inForce.ConfidenceOf(c, evidence)
}

// Least returns the least probability that a finding of a confidence has.
func Least(c Confidence) float64 {
	switch c {
	case High:
		return inForce.Thresholds.High
	case Medium:
		return inForce.Thresholds.Medium
	}
	return 0
}

// Weight returns what the evidence moves the log-odds of a finding by.
func (ev Evidence) Weight() float64 { return inForce.Weights[ev.String()] }

// Weight returns what the category moves the log-odds of a finding by.
func (c Category) Weight() float64 { return inForce.Weights[featureOf(c)] }

// Intercept returns the log-odds of a finding of which nothing is known.
func Intercept() float64 { return inForce.Intercept }
