package main

import (
	"math"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestProblems has one label for each thing that can be wrong with one.
func TestProblems(t *testing.T) {
	ledger := map[string]service{"a/one": {Use: "building", Commit: "c1", Directory: "."}}
	good := label{
		drawn:     drawn{Repo: "a/one", Commit: "c1", Place: at(1, 1, "dropped"), Size: 5, Drawn: 2},
		judgement: judgement{Verdict: "act", Sev: 3},
		at:        "l:1",
	}
	for _, test := range []struct {
		name  string
		spoil func(l *label)
		want  string
	}{
		{"good", func(*label) {}, ""},
		{"repository", func(l *label) { l.Repo = "a/two" }, `does not name "a/two"`},
		{"commit", func(l *label) { l.Commit = "c2" }, `at "c2" here, and at "c1" in the ledger`},
		{"line", func(l *label) { l.Line = 0 }, "is no place"},
		{"category", func(l *label) { l.Category = "" }, "is no place"},
		{"no stratum", func(l *label) { l.Size, l.Drawn = 0, 0 }, "has no weight"},
		{"stratum", func(l *label) { l.Drawn = 6 }, "6 drawn of a stratum of 5"},
		{"verdict", func(l *label) { l.Verdict = "maybe" }, `is "maybe"`},
		{"no verdict", func(l *label) { l.Verdict = "" }, `is ""`},
		{"severity", func(l *label) { l.Sev = 4 }, "is 4"},
		{"negative severity", func(l *label) { l.Sev = -1 }, "is -1"},
		{"second", func(l *label) { l.Second = &judgement{Verdict: "good", Reader: "B"} }, `of reader B is "good"`},
	} {
		l := good
		test.spoil(&l)
		got := problems([]label{l}, ledger)
		if test.want == "" && len(got) > 0 || test.want != "" && (len(got) != 1 || !strings.Contains(got[0], test.want)) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
	other := good
	other.Col, other.at = 2, "l:2"
	again := good
	again.at, again.Verdict = "l:3", "fine"
	want := []string{"l:3: a/one a.go:1:1 (dropped) was labelled before, at l:1"}
	if diff := cmp.Diff(want, problems([]label{good, other, again}, ledger)); diff != "" {
		t.Error(diff)
	}
}

// TestReadLedgerErrors has ledgers that are none.
func TestReadLedgerErrors(t *testing.T) {
	for text, want := range map[string]string{
		"":                                      "the first line",
		"a/one\tbuilding\tc\t.\n":               "the first line",
		ledgerHeader + "\na/one\tbuilding\tc\n": "3 columns",
		ledgerHeader + "\na/one\tbuild\tc\t.\n": `"build"`,
		ledgerHeader + "\na/one\tfinal\tc\t.\n# or\n\na/one\tfinal\tc\t.\n\n": "named twice",
	} {
		_, err := readLedger(filepath.Join(write(t, map[string]string{"l.tsv": text}), "l.tsv"))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}

// TestAgreement has tables whose kappa is known.
func TestAgreement(t *testing.T) {
	pairs := func(n int, a, b string) [][2]string {
		var out [][2]string
		for range n {
			out = append(out, [2]string{a, b})
		}
		return out
	}
	all := func(lists ...[][2]string) (out [][2]string) {
		for _, l := range lists {
			out = append(out, l...)
		}
		return out
	}
	// Cohen's kappa of 20, 5, 10, 15 is 0.4: 0.7 agreed, 0.5 by chance.
	known := all(pairs(20, "act", "act"), pairs(5, "act", "fine"), pairs(10, "fine", "act"), pairs(15, "wrong", "fine"))
	three := all(pairs(10, "act", "act"), pairs(10, "fine", "fine"), pairs(10, "wrong", "wrong"), pairs(15, "fine", "wrong"))
	for _, test := range []struct {
		name       string
		pairs      [][2]string
		kinds      []string
		raw, kappa float64
	}{
		{"known", known, []string{"act", "not"}, 0.7, 0.4},
		{"full", all(pairs(3, "act", "act"), pairs(4, "fine", "fine")), verdicts, 1, 1},
		{"opposite", all(pairs(5, "act", "fine"), pairs(5, "fine", "act")), verdicts, 0, -1},
		// 10/45*10/45 + 25/45*10/45 + 10/45*25/45 by chance
		{"three", three, verdicts, 2. / 3, (2./3 - 600./2025) / (1 - 600./2025)},
		{"one verdict", pairs(3, "act", "act"), verdicts, 1, math.NaN()},
		{"none", nil, verdicts, math.NaN(), math.NaN()},
	} {
		raw, kappa := cross(test.pairs, test.kinds).agreement()
		if !same(raw, test.raw) || !same(kappa, test.kappa) {
			t.Errorf("%s: %v and %v, want %v and %v", test.name, raw, kappa, test.raw, test.kappa)
		}
	}
}

// same reports whether numbers are the same but for rounding, or both undefined.
func same(a, b float64) bool {
	return math.IsNaN(a) && math.IsNaN(b) || math.Abs(a-b) < 1e-9
}
