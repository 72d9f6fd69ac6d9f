package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/loglint/loglint/internal/tools/field/logodds"
)

// madeUp makes rows of n services, each with so many labels, by the lots of a seed. Half the
// services are for building, half for validation.
func madeUp(seed uint64, n, labels int) []row {
	lots := rand.New(rand.NewPCG(seed, 1))
	truth := logodds.Model{Intercept: -2, Weights: map[string]float64{"outside": 2, "reason": -2, "category:dropped": 1}}
	var out []row
	for s := range n {
		for i := range labels {
			var r row
			r.Repo, r.Use = fmt.Sprintf("o/s%02d", s), uses[s%2]
			r.Place = at(i+1, 1, []string{"dropped", "discarded"}[lots.IntN(2)])
			r.Features = []string{category(r.Category)}
			for _, f := range []string{"outside", "reason", "harness"} {
				if lots.IntN(3) == 0 {
					r.Features = append(r.Features, f)
				}
			}
			r.Weight, r.Match, r.Verdict = 1+float64(lots.IntN(5)), "exact", verdictFine
			if p := truth.Probability(r.Features); lots.Float64() < p {
				r.Verdict = verdictAct
			} else if lots.IntN(10) == 0 {
				r.Verdict = verdictWrong
			}
			out = append(out, r)
		}
	}
	return out
}

