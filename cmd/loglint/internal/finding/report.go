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
}

// An Error is a line about a package, or about none.
type Error struct {
	Package, Line string
}

// Skipped is a package that could not be analysed.
type Skipped struct {
	Package, Reason string
}

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
}

// Sort puts the report into its order, which does not depend on where its
// parts came from, or on which package was ready first; see [Sort]. What was
// said of one package keeps its order.
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
}
