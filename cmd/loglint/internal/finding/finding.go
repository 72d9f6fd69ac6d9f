// Package finding holds what a run of loglint found, wherever it ran: under
// the go command, which hands it on as JSON, or in memory.
//
// Its laws: a finding is a value, equal findings are one; [Sort] puts findings
// into the same order whatever order they came in, as long as those of one
// pass in one package came in the order of their pass; what [Encode] writes,
// [Decode] reads back.
package finding

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A Finding is one diagnostic of a pass.
type Finding struct {
	Package  string // import path, without the mark of a test variant
	Pass     string
	Category string
	Pos, End Position
	Part
	Message string // ends in the category, in parentheses
	// Stable is the message without what changes while the finding stays: the numbers
	// of lines, the evidence, the category.
	Stable  string
	Fixes   []Fix
	Related []Related
	// Cause is what it has in common with others of its package, for who shows them as
	// one: see selection.Cause.
	Cause Cause
	Judgement
}

// A Part is the lines of the part of the function that a finding is about; they are 0 if
// that is its range.
type Part struct{ First, Last int }

// A Judgement says how likely it is that somebody would act on a finding, and which paths
// it is about. What is said of a comment has none.
type Judgement struct {
	Probability float64
	Confidence  string // high, medium or low
	// Paths has, of each path on which the error is lost, the lines of the file that it
	// passes, from where the error is born.
	Paths [][]int
}

// A Cause is that of several findings, as selection has it.
type Cause struct {
	Key        string
	Head, Tail string
	Weight     float64
}

// Says returns the message without the category at its end, for who shows that elsewhere.
func (f Finding) Says() string { return strings.TrimSuffix(f.Message, " ("+f.Category+")") }

// A Position is a place in a file. Its zero Line means that the place is not
// known.
type Position struct {
	File         string // as the go command names it: absolute
	Line, Column int    // from 1; Column in bytes
}

// A Fix is an edit of the source that a pass suggests.
type Fix struct {
	Message string
	Edits   []Edit
}

// An Edit replaces the bytes of a file from Start up to End.
type Edit struct {
	File       string
	Start, End int
	New        string
}

// Related is a second place that a finding points to.
type Related struct {
	Pos, End Position
	Message  string
}

// A Failure is a pass that gave up on a package.
type Failure struct {
	Package, Pass, Text string
}

// String writes the position as compilers do.
func (p Position) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// ParsePosition reads what [Position.String] writes. File names may contain
// colons.
func ParsePosition(s string) Position {
	rest, column, ok := cutNumber(s)
	if !ok {
		return Position{File: s}
	}
	file, line, ok := cutNumber(rest)
	if !ok {
		return Position{File: s}
	}
	return Position{file, line, column}
}

// cutNumber cuts the number after the last colon off.
func cutNumber(s string) (rest string, n int, ok bool) {
	i := strings.LastIndexByte(s, ':')
	if i < 0 {
		return s, 0, false
	}
	n, err := strconv.Atoi(s[i+1:])
	return s[:i], n, err == nil && n > 0
}

// Sort sorts findings by pass, in the order of passes, then by package, and
// keeps the order in which a pass reported those of a package. It removes what
// is there twice: files may belong to several packages.
func Sort(all []Finding, passes []string) []Finding {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(slices.Index(passes, a.Pass), slices.Index(passes, b.Pass)),
			strings.Compare(a.Package, b.Package),
		)
	})
	type key struct {
		pass, message string
		pos, end      Position
	}
	seen := make(map[key]bool)
	return slices.DeleteFunc(all, func(f Finding) bool {
		k := key{f.Pass, f.Message, f.Pos, f.End}
		again := seen[k]
		seen[k] = true
		return again
	})
}

// The orders in which findings are shown.
const (
	ByFile       = "file"
	ByConfidence = "confidence"
)

// Orders are the names of the orders, that of the default first.
var Orders = []string{ByFile, ByConfidence}

// Arranged returns findings in an order: by file and line, or the likeliest first. What
// is said of comments has no probability, and comes last there. Those that are equal in it
// stay as they were.
func Arranged(all []Finding, order string) []Finding {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b Finding) int {
		first := 0
		if order == ByConfidence {
			first = cmp.Compare(b.Probability, a.Probability)
		}
		return cmp.Or(first, strings.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Column, b.Pos.Column))
	})
	return all
}

// SortFailures sorts failures by pass and package, and removes what is there
// twice.
func SortFailures(all []Failure) []Failure {
	all = slices.Clone(all)
	slices.SortFunc(all, func(a, b Failure) int {
		return cmp.Or(strings.Compare(a.Pass, b.Pass), strings.Compare(a.Package, b.Package), strings.Compare(a.Text, b.Text))
	})
	return slices.Compact(all)
}

// PackagePath returns the import path in the name that the go command gives a
// package compiled for a test: "p" of "p [p.test]".
func PackagePath(id string) string {
	path, _, _ := strings.Cut(id, " [")
	return path
}