func predict(t *testing.T, p predictor, all, on []row) []float64 {
	t.Helper()
	out, _, err := p.predict(all, on)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestLeaveOut turns all that was said of a service round: what is predicted of it by models without
// it stays what it is, to the last bit, and lambda, too. What is predicted of others does not.
func TestLeaveOut(t *testing.T) {
	rows := madeUp(1, 6, 40)
	turned := slices.Clone(rows)
	for i := range turned {
		if r := &turned[i]; r.Repo == "o/s02" {
			r.Verdict = map[bool]string{true: verdictFine, false: verdictAct}[r.act()]
			r.Weight *= 3
			r.Features = append(slices.Clone(r.Features), "only here")
		}
	}
	all := []string{"building", "validation"}
	for _, lambda := range []float64{4, 0} {
		p := predictor{fit: all, leave: true, lambda: lambda}
		a, b := predict(t, p, rows, rows), predict(t, p, turned, turned)
		for i, r := range rows {
			if own := r.Repo == "o/s02"; own && a[i] != b[i] {
				t.Fatalf("lambda %v: %s knows of itself: %v, and %v when it is turned", lambda, r.Repo, a[i], b[i])
			} else if !own && a[i] == b[i] {
				t.Fatalf("lambda %v: %s does not know of the others", lambda, r.Repo)
			}
		}
		p.leave = false
		a, b = predict(t, p, rows, rows), predict(t, p, turned, turned)
		if i := slices.IndexFunc(rows, func(r row) bool { return r.Repo == "o/s02" }); a[i] == b[i] {
			t.Errorf("lambda %v: fitted with it, it makes no difference", lambda)
		}
	}
}

// TestLabelsCountOnce predicts the same to the last bit whatever number of findings labels stand for: a
// fit that counted them would not.
func TestLabelsCountOnce(t *testing.T) {
	rows := madeUp(6, 6, 40)
	heavier := slices.Clone(rows)
	for i := range heavier {
		heavier[i].Weight *= float64(1 + i%7)
	}
	for _, lambda := range []float64{4, 0} {
		p := predictor{fit: []string{"building"}, lambda: lambda}
		if diff := cmp.Diff(predict(t, p, rows, rows), predict(t, p, heavier, rows)); diff != "" {
			t.Errorf("lambda %v: %s", lambda, diff)
		}
	}
}

// TestFitOn fits on the rows that it is told to, and not on those that are gone.
func TestFitOn(t *testing.T) {
	rows := madeUp(2, 6, 40)
	building, err := ofUse(rows, []string{"building"})
	if err != nil {
		t.Fatal(err)
	}
	m, err := logodds.Fit(casesOf(building, nil), nil, 4)
	if err != nil {
		t.Fatal(err)
	}
	lost := madeUp(3, 1, 30)
	for i := range lost {
		lost[i].Match, lost[i].Features, lost[i].Verdict = gone, nil, verdictAct
	}
	validation, err := ofUse(rows, []string{"validation"})
	if err != nil {
		t.Fatal(err)
	}
	validation[0].Match, validation[0].Features = gone, nil
	got := predict(t, predictor{fit: []string{"building"}, lambda: 4}, slices.Concat(rows, lost), validation)
	want := make([]float64, len(validation))
	for i, r := range validation[1:] {
		want[i+1] = m.Probability(r.Features)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if _, _, err := (&predictor{fit: []string{"final"}}).predict(rows, rows); err == nil {
		t.Error("a fit on nothing")
	}
}

// TestDrop predicts the same of what differs in the dropped feature only, and knows a feature that
// is none.
func TestDrop(t *testing.T) {
	rows := madeUp(4, 6, 40)
	with, bare := rows[0], rows[0]
	with.Features, bare.Features = []string{"category:dropped", "outside"}, []string{"category:dropped"}
	p := predictor{fit: []string{"building"}, lambda: 4, priors: priors{Scale: 1, Points: map[string]float64{"outside": 3, "rare": 1}}}
	got := predict(t, p, rows, []row{with, bare})
	if got[0] <= got[1] {
		t.Errorf("outside adds nothing: %v", got)
	}
	p.drop = []string{"outside", "rare"}
	if got = predict(t, p, rows, []row{with, bare}); got[0] != got[1] {
		t.Errorf("what is dropped counts: %v", got)
	}
	p.drop = []string{"outsid"}
	if _, _, err := p.predict(rows, rows); err == nil || !strings.Contains(err.Error(), `"outsid"`) {
		t.Errorf("%v", err)
	}
}

// TestModelFile writes a model, reads it, and writes another in its place, which keeps the thresholds.
func TestModelFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "model.json")
	at, err := thresholdsIn(file)
	if err != nil || at != defaultThresholds {
		t.Fatalf("without a file: %v, %v", at, err)
	}
	m := &logodds.Model{Intercept: -1.23456, Weights: map[string]float64{"outside": 2.00049, "category:dropped": -0.0001}}
	if err := newModel(m, fittedOn{Act: 2, Labels: 9, Services: 3}, thresholds{High: 0.55, Medium: 0.2}).write(file); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want := `{
	"fitted_on": {
		"act": 2,
		"labels": 9,
		"services": 3
	},
	"form": 1,
	"intercept": -1.235,
	"thresholds": {
		"high": 0.55,
		"medium": 0.2
	},
	"weights": {
		"category:dropped": 0,
		"outside": 2
	}
}
`
	if diff := cmp.Diff(want, string(text)); diff != "" {
		t.Error(diff)
	}
	if at, err = thresholdsIn(file); err != nil || at != (thresholds{High: 0.55, Medium: 0.2}) {
		t.Errorf("%v, %v", at, err)
	}
	rows := madeUp(5, 2, 5)
	read, err := readModel(file)
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range predict(t, predictor{model: read}, nil, rows) {
		if want := read.odds().Probability(rows[i].Features); p != want {
			t.Errorf("%v, want %v", p, want)
		}
	}
	if err := os.WriteFile(file, []byte(`{"form": 2}`), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := thresholdsIn(file); err == nil || !strings.Contains(err.Error(), "form 2") {
		t.Errorf("%v", err)
	}
}

// TestPriors reads a file of priors.
func TestPriors(t *testing.T) {
	dir := write(t, map[string]string{"good": `{"scale": 0.5, "priors": {"a": 2, "b": -3}}`, "none": `{"priors": {}}`, "typo": `{"scale": 1, "prior": {}}`})
	p, err := readPriors(filepath.Join(dir, "good"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(map[string]float64{"a": 1}, p.means([]string{"b"})); diff != "" {
		t.Error(diff)
	}
	for _, bad := range []string{"none", "typo"} {
		if _, err := readPriors(filepath.Join(dir, bad)); err == nil {
			t.Errorf("%s is read", bad)
		}
	}
}
