// Package selection says which findings are shown, and what is added to their words.
//
// The engine finds all there is, whatever its flags say of what is wanted. What
// only selects, sorts or words findings happens here: in the passes, which report
// as they go, and in the command, which keeps what was found and may be asked for
// another selection of it the next time.
//
// Its laws: what is selected follows from the findings, the ignores and the
// settings alone, and keeps the order of the findings; a finding that is shown at
// one confidence is shown at each lower one; an ignore is in use if a finding meets
// it, shown or not, so that another confidence does not make it needless.
package selection

import (
	"cmp"
	"flag"
	"fmt"
	"math"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/loglint/loglint/internal/defect"
	"github.com/loglint/loglint/internal/message"
	"github.com/loglint/loglint/passes/errfate"
)

// A Finding is what there is to know of a finding in order to select and to word
// it. Its fields are those of [errfate.Finding].
type Finding struct {
	Category defect.Category
	Says     defect.Statement
	Evidence []defect.Evidence
	Test     bool
	defect.Linked
	// Ignores are the ignores that hold for it, as indices.
	Ignores []int
}

// An Ignore is a comment that says which findings are not wanted.
type Ignore struct {
	Categories []string
	Test       bool // it stands in a test file
	// Nolint and Linter are those of [directive.Ignored].
	Nolint, Linter bool
}

// Settings say what is selected of the findings of one pass.
type Settings struct {
	Pass string
	// Switches holds the categories of the pass, and whether they are shown.
	Switches map[defect.Category]bool
	Least    float64 // the least probability that is shown
	Tests    bool    // findings in test files as well
	Nolint   bool    // obey also what golangci-lint obeys itself
	Evidence bool    // name it in the message
}

// SettingsOf returns the settings for a pass as its flags, which are its
// categories, and those of the engine are set.
func SettingsOf(pass *analysis.Analyzer) Settings {
	s := Settings{
		Pass:     pass.Name,
		Switches: make(map[defect.Category]bool),
		Least:    errfate.Threshold(),
		Tests:    errfate.Tests(),
		Nolint:   errfate.Nolint(),
		Evidence: errfate.ShowEvidence(),
	}
	pass.Flags.VisitAll(func(f *flag.Flag) {
		s.Switches[defect.Category(f.Name)] = errfate.All() || f.Value.String() == "true"
	})
	return s
}

// Links is what is known where all packages are at hand: of the methods of interfaces that
// the error of a finding comes through, and of what contexts carry.
type Links interface {
	// Settled reports whether the finding is none, since what implements the
	// methods loses nothing, or the context that a line lacks carries nothing.
	Settled(Finding) bool
	// Carried returns what the context that the line of a finding lacks carries for it;
	// ok is false if that is not known.
	Carried(Finding) (c defect.Carried, ok bool)
	// Outside reports whether something that implements one of the methods
	// reaches the world outside.
	Outside(Finding) bool
}

// Shown is a finding that is shown.
type Shown struct {
	Index   int    // among the findings
	Message string // what it says; it stands alone
	Cause   Cause
}

// Select returns the findings that are shown, in their order, and the ignores that
// silence nothing, as indices. Without links, what depends on other packages is as
// this package sees it.
func (s Settings) Select(findings []Finding, ignores []Ignore, links Links) (shown []Shown, unused []int) {
	met := make([]bool, len(ignores))
	for i, f := range findings {
		for _, ig := range f.Ignores {
			met[ig] = true
		}
		if f, verdict := s.Judge(f, ignores, links); verdict == IsShown {
			head, tail := s.message(f)
			shown = append(shown, Shown{i, head + tail, s.causeOf(f, head, tail)})
		}
	}
	for i, ig := range ignores {
		if !met[i] && (s.Tests || !ig.Test) && s.answersFor(ig) {
			unused = append(unused, i)
		}
	}
	return shown, unused
}

// speaker is the pass that speaks for all of them where no category tells which.
const speaker = "swallowederr"

// answersFor reports whether this pass is to say so if an ignore silences nothing. A
// bare //nolint, and one for all linters, may be meant for others, and where
// golangci-lint obeys its comments, it also finds those that are needless.
func (s Settings) answersFor(ig Ignore) bool {
	if ig.Linter && !s.Nolint {
		return false
	}
	return slices.ContainsFunc(ig.Categories, func(c string) bool {
		if ig.Nolint {
			return c == s.Pass || c == "loglint" && s.Pass == speaker
		}
		return s.Switches[defect.Category(c)]
	})
}

// obeys reports whether an ignore silences what it holds for.
func (s Settings) obeys(ig Ignore) bool { return s.Nolint || !ig.Linter }

// A Verdict says whether a finding is shown, and if not, why.
type Verdict uint8

