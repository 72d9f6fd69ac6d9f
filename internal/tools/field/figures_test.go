package main

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/loglint/loglint/internal/tools/field/table"
)

// judged makes an evaluation of rows, each as service, verdict, weight and probability; one of
// probability -1 is gone.
func judged(all ...judgedRow) *evaluation {
	var rows []row
	var p []float64
	for _, j := range all {
		var r row
		r.Repo, r.Verdict, r.Weight, r.Match = j.service, j.verdict, j.weight, "exact"
		if j.p < 0 {
			r.Match, j.p = gone, 0
		}
		rows = append(rows, r)
		p = append(p, j.p)
	}
	return newEvaluation(rows, p)
}

type judgedRow struct {
	service, verdict string
	weight, p        float64
}

// small is worked out by hand below.
func small() *evaluation {
	return judged(
		judgedRow{"a", "act", 1, 0.9},
		judgedRow{"a", "fine", 2, 0.7},
		judgedRow{"a", "act", 3, 0.4},
		judgedRow{"b", "wrong", 1, 0.7},
		judgedRow{"b", "act", 2, 0.7},
		judgedRow{"b", "fine", 11, 0.1},
		judgedRow{"b", "act", 4, -1},
	)
}

// TestFigures holds figures to what they are by hand: weights count, and what is gone counts as missed.
func TestFigures(t *testing.T) {
	e := small()
	want := func(what string, got, want float64) {
		t.Helper()
		if !same(got, want) {
			t.Errorf("%s is %v, want %v", what, got, want)
		}
	}
	shown := above(0.5)
	want("base rate", e.share(isAct, reported).Value, 6./20)
	want("precision", e.share(isAct, shown).Value, 3./6)
	want("wrong", e.share(isWrong, shown).Value, 1./6)
	want("recall", e.share(shown, isAct).Value, 3./10)
	want("precision from what is exactly there", e.share(isAct, above(0.9)).Value, 1)
	want("precision of nothing", e.share(isAct, above(0.95)).Value, math.NaN())
	want("recall of what is gone", e.share(above(0), isAct).Value, 6./10)
	want("Brier", e.brier().Value, (1*0.01+2*0.49+3*0.36+1*0.49+2*0.09+11*0.01)/20)
	want("log loss", e.logLoss().Value, -(math.Log(0.9)+2*math.Log(0.3)+3*math.Log(0.4)+math.Log(0.3)+2*math.Log(0.7)+11*math.Log(0.9))/20)
	// Act of weight 1 beats 14, 3 beats 11, 2 beats 11 and ties with 3.
	want("AUC", e.auc().Value, (1*14+3*11+2*(11+1.5))/(6.*14))
	got, ok := e.lowest(0.6)
	if want("the lowest with 0.6, from which on 6 of 9 are act,", got, 0.101); !ok {
		t.Error("there is none")
	}
	got, _ = e.lowest(0.7)
	want("the lowest with 0.7, from which on 3 of 6 are not enough,", got, 0.701)
	if _, ok := judged(judgedRow{"a", "fine", 1, 0.9}).lowest(0.6); ok {
		t.Error("nothing is act, and there is a threshold")
	}
}

// TestFirst reads ten findings of each service, the last label or tie in part.
func TestFirst(t *testing.T) {
	e := judged(
		judgedRow{"a", "act", 4, 0.9},
		judgedRow{"a", "fine", 4, 0.8}, // of these two, 6 of 8 are read, and half of them are act
		judgedRow{"a", "act", 4, 0.8},
		judgedRow{"a", "act", 50, 0.7},
		judgedRow{"b", "act", 1, 0.6},
		judgedRow{"b", "fine", 3, 0.6},
		judgedRow{"b", "act", 1, 0.2}, // not shown
		judgedRow{"b", "act", 2, -1},
		judgedRow{"c", "act", 2, 0.1}, // nothing is shown, and something is there
		judgedRow{"d", "fine", 2, 0.9},
	)
	precision, attained := e.first(above(0.5))
	if want := (7./10 + 1./4 + 0) / 3; !same(precision.Value, want) {
		t.Errorf("precision %v, want %v", precision.Value, want)
	}
	if want := (7./10 + 1./4 + 0) / 3; !same(attained.Value, want) { // of 10, of 4, of 2
		t.Errorf("attained %v, want %v", attained.Value, want)
	}
}

