package selection_test

import (
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/internal/selection"
)

func TestMain(m *testing.M) {
	defect.Use(defect.Priors())
	os.Exit(m.Run())
}

// settings are those of swallowederr with all switches on.
func settings(c defect.Confidence) selection.Settings {
	return selection.Settings{
		Pass:     "swallowederr",
		Switches: map[defect.Category]bool{defect.CatDropped: true, defect.CatDiscarded: true},
		Least:    defect.Least(c), Nolint: true,
	}
}

// evidence gives a finding a confidence by the declared points.
var evidence = map[defect.Confidence][]defect.Evidence{
	defect.High: {defect.EvInferred}, defect.Medium: {defect.EvDecoding}, defect.Low: nil,
}

func of(category defect.Category, c defect.Confidence, ignores ...int) selection.Finding {
	return selection.Finding{Category: category, Evidence: evidence[c], Ignores: ignores, Says: defect.Statement{Kind: defect.Discarded, Subject: defect.Subject{Name: "f"}}}
}

// indices are those of the findings that are shown.
func indices(shown []selection.Shown) []int {
	var all []int
	for _, s := range shown {
		all = append(all, s.Index)
	}
	return all
}

var findings = []selection.Finding{
	0: of(defect.CatDropped, defect.High),
	1: of(defect.CatDiscarded, defect.Medium),
	2: of(defect.CatDropped, defect.Low, 0),
	3: of(defect.CatAnswered, defect.High), // of another pass
	4: {Category: defect.CatDropped, Evidence: evidence[defect.High], Test: true},
	5: of(defect.CatDropped, defect.High, 1),
	6: of(defect.CatDropped, defect.High, 2),
}

var ignores = []selection.Ignore{
	0: {Categories: []string{"dropped"}},                             // meets one that is not shown
	1: {Categories: []string{"all"}, Nolint: true, Linter: true},     // golangci-lint's own
	2: {Categories: []string{"swallowederr"}, Nolint: true},          // of ours
	3: {Categories: []string{"dropped", "answered"}},                 // needless
	4: {Categories: []string{"answered"}},                            // needless, and another pass's to say
	5: {Categories: []string{"dropped"}, Test: true},                 // needless, in a test
	6: {Categories: []string{"loglint"}, Nolint: true, Linter: true}, // needless
	7: {Categories: []string{"all"}, Nolint: true, Linter: true},     // may be meant for another
	8: {Categories: []string{"swallowederr"}, Nolint: true},          // needless
	9: {Categories: []string{"missingctx"}, Nolint: true},            // another pass's to say
}

