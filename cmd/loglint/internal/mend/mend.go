// Package mend applies the fixes that findings carry.
//
// Its laws: a fix is applied as a whole or not at all; what several fixes change
// alike, such as imports, is changed once; no other byte is changed by two; what
// is applied does not depend on anything but the order of
// the findings; and a file that was formatted stays so. Fixes that do not go
// together with earlier ones are left, for a run that sees what these made of
// the source.
package mend

import (
	"bytes"
	"cmp"
	"fmt"
	"go/format"
	"maps"
	"slices"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
)

// A File is one that fixes change.
type File struct {
	Name     string
	Old, New []byte
}

// A Mending is what fixes make of files.
type Mending struct {
	Files []File // in the order of their names
	// Rest are the findings without a fix, and those whose fix was left.
	Rest []finding.Finding
	// Mended are the others.
	Mended []finding.Finding
}

// Apply applies the first fix of each finding that has one. read gives the
// content of files as they were when the findings were made.
func Apply(findings []finding.Finding, read func(name string) ([]byte, error)) (Mending, error) {
	var m Mending
	accepted := make(map[string][]finding.Edit)
	for _, f := range findings {
		if len(f.Fixes) == 0 {
			m.Rest = append(m.Rest, f)
			continue
		}
		if !add(accepted, f.Fixes[0]) {
			m.Rest = append(m.Rest, f)
			continue
		}
		m.Mended = append(m.Mended, f)
	}
	for _, name := range slices.Sorted(maps.Keys(accepted)) {
		old, err := read(name)
		if err != nil {
			return Mending{}, err
		}
		mended, err := apply(old, accepted[name])
		if err != nil {
			return Mending{}, fmt.Errorf("%s: %w", name, err)
		}
		m.Files = append(m.Files, File{name, old, mended})
	}
	return m, nil
}

// add adds the edits of a fix to those accepted before, and reports whether they
// go together.
func add(accepted map[string][]finding.Edit, fix finding.Fix) bool {
	for _, e := range fix.Edits {
		for _, other := range accepted[e.File] {
			if e != other && conflict(e, other) {
				return false
			}
		}
	}
	for _, e := range fix.Edits {
		if !slices.Contains(accepted[e.File], e) {
			accepted[e.File] = append(accepted[e.File], e)
		}
	}
	return true
}

// conflict reports whether two edits of a file touch the same bytes, or insert
// something at the same place.
func conflict(a, b finding.Edit) bool {
	return a.Start < b.End && b.Start < a.End || a.Start == b.Start && a.End == a.Start && b.End == b.Start ||
		a.Start == a.End && b.Start < a.Start && a.Start < b.End || b.Start == b.End && a.Start < b.Start && b.Start < a.End
}

// apply makes edits that go together, and formats what comes of it if the source
// was formatted.
func apply(old []byte, edits []finding.Edit) ([]byte, error) {
	// An insertion stands before what is replaced from there on.
	slices.SortFunc(edits, func(a, b finding.Edit) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	var mended bytes.Buffer
	at := 0
	for _, e := range edits {
		if e.Start < at || e.End < e.Start || e.End > len(old) {
			return nil, fmt.Errorf("the file has changed since it was analysed")
		}
		mended.Write(old[at:e.Start])
		mended.WriteString(e.New)
		at = e.End
	}
	mended.Write(old[at:])
	if formatted, err := format.Source(old); err != nil || !bytes.Equal(formatted, old) {
		return mended.Bytes(), nil
	}
	return format.Source(mended.Bytes())
}

// Joined returns one fix of the first ones of several findings, as far as these go together,
// in the words of the first; none if none has one.
func Joined(all [][]finding.Fix) []finding.Fix {
	accepted := make(map[string][]finding.Edit)
	var joined finding.Fix
	for _, fixes := range all {
		if len(fixes) == 0 || !add(accepted, fixes[0]) {
			continue
		}
		joined.Message = cmp.Or(joined.Message, fixes[0].Message)
	}
	for _, name := range slices.Sorted(maps.Keys(accepted)) {
		joined.Edits = append(joined.Edits, accepted[name]...)
	}
	if joined.Message == "" {
		return nil
	}
	slices.SortStableFunc(joined.Edits, func(a, b finding.Edit) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	return []finding.Fix{joined}
}