const (
	IsShown    Verdict = iota
	IsOff              // its category is switched off
	IsIgnored          // a comment silences it
	IsInTest           // it stands in a test file
	IsUnlikely         // its probability is too low
	IsSettled          // what other packages say leaves nothing of it
)

// Judge returns a finding as it is with what is known of other packages, and the verdict on it.
func (s Settings) Judge(f Finding, ignores []Ignore, links Links) (Finding, Verdict) {
	ignored := slices.ContainsFunc(f.Ignores, func(ig int) bool { return s.obeys(ignores[ig]) })
	judged, likely := s.judged(f, links)
	switch {
	case !s.Switches[f.Category]:
		return judged, IsOff
	case ignored:
		return judged, IsIgnored
	case f.Test && !s.Tests:
		return judged, IsInTest
	case !likely:
		return judged, IsUnlikely
	case links != nil && len(f.Through)+len(f.Reads) > 0 && links.Settled(judged):
		return judged, IsSettled
	}
	return judged, IsShown
}

// judged returns a finding as it is with what is known of other packages, and
// whether it is likely enough.
func (s Settings) judged(f Finding, links Links) (Finding, bool) {
	if links != nil && len(f.Reads) > 0 && !defect.Proven(f.Evidence) {
		if carried, ok := links.Carried(f); ok {
			f.Says.Carried = carried
			f.Evidence = append(slices.Clone(f.Evidence), carried.Evidence(f.Evidence))
		}
	}
	if defect.Probability(f.Category, f.Evidence) < s.Least {
		if len(f.Through) == 0 || links == nil {
			return f, false
		}
		raised, ok := defect.Raised(f.Evidence)
		if !ok || defect.Probability(f.Category, raised) < s.Least || !links.Outside(f) {
			return f, false
		}
		f.Evidence = raised
	}
	return f, true
}

// message is what is said of a finding, and what it ends in. It stands alone, since drivers
// print neither the category nor the URL.
func (s Settings) message(f Finding) (head, tail string) {
	var b strings.Builder
	if s.Evidence {
		var names []string
		for _, ev := range Heaviest(f.Evidence) {
			names = append(names, ev.String())
		}
		b.WriteString(" [")
		b.WriteString(strings.Join(names, ", "))
		if len(names) > 0 {
			b.WriteString(": ")
		}
		b.WriteString(confidence(f) + "]")
	}
	b.WriteString(" (" + string(f.Category) + ")")
	return message.Of(f.Says), b.String()
}

// Heaviest returns evidence in the order of its weight, whether it speaks for a finding or
// against it.
func Heaviest(evidence []defect.Evidence) []defect.Evidence {
	sorted := slices.Clone(evidence)
	slices.SortStableFunc(sorted, func(a, b defect.Evidence) int {
		return cmp.Compare(math.Abs(b.Weight()), math.Abs(a.Weight()))
	})
	return sorted
}

// confidence names the confidence of a finding, with its probability in percent.
func confidence(f Finding) string {
	return fmt.Sprintf("%v, %.0f %%", defect.ConfidenceOf(f.Category, f.Evidence), 100*defect.Probability(f.Category, f.Evidence))
}

// UnusedMessage is what is said of an ignore that silences nothing.
func UnusedMessage(ig Ignore) string {
	form := "//loglint:ignore "
	if ig.Nolint {
		form = "//nolint:"
	}
	return form + strings.Join(slices.Sorted(slices.Values(ig.Categories)), ",") + " silences nothing here"
}

// FailureMessage is what is said of a function whose analysis was given up.
func FailureMessage(f defect.Failure) string {
	if f.TooLarge {
		return "not all is analysed: " + f.Text
	}
	return "internal error in loglint, please report it: " + f.Text
}

// The categories of what is reported beside findings.
const (
	Directive = "directive" // a comment that speaks to loglint is wrong, or needless
	Internal  = "internal"  // loglint has a mistake
)

// Of returns what selection needs to know of the findings and ignores of a package.
func Of(pass *analysis.Pass, result *errfate.Result) ([]Finding, []Ignore) {
	findings := make([]Finding, 0, len(result.Findings))
	for _, f := range result.Findings {
		s := Finding{
			Category: f.Category, Says: f.Says, Evidence: f.Evidence, Test: f.Test, Linked: f.Linked,
		}
		if result.Directives != nil {
			s.Ignores = result.Directives.Holding(pass.Fset, f.Pos, f.Category.Pass(), string(f.Category))
		}
		findings = append(findings, s)
	}
	var ignores []Ignore
	if result.Directives != nil {
		for _, ig := range result.Directives.Ignores {
			ignores = append(ignores, Ignore{ig.Categories, strings.HasSuffix(ig.File, "_test.go"), ig.Nolint, ig.Linter})
		}
	}
	return findings, ignores
}
