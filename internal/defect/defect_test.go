package defect_test

import (
	"flag"
	"math"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/passes/missingctx"
	"github.com/loglint/loglint/passes/nolog"
	"github.com/loglint/loglint/passes/swallowederr"
)

// TestPass holds each category to be a switch of the pass that it names, and each
// switch to be a category.
func TestPass(t *testing.T) {
	n := 0
	for _, a := range []*analysis.Analyzer{missingctx.Analyzer, nolog.Analyzer, swallowederr.Analyzer} {
		a.Flags.VisitAll(func(f *flag.Flag) {
			n++
			if got := defect.Category(f.Name).Pass(); got != a.Name {
				t.Errorf("%s is of %s, and a switch of %s", f.Name, got, a.Name)
			}
		})
	}
	if n != 14 {
		t.Errorf("%d categories, want 14", n)
	}
}

// TestModels holds both models that are built in to name only categories and evidence that
// there are, and to have thresholds in their order.
func TestModels(t *testing.T) {
	names := make(map[string]bool)
	for _, ev := range defect.Evidences() {
		if names[ev.String()] || ev.String() == "" {
			t.Errorf("evidence %d has the name %q", ev, ev)
		}
		names[ev.String()] = true
	}
	for _, a := range []*analysis.Analyzer{missingctx.Analyzer, nolog.Analyzer, swallowederr.Analyzer} {
		a.Flags.VisitAll(func(f *flag.Flag) { names["category:"+f.Name] = true })
	}
	for name, m := range map[string]*defect.Model{"declared": defect.Priors(), "fitted": defect.Fitted()} {
		if th := m.Thresholds; !(0 < th.Medium && th.Medium < th.High && th.High < 1) {
			t.Errorf("%s: thresholds %v", name, th)
		}
		for feature := range m.Weights {
			if !names[feature] {
				t.Errorf("%s: no evidence and no category is named %q", name, feature)
			}
		}
	}
}

// TestProbability holds probability to follow from the sum of the weights, whatever the order, and
// confidence from its thresholds.
func TestProbability(t *testing.T) {
	m := &defect.Model{Intercept: -1, Weights: map[string]float64{"category:dropped": 0.5, "stores": 2, "reason": -3}}
	m.Thresholds.High, m.Thresholds.Medium = 0.6, 0.25
	for _, test := range []struct {
		evidence []defect.Evidence
		want     float64
		named    defect.Confidence
	}{
		{nil, 1 / (1 + math.Exp(0.5)), defect.Medium},
		{[]defect.Evidence{defect.EvStores}, 1 / (1 + math.Exp(-1.5)), defect.High},
		{[]defect.Evidence{defect.EvReason, defect.EvStores}, 1 / (1 + math.Exp(1.5)), defect.Low},
		{[]defect.Evidence{defect.EvStores, defect.EvReason}, 1 / (1 + math.Exp(1.5)), defect.Low},
		{[]defect.Evidence{defect.EvSlip}, 1 / (1 + math.Exp(0.5)), defect.Medium}, // of no weight
	} {
		if got := m.Probability(defect.CatDropped, test.evidence); math.Abs(got-test.want) > 1e-9 {
			t.Errorf("%v: %v, want %v", test.evidence, got, test.want)
		}
		if got := m.ConfidenceOf(defect.CatDropped, test.evidence); got != test.named {
			t.Errorf("%v: %v, want %v", test.evidence, got, test.named)
		}
	}
}

// TestProven holds a line that lacks its context, and does not say which thing it is about, to be shown by
// default where the context is known to carry something, whatever else is seen of it, and not elsewhere.
func TestProven(t *testing.T) {
	m := defect.Fitted()
	for _, c := range []defect.Category{defect.CatNoContext, defect.CatBackground, defect.CatHelper} {
		for _, evidence := range [][]defect.Evidence{
			{defect.EvContext},
			{defect.EvContext, defect.EvServed},
			{defect.EvContext, defect.EvDeviant, defect.EvMostly},
			{defect.EvContext, defect.EvDeviant, defect.EvBeside},
			{defect.EvContext, defect.EvHandler, defect.EvServed},
			{defect.EvRequest},
			{defect.EvRequest, defect.EvHandler},
		} {
			if m.ConfidenceOf(c, evidence) == defect.High {
				t.Errorf("%s, %v: shown without proof", c, evidence)
			}
			if proven := append(slices.Clone(evidence), defect.EvProven); m.ConfidenceOf(c, proven) != defect.High {
				t.Errorf("%s, %v: %.2f, and not shown", c, proven, m.Probability(c, proven))
			}
		}
	}
}

// TestCarries holds proof to weigh less where a line says which thing it is about, or is for
// developers, and nowhere else.
func TestCarries(t *testing.T) {
	m := defect.Fitted()
	trace := defect.Carried{By: "otelhttp.NewHandler", Trace: true}
	id := defect.Carried{By: "mw.RequestID", Fields: []string{"request_id"}}
	for _, test := range []struct {
		carried defect.Carried
		line    []defect.Evidence
		want    defect.Evidence
	}{
		{id, []defect.Evidence{defect.EvContext, defect.EvFailing}, defect.EvProven},
		{id, []defect.Evidence{defect.EvContext}, defect.EvProven},
		{id, []defect.Evidence{defect.EvContext, defect.EvFailing, defect.EvNames}, defect.EvCarries},
		{id, []defect.Evidence{defect.EvContext, defect.EvDebug}, defect.EvCarries},
		{trace, []defect.Evidence{defect.EvContext, defect.EvNames}, defect.EvTraced},
	} {
		if got := test.carried.Evidence(test.line); got != test.want {
			t.Errorf("%v: %v, want %v", test.line, got, test.want)
		}
		shown := m.ConfidenceOf(defect.CatNoContext, append(slices.Clone(test.line), test.want)) == defect.High
		if shown != (test.want == defect.EvProven) {
			t.Errorf("%v with %v: shown: %v", test.line, test.want, shown)
		}
	}
}

// TestRaised holds only evidence of a shape to be raised, and the evidence itself to stay
// as it was.
func TestRaised(t *testing.T) {
	evidence := []defect.Evidence{defect.EvShape, defect.EvLost}
	raised, ok := defect.Raised(evidence)
	if !ok || !slices.Equal(raised, []defect.Evidence{defect.EvInferred, defect.EvLost}) {
		t.Errorf("raised: %v, %v", raised, ok)
	}
	if evidence[0] != defect.EvShape {
		t.Error("the evidence was changed in its place")
	}
	if _, ok := defect.Raised([]defect.Evidence{defect.EvOutside}); ok {
		t.Error("what is no shape was raised")
	}
}

// TestThreshold holds a threshold to be read as it is written, names and numbers, and what is
// neither to be refused.
func TestThreshold(t *testing.T) {
	for text, want := range map[string]float64{
		"high": defect.Least(defect.High), "medium": defect.Least(defect.Medium), "low": 0, "0": 0, "0.4": 0.4, "1": 1,
	} {
		var got defect.Threshold
		if err := got.Set(text); err != nil || got.Least() != want || got.String() != text {
			t.Errorf("%s: %v %v, %v", text, &got, got.Least(), err)
		}
	}
	for _, text := range []string{"hihg", "", "1.1", "-0.1", "40%", "NaN"} {
		var got defect.Threshold
		if err := got.Set(text); err == nil {
			t.Errorf("no error for %q", text)
		}
	}
}
