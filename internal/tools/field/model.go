package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"slices"

	"github.com/loglint/loglint/internal/tools/field/logodds"
)

// modelForm is the form of model files that this command reads and writes.
const modelForm = 1

// A model says how likely a finding is worth acting on. Its fields stand in the order of their
// names, as they do in the file.
type model struct {
	FittedOn   fittedOn           `json:"fitted_on"`
	Form       int                `json:"form"`
	Intercept  float64            `json:"intercept"` // log-odds of a finding without features
	Thresholds thresholds         `json:"thresholds"`
	Weights    map[string]float64 `json:"weights"` // log-odds that a feature adds
}

// fittedOn counts what a model was fitted on.
type fittedOn struct {
	Act      int `json:"act"` // of the labels
	Labels   int `json:"labels"`
	Services int `json:"services"`
}

// thresholds are the probabilities from which a finding is of high and of medium confidence.
// Fitting does not change them.
type thresholds struct {
	High   float64 `json:"high"`
	Medium float64 `json:"medium"`
}

var defaultThresholds = thresholds{High: 0.6, Medium: 0.25}

// newModel returns a model as it is written to a file.
func newModel(m *logodds.Model, on fittedOn, at thresholds) *model {
	return &model{FittedOn: on, Form: modelForm, Intercept: m.Intercept, Thresholds: at, Weights: m.Weights}
}

// odds returns what predicts.
func (m *model) odds() *logodds.Model {
	return &logodds.Model{Intercept: m.Intercept, Weights: m.Weights}
}

// readModel reads a model file.
func readModel(file string) (*model, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	m := &model{Thresholds: defaultThresholds}
	if err := json.Unmarshal(data, m); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	if m.Form != modelForm {
		return nil, fmt.Errorf("%s: a model of form %d, not %d", file, m.Form, modelForm)
	}
	return m, nil
}

// thresholdsIn returns the thresholds of a model file, or what they are if there is none.
func thresholdsIn(file string) (thresholds, error) {
	m, err := readModel(file)
	if errors.Is(err, fs.ErrNotExist) {
		return defaultThresholds, nil
	}
	if err != nil {
		return thresholds{}, err
	}
	return m.Thresholds, nil
}

// write writes the model to a file, with its weights and intercept to three decimals.
func (m *model) write(file string) error {
	out := *m
	out.Intercept, out.Weights = rounded(m.Intercept), make(map[string]float64)
	for name, w := range m.Weights {
		out.Weights[name] = rounded(w)
	}
	data, err := json.MarshalIndent(out, "", "\t")
	if err != nil {
		return err
	}
	return os.WriteFile(file, append(data, '\n'), 0o644)
}

// rounded returns x to three decimals, and 0 in place of minus 0.
func rounded(x float64) float64 { return math.Round(x*1000)/1000 + 0 }

// priors say what is thought of weights before any label is seen.
type priors struct {
	Scale  float64            `json:"scale"`  // log-odds of one point
	Points map[string]float64 `json:"priors"` // by feature
}

// means returns the weights that features have without labels, in log-odds, but for those that
// are dropped. It is 0 for those of which nothing is declared.
func (p priors) means(drop []string) map[string]float64 {
	out := make(map[string]float64)
	for name, points := range p.Points {
		if !slices.Contains(drop, name) {
			out[name] = p.Scale * points
		}
	}
	return out
}

// readPriors reads a file of priors. One without a scale is an error.
func readPriors(file string) (priors, error) {
	var p priors
	data, err := os.ReadFile(file)
	if err != nil {
		return p, err
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&p); err != nil {
		return p, fmt.Errorf("%s: %w", file, err)
	}
	if !(p.Scale > 0) {
		return p, fmt.Errorf("%s: the scale is %v, and must be above 0", file, p.Scale)
	}
	return p, nil
}
