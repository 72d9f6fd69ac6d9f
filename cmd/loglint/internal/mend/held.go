package mend

import (
	"bytes"
	"cmp"
	"slices"
	"strings"

	"github.com/loglint/loglint/cmd/loglint/internal/finding"
	"github.com/loglint/loglint/cmd/loglint/internal/identity"
	"github.com/loglint/loglint/cmd/loglint/internal/source"
)

// A Round is a mending with what had been found before it.
type Round struct {
	Mending
	before map[identity.Key]int
	keys   map[mark]identity.Key // of what was found
}

// A mark tells the findings of one run apart.
type mark struct {
	pos           finding.Position
	pass, message string
}

func markOf(f finding.Finding) mark { return mark{f.Pos, f.Pass, f.Message} }

// NewRound notes what was found before a mending. The source is still as it was.
func NewRound(found []finding.Finding) *Round {
	files := new(source.Files)
	r := &Round{before: make(map[identity.Key]int), keys: make(map[mark]identity.Key)}
	for _, f := range found {
		key := identity.Of(f, "", files)
		r.before[key]++
		r.keys[markOf(f)] = key
	}
	return r
}

// Failed returns what was mended in vain, by what is found afterwards, when the
// source is as the fixes have left it: what is found again, and what has put
// something where it has written that is found now. That another finding shows
// elsewhere is no failure: it was hidden behind the one that was mended.
func (r *Round) Failed(after []finding.Finding) []finding.Finding {
	files := new(source.Files)
	now := make(map[identity.Key][]finding.Finding)
	for _, f := range after {
		key := identity.Of(f, "", files)
		now[key] = append(now[key], f)
	}
	failed := make(map[int]bool)
	mended := make(map[identity.Key][]int)
	for i, f := range r.Mended {
		mended[r.keys[markOf(f)]] = append(mended[r.keys[markOf(f)]], i)
	}
	for key, of := range mended {
		excess := len(now[key]) - (r.before[key] - len(of))
		// Those first that are found at the same place.
		slices.SortStableFunc(of, func(a, b int) int { return cmp.Compare(r.away(a, now[key]), r.away(b, now[key])) })
		for _, i := range of[:max(0, min(excess, len(of)))] {
			failed[i] = true
		}
	}
	for key, found := range now {
		if len(found) <= r.before[key] {
			continue
		}
		for _, f := range found {
			for i := range r.Mended {
				if r.wrote(i, f) {
					failed[i] = true
				}
			}
		}
	}
	var list []finding.Finding
	for i, f := range r.Mended {
		if failed[i] {
			list = append(list, f)
		}
	}
	return list
}

// away is 0 if one of some findings is on the line where a mended one is now, and
// else 1.
func (r *Round) away(i int, found []finding.Finding) int {
	line := r.lineNow(r.Mended[i].Pos)
	if slices.ContainsFunc(found, func(f finding.Finding) bool { return f.Pos.Line == line }) {
		return 0
	}
	return 1
}

// file returns what the mending has made of a file, or nil.
func (r *Round) file(name string) *File {
	for i := range r.Files {
		if r.Files[i].Name == name {
			return &r.Files[i]
		}
	}
	return nil
}

// lineNow returns the line on which what was on a line is now.
func (r *Round) lineNow(pos finding.Position) int {
	f := r.file(pos.File)
	if f == nil {
		return pos.Line
	}
	offset, line := 0, 1
	for ; line < pos.Line; line++ {
		next := bytes.IndexByte(f.Old[offset:], '\n')
		if next < 0 {
			break
		}
		offset += next + 1
	}
	return pos.Line + r.linesAdded(pos.File, offset+pos.Column-1)
}

// linesAdded returns how many lines the fixes have added to a file before an offset.
func (r *Round) linesAdded(name string, offset int) int {
	f := r.file(name)
	seen := make(map[finding.Edit]bool)
	added := 0
	for _, m := range r.Mended {
		for _, e := range m.Fixes[0].Edits {
			if e.File == name && e.End <= offset && !seen[e] {
				seen[e] = true
				added += strings.Count(e.New, "\n") - bytes.Count(f.Old[e.Start:e.End], []byte("\n"))
			}
		}
	}
	return added
}

// wrote reports whether the fix of a mended finding has written the line of
// another.
func (r *Round) wrote(i int, f finding.Finding) bool {
	for _, e := range r.Mended[i].Fixes[0].Edits {
		file := r.file(e.File)
		if e.File != f.Pos.File || file == nil {
			continue
		}
		first := bytes.Count(file.Old[:e.Start], []byte("\n")) + 1 + r.linesAdded(e.File, e.Start)
		if e.Start == e.End {
			// What was put there is not yet before it.
			first -= strings.Count(e.New, "\n")
		}
		last := first + strings.Count(e.New, "\n")
		if first <= f.Pos.Line && f.Pos.Line <= last && (strings.TrimSpace(e.New) != "" || first == f.Pos.Line) {
			return true
		}
	}
	return false
}

// Without returns findings, those that are among others without their fixes.
func Without(findings, others []finding.Finding) []finding.Finding {
	return without(findings, func(_ int, f finding.Finding) bool {
		return slices.ContainsFunc(others, func(o finding.Finding) bool { return markOf(o) == markOf(f) })
	})
}
