package defect_test

import (
	"flag"
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

// TestConfidence holds confidence to follow from the sum of the weights, whatever the
// order, and to grow with what speaks for a finding.
func TestConfidence(t *testing.T) {
	high, medium := defect.Thresholds()
	for _, ev := range defect.Evidences() {
		want := defect.Low
		switch w := ev.Weight(); {
		case w >= high:
			want = defect.High
		case w >= medium:
			want = defect.Medium
		}
		if got := defect.ConfidenceOf([]defect.Evidence{ev}); got != want {
			t.Errorf("%v alone: %v, want %v", ev, got, want)
		}
	}
	all := []defect.Evidence{defect.EvInterface, defect.EvReason, defect.EvLost}
	before := defect.ConfidenceOf(all)
	slices.Reverse(all)
	if got := defect.ConfidenceOf(all); got != before {
		t.Errorf("in another order: %v, %v before", got, before)
	}
	if got := defect.ConfidenceOf(append(all, defect.EvDeviant, defect.EvWrong)); got < before {
		t.Errorf("with more that speaks for it: %v, %v before", got, before)
	}
	if got := defect.ConfidenceOf(nil); got != defect.Low {
		t.Errorf("of nothing: %v", got)
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

// TestSet holds a confidence to be read as it is written.
func TestSet(t *testing.T) {
	for _, c := range []defect.Confidence{defect.Low, defect.Medium, defect.High} {
		var got defect.Confidence
		if err := got.Set(c.String()); err != nil || got != c {
			t.Errorf("%v: %v, %v", c, got, err)
		}
	}
	var c defect.Confidence
	if err := c.Set("hihg"); err == nil {
		t.Error("no error for a word that is none")
	}
}
