package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// at makes a place in the file a.go.
func at(line, col int, category string) Place {
	return Place{File: "a.go", Line: line, Col: col, Category: category}
}

// TestMatch has each way of recognising a finding, beside what it must not be taken for.
func TestMatch(t *testing.T) {
	found := func(p Place) finding { return finding{Place: p, Message: "now"} }
	said := func(p Place, message string) finding { return finding{Place: p, Message: message} }
	for _, test := range []struct {
		name   string
		labels []Place
		all    []finding
		want   []int
		how    []string
	}{
		{"exact before the same line", []Place{at(5, 9, "dropped")},
			[]finding{found(at(5, 2, "dropped")), found(at(5, 9, "dropped"))}, []int{1}, []string{"exact"}},
		{"the same line before a line off", []Place{at(5, 9, "dropped")},
			[]finding{found(at(4, 9, "dropped")), found(at(5, 2, "dropped"))}, []int{1}, []string{"line"}},
		{"a line up", []Place{at(5, 9, "dropped")}, []finding{found(at(4, 1, "dropped"))}, []int{0}, []string{"slack"}},
		{"a line down", []Place{at(5, 9, "dropped")}, []finding{found(at(6, 1, "dropped"))}, []int{0}, []string{"slack"}},
		{"two lines off", []Place{at(5, 9, "dropped")}, []finding{found(at(7, 9, "dropped"))}, []int{-1}, []string{gone}},
		{"a line off before another category", []Place{at(5, 9, "dropped")},
			[]finding{found(at(5, 9, "discarded")), found(at(6, 9, "dropped"))}, []int{1}, []string{"slack"}},
		{"another category of the pass", []Place{at(5, 9, "dropped")},
			[]finding{found(at(5, 9, "answered")), found(at(5, 1, "discarded"))}, []int{1}, []string{"category"}},
		{"another category a line off", []Place{at(5, 9, "dropped")}, []finding{found(at(6, 9, "discarded"))}, []int{-1}, []string{gone}},
		{"another category of another pass", []Place{at(5, 9, "dropped")}, []finding{found(at(5, 9, "nocontext"))}, []int{-1}, []string{gone}},
		{"another file", []Place{{File: "b.go", Line: 5, Col: 9, Category: "dropped"}}, []finding{found(at(5, 9, "dropped"))}, []int{-1}, []string{gone}},
		{"the nearest column", []Place{at(5, 9, "dropped")},
			[]finding{found(at(5, 2, "dropped")), found(at(5, 12, "dropped")), found(at(5, 40, "dropped"))}, []int{1}, []string{"line"}},
		{"a finding is of one label", []Place{at(5, 9, "dropped"), at(5, 2, "dropped")},
			[]finding{found(at(5, 2, "dropped"))}, []int{-1, 0}, []string{gone, "exact"}},
		{"the nearer label has it", []Place{at(5, 2, "dropped"), at(5, 8, "dropped")},
			[]finding{found(at(5, 9, "dropped"))}, []int{-1, 0}, []string{gone, "line"}},
		{"the same message before the nearest column", []Place{at(5, 9, "dropped")},
			[]finding{said(at(5, 8, "dropped"), "other"), said(at(5, 30, "dropped"), "then")}, []int{1}, []string{"line"}},
		{"a label without a column", []Place{at(5, 0, "dropped")}, []finding{found(at(5, 8, "dropped"))}, []int{0}, []string{"line"}},
		{"nothing", []Place{at(5, 9, "dropped")}, nil, []int{-1}, []string{gone}},
	} {
		var labels []label
		for _, p := range test.labels {
			labels = append(labels, label{drawn: drawn{Place: p, Message: "then"}})
		}
		got, how := match(labels, test.all)
		if diff := cmp.Diff(test.want, got) + cmp.Diff(test.how, how); diff != "" {
			t.Errorf("%s:\n%s", test.name, diff)
		}
	}
}
