package main

import (
	"cmp"
	"slices"

	"github.com/loglint/loglint/internal/defect"
)

// A way is one of recognising the finding that a label is about.
type way struct {
	name string
	fits func(l, f Place) bool
}

// ways are tried in this order. A finding may be reported a line off by another build, where a
// statement goes over several lines, or under another category.
var ways = []way{
	{"exact", func(l, f Place) bool { return l == f }},
	{"line", func(l, f Place) bool { return l.File == f.File && l.Line == f.Line && l.Category == f.Category }},
	{"slack", func(l, f Place) bool {
		return l.File == f.File && distance(l.Line, f.Line) == 1 && l.Category == f.Category
	}},
	{"category", func(l, f Place) bool {
		return l.File == f.File && l.Line == f.Line && passOf(l.Category) == passOf(f.Category)
	}},
}

// passOf names the pass that reports a category.
func passOf(category string) string { return defect.Category(category).Pass() }

func distance(a, b int) int { return max(a-b, b-a) }

// match returns, for each label of a service, the index in all of the finding that it is about,
// and the name of the way in which it was recognised. What is gone has the index -1.
//
// A finding belongs to one label: a label whose finding is gone does not get that of its
// neighbour. So each way is tried for all labels before the next one is, and where several pairs
// fit in the same way, those with the same message come first, then those whose columns are
// near each other.
func match(labels []label, all []finding) (found []int, how []string) {
	found, how = make([]int, len(labels)), make([]string, len(labels))
	for i := range labels {
		found[i], how[i] = -1, gone
	}
	taken := make([]bool, len(all))
	for _, w := range ways {
		type pair struct{ label, finding, words, columns int }
		var pairs []pair
		for i, l := range labels {
			if found[i] >= 0 {
				continue
			}
			for j, f := range all {
				if !w.fits(l.Place, f.Place) {
					continue
				}
				p := pair{label: i, finding: j, columns: distance(l.Col, f.Col)}
				if l.Message != f.Message {
					p.words = 1
				}
				pairs = append(pairs, p)
			}
		}
		slices.SortFunc(pairs, func(a, b pair) int {
			return cmp.Or(a.words-b.words, a.columns-b.columns, a.label-b.label, a.finding-b.finding)
		})
		for _, p := range pairs {
			if found[p.label] < 0 && !taken[p.finding] {
				found[p.label], how[p.label], taken[p.finding] = p.finding, w.name, true
			}
		}
	}
	return found, how
}
