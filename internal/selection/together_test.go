package selection_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/internal/selection"
)

// TestTogether holds findings with one cause to be shown as one, if they are more than a
// few, and all others by themselves, in their order.
func TestTogether(t *testing.T) {
	for _, test := range []struct {
		name   string
		keys   []string
		weight map[int]float64
		shown  []int
		behind map[int][]int
	}{
		{"none", nil, nil, nil, map[int][]int{}},
		{"alone", []string{"", "", ""}, nil, []int{0, 1, 2}, map[int][]int{}},
		{"two", []string{"a", "", "a"}, nil, []int{0, 1, 2}, map[int][]int{}},
		{"three", []string{"a", "", "a", "a"}, nil, []int{0, 1}, map[int][]int{0: {2, 3}}},
		{"the most telling one", []string{"a", "a", "a"}, map[int]float64{1: 0.5, 2: 0.5}, []int{1}, map[int][]int{1: {0, 2}}},
		{"two causes", []string{"a", "b", "a", "b", "a", "b"}, map[int]float64{4: 1}, []int{1, 4}, map[int][]int{4: {0, 2}, 1: {3, 5}}},
	} {
		causes := make([]selection.Cause, len(test.keys))
		for i, key := range test.keys {
			causes[i] = selection.Cause{Key: key, Weight: test.weight[i]}
		}
		shown, behind := selection.Together(causes)
		if diff := cmp.Diff(test.shown, shown); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
		if diff := cmp.Diff(test.behind, behind); diff != "" {
			t.Errorf("%s, behind them (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestCause holds findings to have one cause that lack the same by the same means, apart from
// those beside which others do better, unless all is asked for.
func TestCause(t *testing.T) {
	lacking := func(by string, more ...defect.Evidence) selection.Finding {
		f := selection.Finding{Category: defect.CatNoContext, Evidence: append([]defect.Evidence{defect.EvContext, defect.EvProven}, more...)}
		f.Says = defect.Statement{Kind: defect.LacksContext, AboutLine: defect.AboutLine{
			Logger: "log.Info", Would: defect.Would{Form: defect.ByBinder, Name: "log.G"}, Context: "ctx", Carried: defect.Carried{By: by},
		}}
		return f
	}
	all := []selection.Finding{lacking("mw.ID"), lacking("mw.ID"), lacking("mw.User"), lacking("mw.ID", defect.EvBeside), of(defect.CatDropped, defect.High)}
	keys := func(least defect.Confidence) (keys []string) {
		s := settings(least)
		s.Switches[defect.CatNoContext] = true
		shown, _ := s.Select(all, nil, nil)
		for _, f := range shown {
			keys = append(keys, f.Cause.Key)
		}
		return keys
	}
	got := keys(defect.High)
	if len(got) != 5 || got[0] == "" || got[0] != got[1] || got[2] == "" || got[2] == got[0] || got[3] == "" || got[3] == got[0] || got[4] != "" {
		t.Errorf("causes: %q", got)
	}
	for i, key := range keys(defect.Low) {
		if key != "" {
			t.Errorf("finding %d is shown with others although all is asked for", i)
		}
	}
	s := settings(defect.High)
	s.Switches[defect.CatNoContext] = true
	shown, _ := s.Select(all[:1], nil, nil)
	const want = "log.Info does not carry the request's context: the logger of log.G(ctx) would; mw.ID puts into it what lines say of their request; 7 other lines of the package lack it as well (nocontext)"
	if got := shown[0].Cause.With(7); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
