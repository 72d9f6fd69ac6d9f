package finding

import (
	"slices"
	"strings"
)

// A Report is all that a run has to say.
type Report struct {
	Findings []Finding
	Failures []Failure
	Skipped  []Skipped
	// Errors say what is wrong with the source, as the compiler or the go
	// command put it.
	Errors []Error
	// Packages are those that were looked at, each once, in their order.
	Packages []string
	// Lower are the findings at each confidence that is lower than the one that was asked
	// for, with all of those above.
	Lower []Level
}

// A Level is what a lower confidence would show.
type Level struct {
	Flag     string // that asks for it
	Findings []Finding
	// More is how many more would be shown, counted before anything is mended.
	More int
}

// An Error is a line about a package, or about none.
type Error struct {
	Package, Line string
}

// Skipped is a package that could not be analysed.
type Skipped struct {
	Package, Reason string
	Pos             Position // of what is wrong in the package itself; see [Report.Sort]
}

// DoesNotCompile is the reason why a package is skipped if its own errors say
// it better.
const DoesNotCompile = "it does not compile"

// Complete reports whether all could be analysed that was asked for.
func (r *Report) Complete() bool {
	return len(r.Failures) == 0 && len(r.Skipped) == 0 && len(r.Errors) == 0
}

// Add adds what another run over other packages has to say.
func (r *Report) Add(other Report) {
	r.Findings = append(r.Findings, other.Findings...)
	r.Failures = append(r.Failures, other.Failures...)
	r.Skipped = append(r.Skipped, other.Skipped...)
	r.Errors = append(r.Errors, other.Errors...)
	r.Packages = append(r.Packages, other.Packages...)
}

// Sort puts the report into its order, which does not depend on where its
// parts came from, or on which package was ready first; see [Sort]. What was
// said of one package keeps its order. Of a package that could not be analysed
// one thing is said.
func (r *Report) Sort(passes []string) {
	r.Findings = Sort(r.Findings, passes)
	r.Failures = SortFailures(r.Failures)
	slices.SortStableFunc(r.Skipped, func(a, b Skipped) int { return strings.Compare(a.Package, b.Package) })
	r.Skipped = slices.CompactFunc(r.Skipped, func(a, b Skipped) bool { return a.Package == b.Package })
	slices.SortStableFunc(r.Errors, func(a, b Error) int { return strings.Compare(a.Package, b.Package) })
	said := make(map[string]bool)
	r.Errors = slices.DeleteFunc(r.Errors, func(e Error) bool {
		again := said[e.Line]
		said[e.Line] = true
		return again
	})
	r.fold()
	slices.Sort(r.Packages)
	r.Packages = slices.Compact(r.Packages)
}

// A Problem is one thing that could not be analysed, for formats that have a place for it.
type Problem struct {
	Package string   // "" if it is not about one
	Pos     Position // where it has to be mended; without a line if that is not known
	Text    string
}

// Problems returns what could not be analysed. A report that is complete has none.
func (r *Report) Problems() []Problem {
	var all []Problem
	for _, e := range r.Errors {
		pos, text := e.Split()
		all = append(all, Problem{e.Package, pos, text})
	}
	for _, s := range r.Skipped {
		all = append(all, Problem{s.Package, s.Pos, "cannot analyse " + s.Package + ": " + s.Reason})
	}
	for _, f := range r.Failures {
		all = append(all, Problem{f.Package, Position{}, f.Pass + " gave up on " + f.Package + ": " + f.Text})
	}
	return all
}

// fold makes one of the errors of a package and of the fact that it could not
// be analysed: the first error is the reason, and says where. How many others
// there are depends on who compiled it, and most are gone with the first.
//
// An import that cannot be had is an error of the importing package and of the
// one that is not there; the latter says why.
func (r *Report) fold() {
	told := make(map[string]bool)    // packages
	imports := make(map[string]bool) // what was said of those that are not there
	for i := range r.Skipped {
		s := &r.Skipped[i]
		for _, e := range r.Errors {
			pos, text := e.Split()
			if e.Package != s.Package || pos.Line == 0 {
				continue
			}
			s.Pos, told[s.Package] = pos, true
			if s.Reason == DoesNotCompile {
				s.Reason = text
			} else {
				imports[s.Reason] = true
			}
			break
		}
	}
	r.Errors = slices.DeleteFunc(r.Errors, func(e Error) bool {
		_, text := e.Split()
		return told[e.Package] || imports[text]
	})
}

// Split divides a line into a place, if it begins with one, and what is said
// of it.
func (e Error) Split() (Position, string) {
	place, text, _ := strings.Cut(e.Line, ": ")
	if pos := ParsePosition(place); pos.Line > 0 {
		return pos, text
	}
	return Position{}, e.Line
}