func TestSelect(t *testing.T) {
	for _, test := range []struct {
		name          string
		set           func(*selection.Settings)
		shown, unused []int
	}{
		{"high", func(*selection.Settings) {}, []int{0}, []int{3, 6, 8}},
		{"medium", func(s *selection.Settings) { s.Least = defect.Least(defect.Medium) }, []int{0, 1}, []int{3, 6, 8}},
		{"low", func(s *selection.Settings) { s.Least = 0 }, []int{0, 1}, []int{3, 6, 8}},
		{"tests", func(s *selection.Settings) { s.Tests = true }, []int{0, 4}, []int{3, 5, 6, 8}},
		{"golangci-lint", func(s *selection.Settings) { s.Nolint = false }, []int{0, 5}, []int{3, 8}},
		{"switched off", func(s *selection.Settings) { s.Switches[defect.CatDropped] = false; s.Least = 0 }, []int{1}, []int{6, 8}},
	} {
		s := settings(defect.High)
		test.set(&s)
		shown, unused := s.Select(findings, ignores, nil)
		if diff := cmp.Diff(test.shown, indices(shown)); diff != "" {
			t.Errorf("%s: shown (-want +got):\n%s", test.name, diff)
		}
		if diff := cmp.Diff(test.unused, unused); diff != "" {
			t.Errorf("%s: unused (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestMonotone holds what is shown at one confidence to be shown at each lower one.
func TestMonotone(t *testing.T) {
	var before []int
	for _, c := range []defect.Confidence{defect.High, defect.Medium, defect.Low} {
		shown, _ := settings(c).Select(findings, ignores, nil)
		now := indices(shown)
		for _, i := range before {
			if !slices.Contains(now, i) {
				t.Errorf("%v: finding %d is gone", c, i)
			}
		}
		before = now
	}
}

// links answer for all findings alike.
type links struct {
	settled, outside bool
	carried          defect.Carried
}

func (l links) Settled(selection.Finding) bool { return l.settled }
func (l links) Carried(selection.Finding) (defect.Carried, bool) {
	return l.carried, l.carried.By != ""
}
func (l links) Outside(selection.Finding) bool { return l.outside }

// TestLinks holds what other packages have to say to raise and to drop findings, and
// only those whose errors come through methods of interfaces.
func TestLinks(t *testing.T) {
	shape := selection.Finding{Category: defect.CatDropped, Evidence: []defect.Evidence{defect.EvShape}, Linked: defect.Linked{Through: []string{"m.Store.Get"}}}
	sure := shape
	sure.Evidence = evidence[defect.High]
	other := sure
	other.Through = nil
	all := []selection.Finding{shape, sure, other}
	for _, test := range []struct {
		name  string
		links selection.Links
		want  []int
	}{
		{"nothing known", nil, []int{1, 2}},
		{"nothing found", links{}, []int{1, 2}},
		{"reaches the world", links{outside: true}, []int{0, 1, 2}},
		{"loses nothing", links{settled: true}, []int{2}},
		{"both", links{settled: true, outside: true}, []int{2}},
	} {
		shown, _ := settings(defect.High).Select(all, nil, test.links)
		if diff := cmp.Diff(test.want, indices(shown)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestCarried holds a line that lacks its context to be shown by default only where the
// context is known to carry something, and to say what; and to be gone where it is known to
// carry nothing.
func TestCarried(t *testing.T) {
	lacking := selection.Finding{
		Category: defect.CatNoContext, Evidence: []defect.Evidence{defect.EvContext}, Linked: defect.Linked{Reads: []string{"m/mw#key"}},
		Says: defect.Statement{Kind: defect.LacksContext, AboutLine: defect.AboutLine{Logger: "log.Info", Would: defect.Would{Form: defect.ByBinder, Name: "log.G"}, Context: "ctx"}},
	}
	other := lacking
	other.Reads = nil
	const plain = "log.Info does not carry the request's context: the logger of log.G(ctx) would"
	by := defect.Carried{By: "mw.RequestID", Fields: []string{"request_id"}}
	for _, test := range []struct {
		name  string
		links selection.Links
		least defect.Confidence
		want  []string
	}{
		{"nothing known", nil, defect.High, nil},
		{"nothing found", links{}, defect.High, nil},
		{"carried", links{carried: by}, defect.High, []string{plain + "; mw.RequestID puts a logger with request_id into it (nocontext)"}},
		{"all is shown", links{carried: by}, defect.Low, []string{plain + "; mw.RequestID puts a logger with request_id into it (nocontext)", plain + " (nocontext)"}},
		{"carries nothing", links{settled: true}, defect.Low, []string{plain + " (nocontext)"}},
	} {
		s := settings(test.least)
		s.Switches[defect.CatNoContext] = true
		shown, _ := s.Select([]selection.Finding{lacking, other}, nil, test.links)
		var got []string
		for _, f := range shown {
			got = append(got, f.Message)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestMessage holds evidence to be named if that is asked for.
func TestMessage(t *testing.T) {
	f := of(defect.CatDiscarded, defect.Medium)
	f.Evidence = []defect.Evidence{defect.EvOutside, defect.EvLost}
	s := settings(defect.Low)
	const plain = "error from f is discarded: nothing looks at it"
	shown, _ := s.Select([]selection.Finding{f}, nil, nil)
	if got := shown[0].Message; got != plain+" (discarded)" {
		t.Error(got)
	}
	s.Evidence = true
	shown, _ = s.Select([]selection.Finding{f}, nil, nil)
	if got := shown[0].Message; got != plain+" [outside, lost: high, 95 %] (discarded)" {
		t.Error(got)
	}
}