// TestAUCResampled holds the interval of the AUC to that of services which are all alike: it has no
// width. Where one is not, it has.
func TestAUCResampled(t *testing.T) {
	var all []judgedRow
	for _, s := range []string{"a", "b", "c", "d"} {
		all = append(all, judgedRow{s, "act", 1, 0.8}, judgedRow{s, "act", 1, 0.3}, judgedRow{s, "fine", 2, 0.5}, judgedRow{s, "fine", 1, 0.1})
	}
	f := judged(all...).auc()
	if want := (3. + 1) / 6; !same(f.Value, want) || !same(f.Low, want) || !same(f.High, want) {
		t.Errorf("%v, want %v", f, want)
	}
	all = append(all, judgedRow{"e", "act", 5, 0.7}, judgedRow{"e", "fine", 5, 0.2})
	if f := judged(all...).auc(); !(f.Low < f.Value && f.Value < f.High) {
		t.Errorf("%v", f)
	}
}

// TestCalibration cuts a hundred labels into ten, and keeps ties together.
func TestCalibration(t *testing.T) {
	var all []judgedRow
	for i := range 100 {
		j := judgedRow{"a", "fine", 1, float64(i) / 1000}
		if i >= 45 && i < 75 { // three tenths and two halves
			j.p = 0.045
		}
		if i%10 == 9 {
			j.verdict, j.weight = "act", 9
		}
		all = append(all, j)
	}
	var got []string
	for _, r := range judged(all...).calibration().Rows {
		got = append(got, strings.Join(r, " "))
	}
	want := []string{
		"0.000–0.009 10 18 1 % 50 %",
		"0.010–0.019 10 18 2 % 50 %",
		"0.020–0.029 10 18 3 % 50 %",
		"0.030–0.039 10 18 4 % 50 %",
		"0.040–0.045 35 59 4 % 46 %",
		"0.075–0.079 5 13 8 % 69 %",
		"0.080–0.089 10 18 9 % 50 %",
		"0.090–0.099 10 18 10 % 50 %",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestReport prints the same twice, with what belongs in it; roles and levels only if rows have them.
func TestReport(t *testing.T) {
	text := func(rows []row) string {
		t.Helper()
		p := predictor{fit: []string{"building"}, lambda: 4}
		probabilities, how, err := p.predict(rows, rows)
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if err := table.Write(&out, true, newEvaluation(rows, probabilities).report(how, 0)...); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	rows := madeUp(6, 6, 60)
	once := text(rows)
	if diff := cmp.Diff(once, text(rows)); diff != "" {
		t.Errorf("not the same twice:\n%s", diff)
	}
	for _, want := range []string{"| AUC |", "| 0.750 |", "this flatters", "| discarded |", "| o/s05 | validation | 60 |"} {
		if !strings.Contains(once, want) {
			t.Errorf("%q is not in\n%s", want, once)
		}
	}
	for _, never := range []string{"By role", "by level", "gone"} {
		if strings.Contains(once, never) {
			t.Errorf("%q is in\n%s", never, once)
		}
	}
	for i := range rows {
		rows[i].Stratum = []string{"high", "medium", "low"}[i%3]
	}
	rows[5].Role = "worker"
	rows[7].Match, rows[7].Features = gone, nil
	more := text(rows)
	for _, want := range []string{"| worker | 1 |", "| medium+ | 240 |", "| low+ | 360 |", "| gone: labels | 1 |"} {
		if !strings.Contains(more, want) {
			t.Errorf("%q is not in\n%s", want, more)
		}
	}
}
